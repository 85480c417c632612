import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { cellAddress, cellKey, type Area } from "../../src/core/workbook/address";
import {
  isCellError,
  type CellValue,
  type SheetSnapshot,
  type Snapshot,
} from "../../src/core/workbook/snapshot";

/** What a cell is given: a plain value, or a formula with its last result, or either with a number format. */
export type CellContent =
  | CellValue
  | { readonly formula: string; readonly value: CellValue; readonly format?: string }
  | { readonly value: CellValue; readonly format: string };

interface DraftCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
  readonly format: string | null;
}

/** A sheet in the making. Rows and columns are zero-based. */
export class SheetDraft {
  readonly merges: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** The area of a filter that hides rows. */
  filter: string | null = null;
  visibility: SheetSnapshot["visibility"] = "visible";
  private readonly cells = new Map<number, DraftCell>();

  constructor(readonly name: string) {}

  /** Puts a value or a formula into a cell; `null` empties it. */
  put(row: number, column: number, content: CellContent): void {
    const key = cellKey(row, column);
    if (content === null) {
      this.cells.delete(key);
      return;
    }
    const rich = typeof content === "object" && "value" in content ? content : { value: content };
    this.cells.set(key, {
      row,
      column,
      value: rich.value,
      formula: "formula" in rich ? rich.formula : null,
      format: ("format" in rich ? rich.format : undefined) ?? null,
    });
  }

  /** Merges an area; one cell stays as it is. */
  merge(row: number, column: number, rowCount: number, columnCount: number): void {
    if (rowCount * columnCount > 1) this.merges.push({ row, column, rowCount, columnCount });
  }

  /** Puts a text into the corner of a merged area. */
  title(row: number, column: number, columnCount: number, text: string): void {
    this.put(row, column, text);
    this.merge(row, column, 1, columnCount);
  }

  valueAt(row: number, column: number): CellValue {
    return this.cells.get(cellKey(row, column))?.value ?? null;
  }

  formulaAt(row: number, column: number): string | null {
    return this.cells.get(cellKey(row, column))?.formula ?? null;
  }

  /** The same values with rows and columns exchanged; formulas are left behind. */
  turned(): SheetDraft {
    const turned = new SheetDraft(this.name);
    for (const { row, column, value, format } of this.cells.values()) {
      turned.put(column, row, format === null ? value : { value, format });
    }
    return turned;
  }

  /** The sheet as the recogniser reads it. */
  snapshot(index: number): SheetSnapshot {
    const cells = [...this.cells.values()];
    const area = areaOf(cells);
    const values = Array.from({ length: area.rowCount }, () =>
      new Array<CellValue>(area.columnCount).fill(null),
    );
    for (const { row, column, value } of cells) {
      const line = values[row - area.row];
      if (line) line[column - area.column] = value;
    }
    const keyed = <Value>(pick: (cell: DraftCell) => Value | null) =>
      new Map(
        cells.flatMap((cell): [number, Value][] => {
          const value = pick(cell);
          return value === null ? [] : [[cellKey(cell.row, cell.column), value]];
        }),
      );
    return {
      id: `sheet-${index + 1}`,
      name: this.name,
      visibility: this.visibility,
      area,
      values,
      formulas: keyed(({ formula }) => formula),
      numberFormats: keyed(({ format }) => format),
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      filtered: this.filter !== null,
      tables: [],
      protected: false,
      mark: null,
    };
  }

  /** The sheet as the library that writes files wants it. */
  written(): WriteSheet {
    const cells = [...this.cells.values()];
    const lastRow = Math.max(0, ...cells.map(({ row }) => row), ...this.hiddenRows);
    const rows = Array.from({ length: lastRow + 1 }, (): (string | number | boolean | null)[] => []);
    for (const { row, column, value } of cells) {
      const line = rows[row];
      if (!line) continue;
      while (line.length <= column) line.push(null);
      line[column] = isCellError(value) ? value.error : value;
    }
    const lastColumn = Math.max(0, ...cells.map(({ column }) => column), ...this.hiddenColumns);
    return {
      name: this.name,
      rows,
      columns: Array.from({ length: lastColumn + 1 }, (_, column) => ({
        hidden: this.hiddenColumns.has(column),
      })),
      cells: new Map(
        cells
          .filter(({ formula, format }) => formula !== null || format !== null)
          .map(({ row, column, value, formula, format }) => {
            const plain = isCellError(value) ? value.error : value;
            return [
              `${row},${column}`,
              {
                value: plain,
                ...(formula === null ? {} : { formula: formula.slice(1), formulaResult: plain }),
                ...(format === null ? {} : { style: { numFmt: format } }),
              },
            ];
          }),
      ),
      merges: this.merges.map(({ row, column, rowCount, columnCount }) => ({
        startRow: row,
        startCol: column,
        endRow: row + rowCount - 1,
        endCol: column + columnCount - 1,
      })),
      rowDefs: new Map([...this.hiddenRows].map((row) => [row, { hidden: true }])),
      hidden: this.visibility === "hidden",
      veryHidden: this.visibility === "veryHidden",
      ...(this.filter === null
        ? {}
        : { autoFilter: { range: this.filter, columns: [{ colIndex: 0, filters: ["是"] }] } }),
    };
  }
}

function areaOf(cells: readonly DraftCell[]): Area {
  if (cells.length === 0) return { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return {
    row,
    column,
    rowCount: Math.max(...rows) - row + 1,
    columnCount: Math.max(...columns) - column + 1,
  };
}

/** The sheets as a Snapshot. */
export function snapshotOf(sheets: readonly SheetDraft[]): Snapshot {
  return {
    sheets: sheets.map((sheet, index) => sheet.snapshot(index)),
    dateSystem: "1900",
    structureProtected: false,
  };
}

/** The sheets as the bytes of an .xlsx file. */
export async function bytesOf(sheets: readonly SheetDraft[]): Promise<Uint8Array> {
  const bytes = await writeXlsx({ sheets: sheets.map((sheet) => sheet.written()) });
  return withErrorCells(bytes, sheets);
}

/** The library writes the error that a formula gave as text; Excel marks such cells as errors. */
function withErrorCells(bytes: Uint8Array, sheets: readonly SheetDraft[]): Uint8Array {
  const hasErrors = sheets.some((sheet) => sheet.snapshot(0).values.flat().some(isCellError));
  if (!hasErrors) return bytes;
  const parts = unzipSync(bytes);
  for (const [path, content] of Object.entries(parts)) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    const marked = strFromU8(content).replace(
      /<c ([^>]*)t="str"([^>]*)>((?:(?!<\/c>).)*<v>#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?)<\/v>)/g,
      '<c $1t="e"$2>$3',
    );
    parts[path] = strToU8(marked);
  }
  return zipSync(parts);
}

/** `B7` of a zero-based cell. */
export function address(row: number, column: number): string {
  return cellAddress({ row, column });
}
