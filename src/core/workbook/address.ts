/** A cell by zero-based row and column: A1 is `{ row: 0, column: 0 }`. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: zero-based corner, and its size. A size of zero is an empty area. */
export interface Area extends CellPosition {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Excel's sheet limits. */
export const MAXIMUM_ROWS = 1_048_576;
export const MAXIMUM_COLUMNS = 16_384;

/** A cell's key in the sparse maps of a Snapshot; unique within one sheet. */
export type CellKey = number;

/** The map key of a cell. */
export function cellKey(row: number, column: number): CellKey {
  return row * MAXIMUM_COLUMNS + column;
}

/** The cell behind a map key: the inverse of `cellKey`. */
export function cellOfKey(key: CellKey): CellPosition {
  return { row: Math.floor(key / MAXIMUM_COLUMNS), column: key % MAXIMUM_COLUMNS };
}

/** Column letters of a zero-based column: 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 address of a cell, without sheet: `{ row: 6, column: 8 }` → `I7`. */
export function cellAddress(cell: CellPosition): string {
  return columnLetters(cell.column) + String(cell.row + 1);
}

/** A1 address of an area: one cell gives `B2`, more give `B2:D9`. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area);
  if (area.rowCount <= 1 && area.columnCount <= 1) return first;
  return `${first}:${cellAddress({ row: area.row + area.rowCount - 1, column: area.column + area.columnCount - 1 })}`;
}

/** A cell as clerks write it: `汇总!D12`, with quotes where the sheet's name needs them. */
export function cellPlace({ sheet, ...cell }: SheetCell): string {
  const address = cellAddress(cell);
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? `${sheet}!${address}` : sheetReference(sheet, address);
}

/** A1 address of an area that stays where it is when a formula is copied: `$B$2:$D$9`. */
export function absoluteAddress(area: Area): string {
  return areaAddress(area).replace(/[A-Z]+|[0-9]+/g, "$$$&");
}

/** The area that a plain A1 address names (`B2`, `B2:D9`, `$B$2`), or null when it is not one. */
export function parseArea(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$/.exec(
    address.toUpperCase(),
  );
  if (!match) return null;
  const [, firstLetters = "", firstRow = "", lastLetters, lastRow] = match;
  const first = { row: Number(firstRow) - 1, column: columnIndex(firstLetters) };
  const last =
    lastLetters === undefined || lastRow === undefined
      ? first
      : { row: Number(lastRow) - 1, column: columnIndex(lastLetters) };
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  const rowCount = Math.abs(first.row - last.row) + 1;
  const columnCount = Math.abs(first.column - last.column) + 1;
  const inside = row >= 0 && row + rowCount <= MAXIMUM_ROWS && column + columnCount <= MAXIMUM_COLUMNS;
  return inside ? { row, column, rowCount, columnCount } : null;
}

/** Zero-based column of its letters: `A` → 0, `AA` → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** Whether an area holds a cell. */
export function contains(area: Area, cell: CellPosition): boolean {
  return (
    cell.row >= area.row &&
    cell.row < area.row + area.rowCount &&
    cell.column >= area.column &&
    cell.column < area.column + area.columnCount
  );
}

/** A cell of a named sheet. */
export interface SheetCell extends CellPosition {
  readonly sheet: string;
}

/** Cells of a named sheet. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/** A reference as a formula writes it: `'第一组'!B7`, with quotes doubled inside the name. */
export function sheetReference(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}
