import type { AssessedUnit, Assessment, Figure, RecognisedTable } from "../../assessment/assessment";
import { decimalOfNumber, decimalToNumber, equalDecimals } from "../../numbers/decimal";
import { cellAddress, contains, sheetReference, type SheetCell } from "../../workbook/address";
import { valueAt, type CellValue, type SheetSnapshot, type Snapshot } from "../../workbook/snapshot";

/** Points of a unit that stand in a column of their own. */
export type Points = "bonus" | "deduction";

/** From which cells of the workbook the figures of a ranking come, as formulas refer to them. */
export interface FigureSources {
  /** The cell that holds a component's score, and nothing but it, as a number; else null. */
  readonly score: (figure: Figure) => string | null;
  /** The same for points; a blank cell in the column of such points is their source too, because it counts as 0. */
  readonly points: (unit: AssessedUnit, side: Points) => string | null;
  /** A formula's condition that a unit's name and figures still stand where they were read, as they were read. */
  readonly unchanged: (unit: AssessedUnit) => string | null;
}

/** Excel takes 8,192 characters a formula and 255 a text in it; there has to be room for the rest of the formula. */
const MAXIMUM_CONDITION = 7_000;
const MAXIMUM_TEXT = 255;

/**
 * Looks up the source cells of figures. A figure that was read from a text, added up from several cells or made of
 * a number of events has no single cell that holds it. Plain references follow renamed sheets and moved cells.
 */
export function figureSources(snapshot: Snapshot, { tables }: Assessment): FigureSources {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const scoreTables = tables.filter(({ kind }) => kind === "scores");

  const tableOf = (cell: SheetCell) =>
    scoreTables.find(({ sheet, area }) => sheet === cell.sheet && contains(area, cell));

  const holds = (figure: Figure): boolean => {
    const value = contentOf(sheets, figure);
    const decimal = typeof value === "number" ? decimalOfNumber(value) : null;
    return decimal !== null && equalDecimals(decimal, figure.value);
  };

  const score = (figure: Figure) => (holds(figure) ? reference(figure) : null);

  const points = (unit: AssessedUnit, side: Points): string | null => {
    const figure = unit[side];
    if (figure === null) return blankCell(unit, side);
    const column = onlyColumn(tableOf(figure), side);
    return column === figure.column && holds(figure) ? reference(figure) : null;
  };

  /** The cell of a unit's row under the only column of a role. */
  const rowCell = (unit: AssessedUnit, role: string): SheetCell | null => {
    const { source } = unit;
    const column = onlyColumn(tableOf(source), role);
    // In tables with the units across, what counts as a column is a row of the sheet.
    const isRow = [...unit.components.values()].some(
      (figure) =>
        figure.sheet === source.sheet && figure.row === source.row && figure.column !== source.column,
    );
    return column === null || !isRow ? null : { sheet: source.sheet, row: source.row, column };
  };

  const blankCell = (unit: AssessedUnit, role: string): string | null => {
    const cell = rowCell(unit, role);
    const sheet = cell && sheets.get(cell.sheet);
    if (!cell || !sheet || valueAt(sheet, cell) !== null) return null;
    return sheet.merges.some((area) => contains(area, cell)) ? null : reference(cell);
  };

  const unchanged = (unit: AssessedUnit): string | null => {
    const roles = tableOf(unit.source)?.columns.map(({ role }) => role) ?? [];
    const scored = roles.filter((role) => SCORED.test(role)).map((role) => rowCell(unit, role));
    const cells = [unit.source, ...unit.components.values(), unit.bonus, unit.deduction, ...scored];
    const conditions = cells.flatMap((cell) => (cell === null ? [] : conditionOf(sheets, cell)));
    const all = [...new Set(conditions)].join(",");
    return all === "" || all.length > MAXIMUM_CONDITION ? null : `AND(${all})`;
  };

  return { score, points, unchanged };
}

/** Roles of columns whose cells count in a total, or would if they were filled in. */
const SCORED = /^(?:component:|bonus$|deduction$)/;

function contentOf(sheets: ReadonlyMap<string, SheetSnapshot>, cell: SheetCell): CellValue {
  const sheet = sheets.get(cell.sheet);
  return sheet === undefined ? null : valueAt(sheet, cell);
}

function reference(cell: SheetCell): string {
  return sheetReference(cell.sheet, cellAddress(cell));
}

/** The column of a role where a table has one alone: of several, each is only a part. */
function onlyColumn(table: RecognisedTable | undefined, role: string): number | null {
  const [first, ...others] = table?.columns.filter((column) => column.role === role) ?? [];
  return first !== undefined && others.length === 0 ? first.column : null;
}

/** The condition that a cell still holds what it holds now; none for what formulas cannot compare. */
function conditionOf(sheets: ReadonlyMap<string, SheetSnapshot>, cell: SheetCell): string[] {
  const value = contentOf(sheets, cell);
  const place = reference(cell);
  if (typeof value === "number") {
    const decimal = decimalOfNumber(value);
    if (decimal === null) return [];
    const number = decimalToNumber(decimal);
    return [number === value ? `${place}=${String(number)}` : `ROUND(${place}-${String(number)},9)=0`];
  }
  if (value === null) return [`${place}=""`];
  if (typeof value !== "string" || value === "" || value.length > MAXIMUM_TEXT) return [];
  // A number in place of the text that spells it changes nothing.
  return [`${place}&""="${value.replaceAll('"', '""')}"`];
}
