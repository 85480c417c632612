import type { Area, CellKey } from "../../core/workbook/address";
import { cellKey } from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { cellValueOf, formulaOf } from "./cellValue";
import { rangeOf, type LoadedPiece, type Piece } from "./pieces";
import { rowDigest } from "./readings";

/** Cells of a sheet as they come in, piece by piece. */
export interface CellStore {
  readonly firstRow: number;
  readonly values: CellValue[][];
  readonly formulas: Map<CellKey, string>;
  readonly numberFormats: Map<CellKey, string>;
  readonly hiddenRows: Set<number>;
  /** What was typed in each row, as a number. */
  readonly rowDigests: number[];
}

type LoadedRows = OfficeExtension.ClientResult<Excel.RowProperties[]>;

/** Queues a piece, to be kept in a sheet's store. */
export function loadPiece(piece: Piece, store: CellStore | undefined): LoadedPiece {
  const range = rangeOf(piece.sheet, piece.area);
  range.load("values,formulas,numberFormat,valueTypes");
  const rows = range.getRowProperties({ rowHidden: true });
  return {
    isMissing: () => (range.values as unknown) === null,
    keep: () => {
      if (store) keepPiece(piece.area, { range, rows }, store);
    },
  };
}

/** A store for an area's cells. */
export function emptyStore(area: Area): CellStore {
  return {
    firstRow: area.row,
    values: [],
    formulas: new Map(),
    numberFormats: new Map(),
    hiddenRows: new Set(),
    rowDigests: [],
  };
}

/** Keeps what a piece brought. */
function keepPiece(
  area: Area,
  { range, rows }: { readonly range: Excel.Range; readonly rows: LoadedRows },
  store: CellStore,
): void {
  const values = range.values as unknown[][];
  const kinds = range.valueTypes as unknown[][];
  const formulas = range.formulas as unknown[][];
  const formats = range.numberFormat as unknown[][];
  values.forEach((line, rowOffset) => {
    const row = area.row + rowOffset;
    store.rowDigests[row - store.firstRow] = rowDigest(formulas[rowOffset] ?? []);
    store.values[row - store.firstRow] = line.map((value, column) =>
      cellValueOf(value, kinds[rowOffset]?.[column]),
    );
    line.forEach((value, columnOffset) => {
      const key = cellKey(row, area.column + columnOffset);
      const formula = formulaOf(formulas[rowOffset]?.[columnOffset], value);
      if (formula !== null) store.formulas.set(key, formula);
      const format = formats[rowOffset]?.[columnOffset];
      if (typeof format === "string" && format !== "General") store.numberFormats.set(key, format);
    });
  });
  rows.value.forEach(({ rowHidden }, rowOffset) => {
    if (rowHidden) store.hiddenRows.add(area.row + rowOffset);
  });
}
