import type { RoleChanges } from "../actions/rolesInForce";
import { knownCorrections } from "../core/recognise/roleSheet";
import type { RoleCorrections } from "../core/recognise/columns/tableColumns";
import type { Scheme } from "../core/scheme/scheme";

/** The roles that the clerk gave to headers on this machine, for the next workbook with the same headers. */
export interface RoleMemory {
  /** What is remembered under a scheme; nothing where the machine keeps nothing. */
  readonly recall: (scheme: Scheme) => RoleCorrections;
  /** Changes what is remembered under a scheme: what was taken back is forgotten. */
  readonly remember: (scheme: Scheme, changes: RoleChanges) => void;
}

/** The newest so many headers are remembered for a scheme: the storage of a page is small. */
const MOST_HEADERS = 500;

/**
 * A memory in the page's storage. A machine without storage (private windows, policies) or with a full one remembers
 * nothing: the workbook keeps its own roles all the same.
 */
export function createRoleMemory(storage: () => Storage): RoleMemory {
  function pairsOf(scheme: Scheme): readonly (readonly unknown[])[] {
    try {
      const kept: unknown = JSON.parse(storage().getItem(keyOf(scheme)) ?? "[]");
      return Array.isArray(kept) ? kept.filter((pair): pair is unknown[] => Array.isArray(pair)) : [];
    } catch {
      return [];
    }
  }

  const recall = (scheme: Scheme) => knownCorrections(pairsOf(scheme), scheme);
  return {
    recall,
    remember(scheme, changes) {
      const kept = new Map(recall(scheme));
      for (const [header, role] of changes) {
        // The newest stand last: the oldest are the first to be forgotten.
        kept.delete(header);
        if (role !== null) kept.set(header, role);
      }
      try {
        storage().setItem(keyOf(scheme), JSON.stringify([...kept].slice(-MOST_HEADERS)));
      } catch {
        // Nothing is remembered then.
      }
    },
  };
}

/** The scheme's id and its components: schemes made from headers have one id and differ in what they score. */
function keyOf({ id, components }: Scheme): string {
  return `perf.column-roles:${JSON.stringify([id, ...components.map((one) => `${one.id}=${one.name}`)])}`;
}
