import Big from "big.js";
import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";
import { answersOf } from "../answers";
import { rightRule } from "../author";
import * as columns from "../columns";
import type { CorpusWorkbook, PlantedFault } from "../corpusWorkbook";
import type { MadeUnit, PlainScheme } from "../oracle";
import type { LaidTable, MadeColumn } from "../scoreTable";

/** A scheme file, and the same scheme as the corpus reckons with it. */
export interface Office {
  readonly scheme: SchemeFileInput;
  readonly plain: PlainScheme;
}

/** A scheme of components with a weight and the most that each can reach. */
export function office(
  id: string,
  parts: readonly (readonly [name: string, max: string, weight: string])[],
  aliases: Readonly<Record<string, readonly string[]>> = {},
): Office {
  const components = parts.map(([name, max, weight], index) => ({
    id: `c${index + 1}`,
    name,
    aliases: [...(aliases[name] ?? [])],
    max,
    weight,
  }));
  const fullMark = components.reduce(
    (sum, { max, weight }) => sum.plus(new Big(max).times(weight)),
    new Big(0),
  );
  return {
    scheme: {
      id,
      name: id,
      fullMark: fullMark.toString(),
      components,
      rounding: { places: 2, mode: "half-up" },
      ties: "competition",
      groups: null,
    },
    plain: {
      components: components.map(({ id: own, name, weight }) => ({ id: own, name, weight })),
      places: 2,
    },
  };
}

/** A workbook of an office with its own scheme: clean unless faults are planted. */
export function workbook(
  name: string,
  oddities: readonly string[],
  { scheme, plain }: Office,
  tables: readonly LaidTable[],
  units: readonly MadeUnit[],
  extras: {
    readonly faults?: readonly PlantedFault[];
    readonly namedGroups?: boolean;
    readonly proposable?: boolean;
  } = {},
): CorpusWorkbook {
  const { faults = [], namedGroups = true, proposable = true } = extras;
  return {
    name,
    oddities: ["an office with its own scheme", ...oddities],
    scheme,
    period: null,
    sheets: [...new Set(tables.map(({ sheet }) => sheet))],
    tables: tables.map(({ expected }) => expected),
    units: answersOf(plain, units),
    namedGroups,
    faults,
    clean: faults.length === 0,
    proposable,
  };
}

/** A column for each component; `header` gives its header cells. */
export function scoreColumns(
  { plain }: Office,
  header: (name: string, weight: string) => readonly string[],
): MadeColumn[] {
  return plain.components.map(({ id, name, weight }) => columns.component(id, header(name, weight)));
}

/** The author's total and rank, right ones. */
export function totalAndRank(
  { plain }: Office,
  units: readonly MadeUnit[],
  headers: readonly [string, string],
  typed = false,
): MadeColumn[] {
  const rule = { ...rightRule(plain), bonus: false, deduction: "left-out" } as const;
  return [
    columns.total(rule, [headers[0]], typed),
    columns.rank({ units, totals: columns.totalsOf(rule, units), typed }, [headers[1]]),
  ];
}

/** `0.55` → `55%`. */
export function percent(weight: string): string {
  return `${new Big(weight).times(100).toString()}%`;
}
