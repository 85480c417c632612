/** A property with a plain value: how it is read, and how it is set where Excel allows that. */
export interface PropertyModel<Target> {
  readonly get: (target: Target) => unknown;
  readonly set?: (target: Target, value: unknown) => void;
}

/**
 * One class of Excel's object model as far as the emulator models it. Names are those on the wire
 * (PascalCase). What is not listed does not exist: the executor answers ApiNotFound.
 */
export interface ClassModel<Target> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, PropertyModel<Target>>>;
  /** Properties that lead to another object; null is a null object. */
  readonly objects?: Readonly<Record<string, (target: Target) => HostObject | null>>;
  /** Methods; those that give an object give a HostObject or, for `…OrNullObject`, null. */
  readonly methods?: Readonly<Record<string, (target: Target, parameters: readonly unknown[]) => unknown>>;
  /** Members of a collection. */
  readonly items?: (target: Target) => readonly HostObject[];
  /** The member that an indexer names. */
  readonly item?: (target: Target, parameters: readonly unknown[]) => HostObject;
  /** Properties sent back when the object is made, such as the id that it is found by from then on. */
  readonly identity?: (target: Target) => Readonly<Record<string, unknown>>;
  /** Whether the client keeps objects of this class by reference id, as it does with ranges. */
  readonly isReferenced?: boolean;
}

/** An object of the emulated host: a class model, and what it is about. */
export class HostObject<Target = unknown> {
  constructor(
    readonly model: ClassModel<Target>,
    readonly target: Target,
  ) {}

  get className(): string {
    return this.model.name;
  }
}

/** Makes an object of the emulated host whose target type no longer matters to the caller. */
export function hostObject<Target>(model: ClassModel<Target>, target: Target): HostObject {
  // The executor only ever hands a model its own target back, so the pair is safe whatever its type.
  return new HostObject(model, target) as unknown as HostObject;
}
