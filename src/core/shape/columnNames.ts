import { BLANK, FIGURE, MARK_CODE, MARK_FORMULA, MARK_WRITTEN, TEXT, type CellScan } from "./cellScan";

/** How a column could tell rows apart. Shares are of the filled cells, `filled` of the rows. */
export interface NamingColumn {
  /** The scan's column. */
  readonly column: number;
  readonly filled: number;
  readonly texts: number;
  readonly distinct: number;
  readonly formulas: number;
  /** Texts of more digits than letters, as numbers of files and classes are. */
  readonly codes: number;
  /** The middle width of its texts. */
  readonly width: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

/** Describes what a column holds in some rows of a scan. */
export function describeNaming(scan: CellScan, rows: readonly number[], column: number): NamingColumn {
  const keys = new Set<string>();
  const widths: number[] = [];
  let [filled, texts, formulas, codes, whole] = [0, 0, 0, 0, true];
  for (const row of rows) {
    const at = row * scan.columnCount + column;
    const kind = scan.kinds[at];
    if (kind === BLANK) continue;
    const marks = scan.marks[at] ?? 0;
    filled += 1;
    keys.add(keyAt(scan, row, column));
    if ((marks & MARK_FORMULA) !== 0) formulas += 1;
    if (kind === TEXT) {
      texts += 1;
      widths.push(scan.widths[at] ?? 0);
      if ((marks & MARK_CODE) !== 0) codes += 1;
      whole = false;
    } else if (
      kind === FIGURE &&
      !Number.isInteger(scan.values[at] ?? Number.NaN) &&
      (marks & MARK_WRITTEN) === 0
    ) {
      whole = false;
    }
  }
  const share = (part: number) => (filled === 0 ? 0 : part / filled);
  return {
    column,
    filled: rows.length === 0 ? 0 : filled / rows.length,
    texts: share(texts),
    distinct: share(keys.size),
    formulas: share(formulas),
    codes: share(codes),
    width: widths.sort((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0,
    whole,
  };
}

/** What tells a cell from others of its column: its text or its value; empty for a blank cell. */
export function keyAt(scan: CellScan, row: number, column: number): string {
  const at = row * scan.columnCount + column;
  if (scan.kinds[at] === BLANK) return "";
  const text = scan.texts[at] ?? 0;
  return text > 0 ? `t${text}` : `v${scan.values[at] ?? 0}`;
}
