import type { CellEdit } from "../../workbook/plan";
import { valueAt } from "../../workbook/snapshot";
import type { Scheme, SchemeGroup, SchemeUnit } from "../scheme";
import { formatNames, parseNames } from "./nameList";
import type { SchemeCells } from "./schemeCells";
import { HEADING } from "./sections";
import { findSections, type FoundSection } from "./sheetSections";

/** What a name in the workbook is to mean from now on: a unit of its own in a group, or a unit of the roster. */
export type NameMeaning =
  { readonly kind: "unit"; readonly group: string } | { readonly kind: "alias"; readonly unit: string };

/** The scheme with a name in its roster; null where the group or unit is not there. */
export function schemeWithName(scheme: Scheme, name: string, meaning: NameMeaning): Scheme | null {
  const groups = scheme.groups ?? [];
  const isPlace = ({ name: group, units }: SchemeGroup): boolean =>
    meaning.kind === "unit" ? group === meaning.group : units.some((unit) => unit.name === meaning.unit);
  if (!groups.some(isPlace)) return null;
  const units = (group: SchemeGroup): readonly SchemeUnit[] =>
    meaning.kind === "unit"
      ? [...group.units, { id: name, name, aliases: [], likelyAliases: [] }]
      : group.units.map((unit) =>
          unit.name === meaning.unit ? { ...unit, aliases: [...unit.aliases, name] } : unit,
        );
  return {
    ...scheme,
    groups: groups.map((group) => (isPlace(group) ? { ...group, units: units(group) } : group)),
  };
}

/**
 * The cells of 考评方案 that put a name into its roster, everything else as the office left it; null where the sheet
 * lacks the unit or the columns.
 */
export function editsForName(
  sheet: SchemeCells,
  name: string,
  meaning: NameMeaning,
): readonly CellEdit[] | null {
  const section = findSections(sheet).get("units");
  if (!section?.hasHeadings) return null;
  return meaning.kind === "unit"
    ? unitEdits(sheet, section, name, meaning.group)
    : aliasEdits(sheet, section, name, meaning.unit);
}

function unitEdits(
  sheet: SchemeCells,
  { columns, rows, headingRow }: FoundSection,
  name: string,
  group: string,
): readonly CellEdit[] | null {
  const row = Math.max(headingRow, ...rows) + 1;
  return editsOf([
    editAt(sheet, row, columns.get(HEADING.unit), name),
    editAt(sheet, row, columns.get(HEADING.group), group),
  ]);
}

function aliasEdits(
  sheet: SchemeCells,
  { columns, rows }: FoundSection,
  name: string,
  unit: string,
): readonly CellEdit[] | null {
  const unitColumn = columns.get(HEADING.unit);
  const aliasColumn = columns.get(HEADING.aliases);
  if (unitColumn === undefined || aliasColumn === undefined) return null;
  const row = rows.find((one) => textAt(sheet, one, unitColumn) === unit);
  if (row === undefined) return null;
  const aliases = [...parseNames(textAt(sheet, row, aliasColumn)), name];
  return editsOf([editAt(sheet, row, aliasColumn, formatNames(aliases))]);
}

function textAt(sheet: SchemeCells, row: number, column: number): string {
  const value = valueAt(sheet, { row, column });
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function editAt(sheet: SchemeCells, row: number, column: number | undefined, value: string): CellEdit | null {
  if (column === undefined) return null;
  const cell = { sheet: sheet.name, row, column };
  return { cell, expected: valueAt(sheet, cell), value };
}

function editsOf(edits: readonly (CellEdit | null)[]): readonly CellEdit[] | null {
  return edits.every((edit) => edit !== null) ? edits : null;
}
