import type { CheckOutput } from "../actions/checkAction";
import type { TableKind } from "../core/assessment/assessment";
import type { Period } from "../core/scheme/period";
import type { Area } from "../core/workbook/address";

/** A sheet's table as the pane lists it. */
export interface RecognisedSheet {
  readonly sheet: string;
  readonly area: Area;
  readonly unitCount: number;
}

/** How many there are of how many. `expected` is null without a roster. */
export interface Count {
  readonly name: string;
  readonly found: number;
  readonly expected: number | null;
}

/** What was recognised, counted for the first screen. */
export interface RecognitionSummary {
  readonly period: Period;
  readonly scoreTables: readonly RecognisedSheet[];
  /** Sheets that hold no scores, with what they are. */
  readonly otherSheets: readonly { readonly sheet: string; readonly kind: Exclude<TableKind, "scores"> }[];
  /** Different units, beside the roster's number. */
  readonly units: Count;
  /** Units of each group, beside the roster's number. */
  readonly groups: readonly Count[];
  /** Units that have a score in each component, beside the units found. */
  readonly components: readonly Count[];
}

/** Counts what a check recognised. Units are counted once however many rows they stand in. */
export function summariseRecognition(output: CheckOutput): RecognitionSummary {
  const { scheme, assessment } = output;
  const names = new Set(assessment.units.map((unit) => unit.name));
  return {
    period: assessment.period,
    scoreTables: assessment.tables
      .filter((table) => table.kind === "scores")
      .map(({ sheet, area, unitCount }) => ({ sheet, area, unitCount })),
    otherSheets: assessment.tables.flatMap(({ sheet, kind }) => (kind === "scores" ? [] : [{ sheet, kind }])),
    units: {
      name: scheme.name,
      found: names.size,
      expected: scheme.groups?.reduce((sum, group) => sum + group.units.length, 0) ?? null,
    },
    groups: assessment.groups.map((name) => ({
      name,
      found: distinctNames(output, (unit) => unit.group === name),
      expected: scheme.groups?.find((group) => group.name === name)?.units.length ?? null,
    })),
    components: scheme.components.map(({ id, name }) => ({
      name,
      found: distinctNames(output, (unit) => unit.components.has(id)),
      expected: names.size,
    })),
  };
}

function distinctNames(
  { assessment }: CheckOutput,
  includes: (unit: CheckOutput["assessment"]["units"][number]) => boolean,
): number {
  return new Set(assessment.units.filter(includes).map((unit) => unit.name)).size;
}
