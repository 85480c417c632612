import { HostError, apiNotFound } from "./hostError";
import { HostObject } from "./hostObject";
import { queryObject } from "./query";
import type {
  WireAction,
  WireArguments,
  WireObjectPath,
  WireRequest,
  WireResponse,
  WireResult,
} from "./wire";
import { ActionType, ObjectPathType } from "./wire";

/** Where object paths begin. */
export interface ExecutorRoots {
  /** What `context.workbook` and its like stand for. */
  readonly workbook: HostObject;
  /** A service made by name, such as `Microsoft.ExcelServices.CustomFunctions`; null where there is none. */
  service(name: string): HostObject | null;
}

/**
 * Runs batches of the Office.js client over class models: walks the object paths, each once per batch, and
 * carries out the actions in order. The first error ends the batch; what was done before stays done, as in
 * Excel. Objects that the client keeps (ranges) live here between batches under their reference ids.
 */
export class Executor {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(private readonly roots: ExecutorRoots) {}

  /** How many objects the client keeps and has not given back. */
  get referenceCount(): number {
    return this.references.size;
  }

  run(request: WireRequest): WireResponse {
    const batch = new Batch(request, this.roots, this);
    const results: WireResult[] = [];
    const traceIds: number[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        const value = batch.carryOut(action);
        if (action.ActionType === ActionType.trace) traceIds.push(action.Id);
        results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return {
          Results: results,
          TraceIds: traceIds,
          Error: {
            Code: error.code,
            Message: error.message,
            Location: error.location || batch.locationOf(action),
            ActionIndex: index,
            HttpStatusCode: error.code === "ApiNotFound" ? 404 : 400,
          },
        };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  keep(object: HostObject): string {
    const id = `reference-${String(this.nextReference++)}`;
    this.references.set(id, object);
    return id;
  }

  kept(id: string): HostObject {
    const object = this.references.get(id);
    if (!object) throw new HostError("InvalidReference", `This reference is not valid: ${id}.`);
    return object;
  }

  release(id: string): void {
    this.references.delete(id);
  }
}

class Batch {
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly referenceIds = new Map<number, string>();

  constructor(
    private readonly request: WireRequest,
    private readonly roots: ExecutorRoots,
    private readonly executor: Executor,
  ) {}

  carryOut(action: WireAction): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.object(action.ObjectPathId);
    // The client asks to keep every range that it gets, those that turn out to be null objects too.
    if (object === null && action.Name === "_KeepReference") return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object === null ? null : this.identityOf(object, action.ObjectPathId);
      case ActionType.query:
        return object === null ? null : queryObject(object, action.QueryInfo ?? {});
      case ActionType.method:
        return this.callMethod(this.present(object, action.Name), action);
      case ActionType.setProperty:
        return this.setProperty(this.present(object, action.Name), action);
      default:
        throw apiNotFound(object?.className ?? "null object", `action type ${String(action.ActionType)}`);
    }
  }

  locationOf(action: WireAction): string {
    const object = this.resolved.get(action.ObjectPathId);
    const path = this.request.ObjectPaths[String(action.ObjectPathId)];
    return memberName(object, action.Name || path?.Name || "");
  }

  private present(object: HostObject | null, member: string): HostObject {
    if (object === null) {
      throw new HostError("InvalidObjectPath", `${member} was called on an object that does not exist.`);
    }
    return object;
  }

  private identityOf(object: HostObject, pathId: number): Record<string, unknown> {
    const referenceId = this.referenceIds.get(pathId);
    return {
      ...object.model.identity?.(object.target),
      ...(referenceId === undefined ? {} : { _ReferenceId: referenceId }),
    };
  }

  private callMethod(object: HostObject, action: WireAction): unknown {
    const [first] = action.ArgumentInfo?.Arguments ?? [];
    if (action.Name === "_KeepReference" && object.model.isReferenced) {
      if (!this.referenceIds.has(action.ObjectPathId)) {
        this.referenceIds.set(action.ObjectPathId, this.executor.keep(object));
      }
      return null;
    }
    if (action.Name === "_RemoveReference" && typeof first === "string") {
      this.executor.release(first);
      return null;
    }
    const method = object.model.methods?.[action.Name];
    if (!method) throw apiNotFound(object.className, action.Name);
    const result = method(object.target, this.parameters(action.ArgumentInfo));
    return result instanceof HostObject ? null : (result ?? null);
  }

  private setProperty(object: HostObject, action: WireAction): null {
    const property = object.model.properties?.[action.Name];
    if (!property?.set) throw apiNotFound(object.className, action.Name);
    property.set(object.target, this.parameters(action.ArgumentInfo)[0]);
    return null;
  }

  /** The object at a path, made at its first use in this batch; null for a null object. */
  private object(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(pathId)];
    if (!path) throw new HostError("InvalidObjectPath", `There is no object path ${String(pathId)}.`);
    const object = this.resolveOrLocate(path);
    this.resolved.set(pathId, object);
    return object;
  }

  /** Resolves a path; an error says at which member of which class it came up. */
  private resolveOrLocate(path: WireObjectPath): HostObject | null {
    try {
      return this.resolve(path);
    } catch (error) {
      if (!(error instanceof HostError) || error.location !== "") throw error;
      const parent =
        path.ParentObjectPathId === undefined ? null : this.resolved.get(path.ParentObjectPathId);
      throw new HostError(error.code, error.message, memberName(parent, path.Name || "GetItem"));
    }
  }

  private resolve(path: WireObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case ObjectPathType.global:
        return this.roots.workbook;
      case ObjectPathType.newObject: {
        const service = this.roots.service(path.Name);
        if (!service) throw apiNotFound("host", path.Name);
        return service;
      }
      case ObjectPathType.referenceId:
        return this.executor.kept(path.Name);
      case ObjectPathType.nullObject:
        return null;
      default:
        return this.resolveBelow(path);
    }
  }

  private resolveBelow(path: WireObjectPath): HostObject | null {
    const parent = path.ParentObjectPathId === undefined ? null : this.object(path.ParentObjectPathId);
    if (parent === null) return null;
    const { model, target } = parent;
    switch (path.ObjectPathType) {
      case ObjectPathType.property: {
        const navigate = model.objects?.[path.Name];
        if (!navigate) throw apiNotFound(model.name, path.Name);
        return navigate(target);
      }
      case ObjectPathType.indexer:
        if (!model.item) throw apiNotFound(model.name, "getItem");
        return model.item(target, this.parameters(path.ArgumentInfo));
      case ObjectPathType.method: {
        const method = model.methods?.[path.Name];
        if (!method) throw apiNotFound(model.name, path.Name);
        const result = method(target, this.parameters(path.ArgumentInfo));
        if (result === null || result instanceof HostObject) return result;
        throw apiNotFound(model.name, `${path.Name} as an object`);
      }
      default:
        throw apiNotFound(model.name, `object path type ${String(path.ObjectPathType)}`);
    }
  }

  private parameters(info: WireArguments | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, index) => {
      const reference = references[index];
      return typeof reference === "number" && reference > 0 ? this.object(reference) : argument;
    });
  }
}

/** A member as the client writes it: `Range.values`. */
function memberName(object: HostObject | null | undefined, member: string): string {
  return `${object?.className ?? ""}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
}
