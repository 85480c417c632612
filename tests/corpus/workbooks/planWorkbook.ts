import { answersOf, type Doubts } from "../answers";
import type { CorpusWorkbook, PlantedFault } from "../corpusWorkbook";
import type { SheetDraft } from "../draft";
import { PLAN, type MadeUnit } from "../oracle";
import type { LaidTable } from "../scoreTable";

/** What a workbook of the plan has besides its tables. */
export interface PlanExtras extends Doubts {
  readonly faults?: readonly PlantedFault[];
  /** Sheets that hold no table; the tables' own come first. */
  readonly otherSheets?: readonly SheetDraft[];
  readonly clean?: boolean;
  readonly period?: string;
}

/** A workbook for the built-in scheme: clean unless faults are planted. */
export function planWorkbook(
  name: string,
  oddities: readonly string[],
  tables: readonly LaidTable[],
  units: readonly MadeUnit[],
  extras: PlanExtras = {},
): CorpusWorkbook {
  const { faults = [], otherSheets = [], period = null } = extras;
  return {
    name,
    oddities,
    scheme: null,
    period,
    sheets: [...new Set([...tables.map(({ sheet }) => sheet), ...otherSheets])],
    tables: tables.map(({ expected }) => expected),
    units: answersOf(PLAN, units, extras),
    namedGroups: true,
    faults,
    clean: extras.clean ?? faults.length === 0,
  };
}
