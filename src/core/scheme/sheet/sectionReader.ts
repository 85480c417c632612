import { formatDecimal, formatNumber, parseDecimal } from "../../numbers/decimal";
import { readNumber } from "../../numbers/readNumber";
import { contains, type CellPosition } from "../../workbook/address";
import { isCellError, valueAt } from "../../workbook/snapshot";
import type { SchemeCells } from "./schemeCells";
import type { FoundSection } from "./sheetSections";
import type { SchemeFault, SchemeFaultCode } from "./schemeFault";
import { HEADING, SECTIONS } from "./sections";

/** Collects what is wrong on the sheet, and which cell each key of the scheme file came from. */
export class SheetFaults {
  readonly list: SchemeFault[] = [];
  private readonly cells = new Map<string, CellPosition>();

  constructor(readonly sheet: SchemeCells) {}

  /** Adds an error, or a warning where told. Of one cell the first counts: what follows from it is no news. */
  add(
    code: SchemeFaultCode,
    cell: CellPosition,
    parameters: Readonly<Record<string, string>> = {},
    severity: SchemeFault["severity"] = "error",
  ): void {
    const isSame = (one: SchemeFault) => one.cell.row === cell.row && one.cell.column === cell.column;
    if (!this.list.some(isSame)) this.list.push({ code, severity, sheet: this.sheet.name, cell, parameters });
  }

  /** Remembers where the value at a path of the scheme file stands. */
  place(path: string, cell: CellPosition): void {
    this.cells.set(path, cell);
  }

  /** The cell of a path, else of the nearest path above it that has one. */
  cellOf(path: string): CellPosition {
    for (let part = path; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
      const cell = this.cells.get(part);
      if (cell) return cell;
    }
    return { row: this.sheet.area.row, column: this.sheet.area.column };
  }

  /** Whether anything is wrong in one of these rows. */
  isIn(rows: readonly number[]): boolean {
    return this.list.some(({ cell }) => rows.includes(cell.row));
  }

  get hasErrors(): boolean {
    return this.list.some(({ severity }) => severity === "error");
  }
}

/** Reads the rows of one part of the sheet by their columns' headings; what is wrong goes to the faults. */
export class SectionReader {
  constructor(
    readonly section: FoundSection,
    readonly faults: SheetFaults,
  ) {}

  /** The cell of a heading's column in a row; in the first column where the heading is gone. */
  cell(row: number, heading: string): CellPosition {
    return { row, column: this.section.columns.get(heading) ?? this.faults.sheet.area.column };
  }

  /** The text of a cell without spaces around it; empty for a blank, an error value, and where the column is gone. */
  text(row: number, heading: string): string {
    const column = this.section.columns.get(heading);
    if (column === undefined) return "";
    const cell = { row, column };
    const value = valueAt(this.faults.sheet, this.cornerOf(cell));
    if (isCellError(value)) {
      this.faults.add("error-value", cell, { error: value.error });
      return "";
    }
    if (typeof value === "number") return formatNumber(value);
    return value === null ? "" : String(value).trim();
  }

  /** The text of a cell that must not be blank. */
  needed(row: number, heading: string): string {
    const text = this.text(row, heading);
    if (text === "") this.faults.add("blank", this.cell(row, heading), { column: heading });
    return text;
  }

  /**
   * The number of a cell as plain decimal text; null for a blank, and for what is none, which is a fault.
   * `55%` is 0.55 where percentages are wanted and a fault elsewhere.
   */
  number(row: number, heading: string, takesPercent = false): string | null {
    const text = this.text(row, heading);
    if (text === "") return null;
    const number = numberOf(text, takesPercent);
    if (number === null) this.faults.add("no-number", this.cell(row, heading), { column: heading, text });
    return number;
  }

  /** A group's name written once for several rows in a merged cell counts for each of them. */
  private cornerOf(cell: CellPosition): CellPosition {
    const { merges } = this.faults.sheet;
    if (merges === null) return this.filledAbove(cell);
    const merge = merges.find((area) => area.columnCount === 1 && contains(area, cell));
    return merge ?? cell;
  }

  /** Without merges: the group of a row whose own cell is blank, which is the one above where there is any. */
  private filledAbove(cell: CellPosition): CellPosition {
    if (this.section.name !== "units" || cell.column !== this.section.columns.get(HEADING.group)) return cell;
    const isBlank = (row: number) => valueAt(this.faults.sheet, { ...cell, row }) === null;
    const row = this.section.rows.filter((one) => one <= cell.row).findLast((one) => !isBlank(one));
    return row === undefined ? cell : { ...cell, row };
  }
}

/** The number that a text says, as plain decimal text; null for anything else. */
export function numberOf(text: string, takesPercent = false): string | null {
  const plain = parseDecimal(text);
  if (plain !== null) return formatDecimal(plain);
  const reading = readNumber(text);
  if (reading.kind !== "number") return null;
  if (!reading.oddities.includes("percent")) return formatDecimal(reading.value);
  const { units, places } = reading.value;
  return takesPercent ? formatDecimal({ units, places: places + 2 }) : null;
}

/** Whether the rows of a section can be read: not without its headings, nor where merged cells hide them. */
export function checkSection({ section, faults }: SectionReader): boolean {
  const { title, required } = SECTIONS[section.name];
  if (!section.hasHeadings) {
    const columns = required.join("、");
    faults.add("no-headings", headingCell(section, faults), { section: title, columns });
    return false;
  }
  return required.every((heading) => section.columns.has(heading)) && !hasMergedRows(section, faults);
}

/**
 * Columns that are gone, all in one fault: a column taken from the sheet is gone from several sections at once. An
 * error where a section cannot be read without one of them.
 */
export function reportMissingColumns(sections: readonly FoundSection[], faults: SheetFaults): void {
  for (const severity of ["error", "warning"] as const) {
    const lacking = sections.flatMap((section) => {
      const { title, required, optional } = SECTIONS[section.name];
      const headings = severity === "error" ? required : optional;
      const missing = headings.filter((heading) => !section.columns.has(heading));
      return section.hasHeadings && missing.length > 0
        ? [{ section, text: `${title}（${missing.join("、")}）` }]
        : [];
    });
    const [first] = lacking;
    if (first === undefined) continue;
    const columns = lacking.map(({ text }) => text).join("，");
    faults.add("missing-column", headingCell(first.section, faults), { columns }, severity);
    if (severity === "error") return;
  }
}

function headingCell({ headingRow }: FoundSection, { sheet }: SheetFaults): CellPosition {
  return { row: headingRow, column: sheet.area.column };
}

/** Merged cells of several read columns or rows hide what stood in them; down one column they repeat it. */
function hasMergedRows(section: FoundSection, faults: SheetFaults): boolean {
  const { required, optional } = SECTIONS[section.name];
  const columns = [...required, ...optional].flatMap((heading) => section.columns.get(heading) ?? []);
  const rows = new Set(section.rows);
  let hides = false;
  for (const area of faults.sheet.merges ?? []) {
    const covered = columns.filter(
      (column) => column >= area.column && column < area.column + area.columnCount,
    );
    const reaches = [...rows].some((row) => row >= area.row && row < area.row + area.rowCount);
    if (!reaches || covered.length === 0) continue;
    const repeats = section.name === "units" && covered.length === 1 && area.columnCount === 1;
    if (covered.length === 1 && area.rowCount === 1) continue;
    if (repeats && covered[0] === section.columns.get(HEADING.group)) continue;
    faults.add("merged", area, { section: SECTIONS[section.name].title });
    hides = true;
  }
  return hides;
}
