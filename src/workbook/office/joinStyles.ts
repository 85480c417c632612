import type { Area } from "../../core/workbook/address";
import type { CellStyle, StyledArea } from "../../core/workbook/plan";

/**
 * The same looks in fewer areas: rows one below the other that are styled alike become one area, so that the host is
 * told once of what a thousand rows have. Every cell looks as before, because the order of styles that share a row
 * is kept. Areas of several rows, and those with a line above or below, stay as they are and where they are.
 */
export function joinStyles(styles: readonly StyledArea[]): StyledArea[] {
  const joined: StyledArea[] = [];
  let rows = new Map<number, StyledArea[]>();
  for (const styled of styles) {
    if (styled.area.rowCount === 1) {
      const row = rows.get(styled.area.row);
      if (row) row.push(styled);
      else rows.set(styled.area.row, [styled]);
      continue;
    }
    joined.push(...joinRows(rows), styled);
    rows = new Map();
  }
  return [...joined, ...joinRows(rows)];
}

/** Rows that follow each other and are styled alike. */
interface Run {
  readonly pattern: string;
  readonly styles: readonly StyledArea[];
  rowCount: number;
}

function joinRows(rows: ReadonlyMap<number, readonly StyledArea[]>): StyledArea[] {
  const keyOf = styleKeys();
  const runs: Run[] = [];
  let next = -1;
  for (const [row, styles] of [...rows].sort(([first], [second]) => first - second)) {
    const pattern = styles.map((styled) => keyOf(styled)).join(";");
    const last = runs.at(-1);
    if (last && row === next && last.pattern === pattern && !styles.some(hasLine)) last.rowCount += 1;
    else runs.push({ pattern, styles, rowCount: 1 });
    next = row + 1;
  }
  return runs.flatMap(({ styles, rowCount }) =>
    styles.map(({ area, style }) => ({ area: { ...area, rowCount }, style })),
  );
}

/** A line above or below is one of the whole area: rows that have one are not joined. */
function hasLine({ style }: StyledArea): boolean {
  return style.topLine !== undefined || style.bottomLine !== undefined;
}

/** What tells styled areas apart, but for their row. Plans use the same few style objects over and over. */
function styleKeys(): (styled: StyledArea) => string {
  const known = new Map<CellStyle, string>();
  return ({ area: { column, columnCount }, style }) => {
    let text = known.get(style);
    if (text === undefined) known.set(style, (text = JSON.stringify(style)));
    return `${String(column)},${String(columnCount)},${text}`;
  };
}

/**
 * A styled area in pieces of at most so many cells, each of whole rows, that look the same together. One with a line
 * above or below stays whole.
 */
export function splitStyle(styled: StyledArea, mostCells: number): StyledArea[] {
  const { area, style } = styled;
  if (hasLine(styled) || area.rowCount * area.columnCount <= mostCells) return [styled];
  const rowsAtOnce = Math.max(1, Math.floor(mostCells / area.columnCount));
  const pieces: StyledArea[] = [];
  for (let done = 0; done < area.rowCount; done += rowsAtOnce) {
    const piece: Area = {
      ...area,
      row: area.row + done,
      rowCount: Math.min(rowsAtOnce, area.rowCount - done),
    };
    pieces.push({ area: piece, style });
  }
  return pieces;
}
