import { parseDecimal, type Decimal } from "../numbers/decimal";
import type { Recognition } from "../recognise/recognise";
import type { SheetCell } from "../workbook/address";

/** The right figures of cells that break the rule of their column, by the author's own arithmetic. */
export interface RightFigures {
  /** What should stand in a cell; null where nothing says that it is wrong. */
  at(cell: SheetCell): Decimal | null;
}

/** Gathers what the facts of all tables say should stand in the cells that break them. */
export function rightFigures({ unitTables }: Recognition): RightFigures {
  const known = new Map(
    unitTables
      .flatMap(({ reading }) => reading?.facts ?? [])
      .flatMap(({ broken }) =>
        broken.map(({ place, right }) => [keyOf(place), parseDecimal(right)] as const),
      ),
  );
  return { at: (cell) => (known.size === 0 ? null : (known.get(keyOf(cell)) ?? null)) };
}

function keyOf({ sheet, row, column }: SheetCell): string {
  return `${String(row)} ${String(column)} ${sheet}`;
}
