import { recalculate } from "../../formulas/recalculate";
import { parseForm } from "../../formulas/parseForm";
import type { RangeSummary, RangeValues } from "../../formulas/rangeValues";
import { relativeForm } from "../../formulas/relativeForm";
import { decimalOfNumber, type Decimal } from "../../numbers/decimal";
import { cellKey, type Area, type CellKey, type CellPosition } from "../../workbook/address";
import { isCellError, valueAt, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";
import type { ScoredTable } from "./scoredTable";

/** So many units' formulas are asked, and all must say the same. */
const ASKED = 3;
/** What an item is set to while the others are 0: with ROUND(…,2) in the formula 100 still shows four places. */
const PROBE = 100;
/** Formulas that rest on formulas that rest on formulas… */
const MAXIMUM_DEPTH = 6;
/** Wider ranges are no sum of one unit's scores. */
const MAXIMUM_CELLS = 256;

/**
 * The weights that the author's own total formulas give the items: each item in turn is set to 100 and all others to
 * 0. Null where totals are no formulas, where the formulas are of a kind that is not read, disagree, or are no
 * weighted sum.
 */
export function formulaWeights(table: ScoredTable): Decimal[] | null {
  const asked = table.units.flatMap(({ totalCell }, unit) => {
    const hasFormula =
      totalCell !== null && table.sheet.formulas.has(cellKey(totalCell.row, totalCell.column));
    return hasFormula ? [{ unit, totalCell }] : [];
  });
  const found = asked.slice(0, ASKED).map(({ unit, totalCell }) => weightsOfUnit(table, unit, totalCell));
  const [first] = found;
  if (!first) return null;
  const isSame = (weights: readonly number[] | null) =>
    weights?.length === first.length && weights.every((weight, index) => weight === first[index]);
  if (!found.every(isSame)) return null;
  const decimals = first.map(decimalOfNumber);
  return decimals.every((weight) => weight !== null) ? decimals : null;
}

function weightsOfUnit(table: ScoredTable, unit: number, total: CellPosition): number[] | null {
  const cells = table.items.flatMap(({ cells: own }) => own.slice(unit, unit + 1));
  const points = table.units[unit]?.pointCells ?? [];
  const totalWhere = (score: (item: number) => number) => {
    const set = new Map<CellKey, number>(points.map(({ row, column }) => [cellKey(row, column), 0]));
    cells.forEach(({ row, column }, item) => set.set(cellKey(row, column), score(item)));
    return new Probe(table, set).result(total);
  };
  if (totalWhere(() => 0) !== 0) return null;
  const weights: number[] = [];
  for (const item of cells.keys()) {
    const result = totalWhere((other) => (other === item ? PROBE : 0));
    if (result === null || result < 0) return null;
    weights.push(rid(result / PROBE));
  }
  const all = totalWhere(() => PROBE);
  const sum = weights.reduce((left, right) => left + right, 0);
  return all !== null && rid(all / PROBE) === rid(sum) ? weights : null;
}

/** Without the noise of binary arithmetic. */
function rid(value: number): number {
  return Number(value.toFixed(7));
}

/** A sheet with some cells set to other values, whose formulas are calculated anew. */
class Probe implements RangeValues {
  private depth = 0;

  private readonly sheet: SheetSnapshot;
  private readonly others: ReadonlyMap<string, SheetSnapshot>;

  constructor(
    { sheet, workbook }: ScoredTable,
    private readonly set: ReadonlyMap<CellKey, number>,
  ) {
    this.sheet = sheet;
    this.others = new Map(workbook.map((other) => [other.name.toLowerCase(), other]));
  }

  /** What a formula comes to; null where that is no number or not known. */
  result(cell: CellPosition): number | null {
    const formula = this.sheet.formulas.get(cellKey(cell.row, cell.column));
    const tree = formula === undefined ? null : parseForm(relativeForm(formula, cell));
    if (tree === null || this.depth >= MAXIMUM_DEPTH) return null;
    this.depth += 1;
    const result = recalculate(tree, { sheet: this.sheet.name, ...cell }, this);
    this.depth -= 1;
    return typeof result === "number" ? result : null;
  }

  value(sheet: string, row: number, column: number): CellValue {
    if (!this.isOwn(sheet)) {
      const other = this.others.get(sheet.toLowerCase());
      return other ? valueAt(other, { row, column }) : { error: "#REF!" };
    }
    const key = cellKey(row, column);
    const set = this.set.get(key);
    if (set !== undefined) return set;
    if (!this.sheet.formulas.has(key)) return valueAt(this.sheet, { row, column });
    return this.result({ row, column }) ?? { error: "#VALUE!" };
  }

  summary(sheet: string, area: Area): RangeSummary | null {
    const values = this.list(sheet, area);
    if (values === null) return null;
    const numbers = values.filter((value) => typeof value === "number");
    return {
      sum: numbers.reduce((sum, value) => sum + value, 0),
      numbers: numbers.length,
      filled: values.filter((value) => value !== null).length,
      errors: values.filter(isCellError).length,
    };
  }

  sorted(): null {
    return null;
  }

  list(sheet: string, area: Area): CellValue[] | null {
    if (area.rowCount * area.columnCount > MAXIMUM_CELLS) return null;
    return Array.from({ length: area.rowCount * area.columnCount }, (_, index) =>
      this.value(
        sheet,
        area.row + Math.floor(index / area.columnCount),
        area.column + (index % area.columnCount),
      ),
    );
  }

  /** What other sheets hold (weights on a sheet of their own) stays as it is. */
  private isOwn(sheet: string): boolean {
    return sheet.toLowerCase() === this.sheet.name.toLowerCase();
  }
}
