import { areaOfRange, type FormulaNode, type FormulaRange } from "../../formulas/formulaTree";
import { valueAt, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";
import type { FactTable } from "../fact";

/** A cell that a formula reads, as its table's row sees it. */
export type ReadCell =
  /** A cell of the formula's own row. */
  | { readonly kind: "own"; readonly column: number }
  /** A cell of another row that moves with the formula; its column where it is one of the table's. */
  | { readonly kind: "moving"; readonly column: number | null }
  /** A cell that is the same for all rows. */
  | { readonly kind: "fixed"; readonly value: CellValue; readonly column: number | null };

/** Ranges with more cells are no list of parts. */
const MOST_CELLS = 600;

/** Tells what the references of a formula in one row of a table mean to that row. */
export class FormulaCells {
  private readonly own = new Map<string, number>();
  private readonly lines = new Map<number, number>();
  private readonly sheets: ReadonlyMap<string, SheetSnapshot>;
  private readonly flipped: boolean;
  private readonly sheet: string;

  constructor(
    table: FactTable,
    private readonly row: number,
    private readonly target: number,
    private readonly from: FactTable = table,
  ) {
    const corner = table.place(row, 0);
    this.sheet = corner.sheet;
    this.flipped = isFlipped(table);
    for (let column = 0; column < table.columnCount; column += 1) {
      const place = table.place(row, column);
      this.own.set(`${String(place.row)} ${String(place.column)}`, column);
      this.lines.set(this.flipped ? place.row : place.column, column);
    }
    this.sheets = new Map(table.workbook.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  /** All cells of a range; null when they are too many, or in another file. */
  cells(range: FormulaRange): ReadCell[] | null {
    const area = this.area(range);
    if (!area || area.rowCount * area.columnCount > MOST_CELLS) return null;
    const cells: ReadCell[] = [];
    for (let row = area.row; row < area.row + area.rowCount; row += 1)
      for (let column = area.column; column < area.column + area.columnCount; column += 1)
        cells.push(this.cell(range, row, column));
    return cells;
  }

  /** The table's columns that a range covers over several rows: what a ranking is taken from. */
  wholeColumns(range: FormulaRange): number[] {
    const area = this.area(range);
    if (!area || !this.isOwnSheet(range)) return [];
    const [first, count, across] = this.flipped
      ? [area.row, area.rowCount, area.columnCount]
      : [area.column, area.columnCount, area.rowCount];
    if (across < 2 || count > 60) return [];
    return Array.from({ length: count }, (_, at) => this.lines.get(first + at)).filter(
      (column) => column !== undefined,
    );
  }

  private area(range: FormulaRange) {
    return range.book === null ? areaOfRange(range, this.from.place(this.row, this.target)) : null;
  }

  private isOwnSheet(range: FormulaRange): boolean {
    return range.sheet === null || range.sheet.toLowerCase() === this.sheet.toLowerCase();
  }

  private cell(range: FormulaRange, row: number, column: number): ReadCell {
    const across = this.flipped ? range.columns : range.rows;
    const isFixed = across?.[0].fixed === true && across[1].fixed;
    const isOwnSheet = this.isOwnSheet(range);
    const own = isOwnSheet ? this.own.get(`${String(row)} ${String(column)}`) : undefined;
    if (own !== undefined && !isFixed) return { kind: "own", column: own };
    const line = isOwnSheet ? (this.lines.get(this.flipped ? row : column) ?? null) : null;
    if (!isFixed) return { kind: "moving", column: line };
    const sheet = this.sheets.get((range.sheet ?? this.sheet).toLowerCase());
    return { kind: "fixed", value: sheet ? valueAt(sheet, { row, column }) : null, column: line };
  }
}

/** Whether a row of the table is a column of the sheet. */
export function isFlipped(table: FactTable): boolean {
  if (table.columnCount > 1) return table.place(0, 1).row !== table.place(0, 0).row;
  return table.rowCount > 1 && table.place(1, 0).column !== table.place(0, 0).column;
}

/** The parts of a formula, depth first. */
export function* nodesIn(node: FormulaNode): Generator<FormulaNode> {
  yield node;
  if (node.kind === "sign" || node.kind === "percent") yield* nodesIn(node.operand);
  if (node.kind === "binary") {
    yield* nodesIn(node.left);
    yield* nodesIn(node.right);
  }
  if (node.kind === "call") for (const input of node.inputs) if (input) yield* nodesIn(input);
}
