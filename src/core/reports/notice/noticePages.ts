import { blankRow, type LayoutRow } from "./layoutRow";
import { MAXIMUM_ROW_HEIGHT, PAGE_HEIGHT } from "./typography";

/**
 * Puts rows on pages: as many as fit, none torn from the row that it has to stand with, tables with their header on
 * each page. The closing rows (版记) stand at the foot of the last page.
 */
export function paginate(rows: readonly LayoutRow[], closing: readonly LayoutRow[]): LayoutRow[][] {
  const pages: LayoutRow[][] = [[]];
  let left = PAGE_HEIGHT;
  for (const group of groupsOf(rows)) {
    const height = heightOf(group);
    const page = pages.at(-1) ?? [];
    const [first] = group;
    if (page.length > 0 && (first?.pageBefore === true || height > left + TOLERANCE)) {
      const header = first?.pageBefore === true ? [] : (first?.header ?? []);
      pages.push([...header]);
      left = PAGE_HEIGHT - heightOf(header);
    }
    pages.at(-1)?.push(...group);
    left -= height;
  }
  if (closing.length === 0) return pages;
  const foot = heightOf(closing);
  if (foot > left + TOLERANCE) {
    pages.push([]);
    left = PAGE_HEIGHT;
  }
  pages.at(-1)?.push(...space(left - foot), ...closing);
  return pages;
}

const TOLERANCE = 1e-6;

/** Rows that have to stand on one page, together; a group never is higher than a page. */
function groupsOf(rows: readonly LayoutRow[]): LayoutRow[][] {
  const groups: LayoutRow[][] = [];
  let open: LayoutRow[] | null = null;
  for (const row of rows) {
    const joins = open !== null && !row.pageBefore && heightOf(open) + row.height <= PAGE_HEIGHT;
    if (open !== null && joins) open.push(row);
    else groups.push((open = [row]));
    if (!row.keepWithNext) open = null;
  }
  return groups;
}

function heightOf(rows: readonly LayoutRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Empty rows of that height together. A sliver too low for a row is left out. */
function space(height: number): LayoutRow[] {
  const count = Math.ceil(height / MAXIMUM_ROW_HEIGHT);
  if (height < 1) return [];
  const each = Math.floor((height / count) * 4) / 4;
  return Array.from({ length: count }, () => blankRow(each));
}
