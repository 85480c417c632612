import { cellAddress, columnIndex, type CellPosition } from "../../core/workbook/address";
import { PartError } from "./package";
import { XmlParser, type XmlEvents } from "./xmlParser";
import type { SaxesTagPlain } from "saxes";

/** Where a cell stands in the text of its worksheet. */
export interface FoundCell {
  readonly start: number;
  readonly end: number;
  readonly style: string | null;
}

/** Where a row stands, and its cells as far as they matter here. */
export interface FoundRow {
  readonly start: number;
  readonly innerStart: number;
  innerEnd: number;
  end: number;
  readonly selfClosing: boolean;
  readonly cells: { readonly column: number; readonly start: number }[];
}

export interface FoundPlaces {
  readonly cells: ReadonlyMap<string, FoundCell>;
  readonly rows: ReadonlyMap<number, FoundRow>;
  /** Row numbers in the order of the text, for finding the place of a new row. */
  readonly rowStarts: readonly { readonly row: number; readonly start: number }[];
  readonly prefix: string;
  readonly sheetData: {
    readonly start: number;
    readonly innerEnd: number;
    readonly end: number;
    readonly selfClosing: boolean;
  };
}

/**
 * Finds cells and their rows in the text of a worksheet. Of two cells or rows of one number the later counts, and
 * where a cell contradicts its row the cell's own reference does, as in reading. Throws `PartError` when the
 * worksheet has no cell table.
 */
export function findPlaces(worksheet: string, wanted: readonly CellPosition[], part: string): FoundPlaces {
  const finder: PlaceFinder = new PlaceFinder(worksheet, wanted, () => parser.position);
  const parser = new XmlParser(
    finder,
    () => {
      throw new PartError(part);
    },
    { position: true },
  );
  parser.write(worksheet);
  parser.close();
  const { cells, rows, rowStarts, prefix, tables } = finder;
  const [sheetData] = tables;
  if (!sheetData) throw new PartError(part);
  return { cells, rows, rowStarts, prefix, sheetData };
}

class PlaceFinder implements XmlEvents {
  readonly cells = new Map<string, FoundCell>();
  readonly rows = new Map<number, FoundRow>();
  readonly rowStarts: { row: number; start: number }[] = [];
  readonly tables: FoundPlaces["sheetData"][] = [];
  prefix = "";
  private readonly wantedCells: ReadonlySet<string>;
  private readonly wantedRows: ReadonlySet<number>;
  private row = -1;
  private column = -1;
  private openRow: FoundRow | null = null;
  private openCell: { address: string; start: number; style: string | null } | null = null;
  private dataStart = 0;

  constructor(
    private readonly worksheet: string,
    wanted: readonly CellPosition[],
    private readonly position: () => number,
  ) {
    this.wantedCells = new Set(wanted.map(cellAddress));
    this.wantedRows = new Set(wanted.map((cell) => cell.row));
  }

  open(local: string, tag: SaxesTagPlain): void {
    if (local !== "c" && local !== "row" && local !== "sheetData") return;
    const innerStart = this.position();
    const start = this.worksheet.lastIndexOf("<", innerStart - 1);
    if (local === "c") {
      this.beginCell(tag.attributes, start);
    } else if (local === "row") {
      this.beginRow(tag, start, innerStart);
    } else {
      this.prefix = tag.name.slice(0, tag.name.length - local.length);
      this.dataStart = start;
    }
  }

  private beginRow(tag: SaxesTagPlain, start: number, innerStart: number): void {
    const reference = tag.attributes["r"];
    this.row = reference === undefined ? this.row + 1 : Number(reference) - 1;
    this.column = -1;
    this.rowStarts.push({ row: this.row, start });
    this.openRow = null;
    if (!this.wantedRows.has(this.row)) return;
    const selfClosing = tag.isSelfClosing;
    this.openRow = { start, innerStart, innerEnd: innerStart, end: innerStart, selfClosing, cells: [] };
    this.rows.set(this.row, this.openRow);
  }

  private beginCell(attributes: Readonly<Record<string, string>>, start: number): void {
    const reference = attributes["r"];
    if (reference === undefined) this.column++;
    else this.moveTo(reference);
    this.openRow?.cells.push({ column: this.column, start });
    if (!this.wantedRows.has(this.row)) return;
    const address = cellAddress({ row: this.row, column: this.column });
    if (this.wantedCells.has(address)) this.openCell = { address, start, style: attributes["s"] ?? null };
  }

  private moveTo(reference: string): void {
    const digits = reference.search(/[0-9]/);
    this.column = columnIndex(reference.slice(0, digits).toUpperCase());
    this.row = Number(reference.slice(digits)) - 1;
  }

  close(local: string, tag: SaxesTagPlain): void {
    if (local !== "c" && local !== "row" && local !== "sheetData") return;
    const end = this.position();
    const innerEnd = tag.isSelfClosing ? end : this.worksheet.lastIndexOf("<", end - 1);
    if (local === "c") {
      if (this.openCell) {
        const { address, start, style } = this.openCell;
        this.cells.set(address, { start, end, style });
      }
      this.openCell = null;
    } else if (local === "row") {
      if (this.openRow) Object.assign(this.openRow, { innerEnd, end });
      this.openRow = null;
    } else {
      this.tables.push({ start: this.dataStart, innerEnd, end, selfClosing: tag.isSelfClosing });
    }
  }
}
