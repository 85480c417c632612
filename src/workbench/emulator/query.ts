import { apiNotFound } from "./hostError";
import type { ClassModel, HostObject } from "./hostObject";
import type { WireQuery } from "./wire";

/** Names selected below an object: property → the names selected below that. */
type Selection = Map<string, Selection>;

/**
 * What a Query action answers: the selected properties of an object, nested objects inside, and
 * `_Items` for a collection. Without a selection, every property that the emulator models.
 */
export function queryObject(object: HostObject, query: WireQuery): Record<string, unknown> {
  return answer(object, selectionOf(query), query);
}

function selectionOf(query: WireQuery): Selection {
  const selection: Selection = new Map();
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let level = selection;
    for (const name of path.split("/")) {
      const key = name.toLowerCase();
      if (key === "" || key === "items") continue;
      const below = level.get(key) ?? new Map<string, Selection>();
      level.set(key, below);
      level = below;
    }
  }
  return selection;
}

function answer(object: HostObject, selection: Selection, query: WireQuery = {}): Record<string, unknown> {
  const { model, target } = object;
  if (!model.items) return answerFields(model, target, selection);
  const own = new Map([...selection].filter(([key]) => ownsMember(model, key)));
  const below = new Map([...selection].filter(([key]) => !ownsMember(model, key)));
  const skip = query.Skip ?? 0;
  const items = model.items(target).slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  return {
    ...(own.size > 0 ? answerFields(model, target, own) : {}),
    _Items: items.map((item) => ({
      ...item.model.identity?.(item.target),
      ...answer(item, below),
    })),
  };
}

function ownsMember(model: ClassModel<unknown>, key: string): boolean {
  return memberNamed(model.properties, key) !== null || memberNamed(model.objects, key) !== null;
}

function answerFields(
  model: ClassModel<unknown>,
  target: unknown,
  selection: Selection,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (selection.size === 0 || selection.has("$all")) {
    for (const [name, property] of Object.entries(model.properties ?? {}))
      fields[name] = property.get(target);
  }
  for (const [key, below] of selection) {
    if (key.startsWith("$")) continue;
    const property = memberNamed(model.properties, key);
    if (property) {
      fields[property.name] = property.member.get(target);
      continue;
    }
    const navigation = memberNamed(model.objects, key);
    if (!navigation) throw apiNotFound(model.name, key);
    const next = navigation.member(target);
    fields[navigation.name] = next === null ? null : answer(next, below);
  }
  return fields;
}

function memberNamed<Member>(
  members: Readonly<Record<string, Member>> | undefined,
  key: string,
): { name: string; member: Member } | null {
  for (const [name, member] of Object.entries(members ?? {})) {
    if (name.toLowerCase() === key) return { name, member };
  }
  return null;
}
