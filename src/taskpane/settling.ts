import type { CheckOutput } from "../actions/checkAction";
import { KNOWN_VALUES, NUMBERS_AS_TEXT } from "../core/checks/catalogue";
import type { Finding } from "../core/findings/finding";
import type { SheetCell } from "../core/workbook/address";

/** A repair that one finding offers: the cell, and what it is to hold. */
export interface SingleRepair {
  readonly cell: SheetCell;
  readonly value: string | number;
}

/** The single repair of a finding; null where it has none. */
export function singleRepair({ code, sheet, cell, fix, alike }: Finding): SingleRepair | null {
  const isRepairable = NUMBERS_AS_TEXT.has(code) || KNOWN_VALUES.has(code) || code === "unit-alias";
  if (!isRepairable || alike !== undefined || fix === null || sheet === null || cell === null) return null;
  return { cell: { sheet, ...cell }, value: fix.to };
}

/** A name that the roster does not know, and what it may mean. */
export interface OpenName {
  readonly name: string;
  /** Groups that it could be added to, that of its row first. */
  readonly groups: readonly string[];
  /** Units that it could be an alias of, the likely ones first. */
  readonly units: readonly string[];
  /** How many of those are likely. */
  readonly likelyCount: number;
}

const OPEN_NAMES: ReadonlySet<string> = new Set(["unit-unknown", "unit-likely"]);

/** The name that a finding is about, where it is one that the roster does not know; else null. */
export function openName(
  { code, sheet, cell, parameters }: Finding,
  { scheme, assessment }: Pick<CheckOutput, "scheme" | "assessment">,
): OpenName | null {
  const { text, suggestions } = parameters;
  if (!OPEN_NAMES.has(code) || typeof text !== "string" || scheme.groups === null) return null;
  const own = assessment.units.find(
    ({ source }) => source.sheet === sheet && source.row === cell?.row && source.column === cell.column,
  )?.group;
  const names = scheme.groups.map(({ name }) => name);
  const entries = scheme.groups.flatMap((group) =>
    group.units.map(({ name }) => ({ name, isLikely: isNamed(suggestions, `${name}(${group.name})`) })),
  );
  const likely = entries.filter(({ isLikely }) => isLikely);
  return {
    name: text,
    groups: own !== undefined && names.includes(own) ? [own, ...names.filter((name) => name !== own)] : names,
    units: [...likely, ...entries.filter(({ isLikely }) => !isLikely)].map(({ name }) => name),
    likelyCount: likely.length,
  };
}

/** Suggestions come as one text: `市审计局(第四组)、市统计局(第四组)`. */
function isNamed(suggestions: string | number | undefined, entry: string): boolean {
  return typeof suggestions === "string" && `、${suggestions}、`.includes(`、${entry}、`);
}
