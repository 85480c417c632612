import type { CellStyle, StyledArea } from "../../workbook/plan";

type FieldName = Exclude<keyof CellStyle, "topLine" | "bottomLine">;

/** One value of one field over cells of one row, then of several. */
interface Span {
  readonly row: number;
  rowCount: number;
  readonly column: number;
  columnCount: number;
  readonly value: CellStyle[FieldName];
}

/**
 * The same looks in fewer and larger areas, field by field: a host is told once of a font that a hundred rows have.
 * The areas given are of one row each and do not overlap. Lines above and below an area stay as they are.
 */
export function coalesceStyles(areas: readonly StyledArea[]): StyledArea[] {
  const styles = new Map<string, { area: StyledArea["area"]; style: Record<string, unknown> }>();
  for (const [field, spans] of spansByField(areas)) {
    for (const { value, ...area } of joinRows(joinColumns(spans))) {
      const key = JSON.stringify(area);
      const entry = styles.get(key) ?? { area, style: {} };
      entry.style[field] = value;
      styles.set(key, entry);
    }
  }
  const lines = areas.flatMap(({ area, style: { topLine, bottomLine } }): StyledArea[] =>
    topLine || bottomLine
      ? [{ area, style: { ...(topLine ? { topLine } : {}), ...(bottomLine ? { bottomLine } : {}) } }]
      : [],
  );
  // Fields come from styles one by one, with the values that they have there.
  return [...[...styles.values()].map(({ area, style }): StyledArea => ({ area, style })), ...lines];
}

const LINES: ReadonlySet<string> = new Set<keyof CellStyle>(["topLine", "bottomLine"]);

function spansByField(areas: readonly StyledArea[]): Map<FieldName, Span[]> {
  const fields = new Map<FieldName, Span[]>();
  for (const { area, style } of areas) {
    // Object.entries widens the keys; a style has no others than its own.
    for (const [field, value] of Object.entries(style) as [FieldName, CellStyle[FieldName]][]) {
      if (LINES.has(field)) continue;
      const spans = fields.get(field) ?? [];
      spans.push({ ...area, value });
      fields.set(field, spans);
    }
  }
  return fields;
}

/** Joins neighbours in a row that have the same value. */
function joinColumns(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((left, right) => left.row - right.row || left.column - right.column);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    const adjoins = last?.row === span.row && last.column + last.columnCount === span.column;
    if (last && adjoins && last.value === span.value) last.columnCount += span.columnCount;
    else joined.push({ ...span });
  }
  return joined;
}

/** Joins rows below each other whose spans have the same columns and the same value. */
function joinRows(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted(
    (left, right) =>
      left.column - right.column || left.columnCount - right.columnCount || left.row - right.row,
  );
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    const below =
      last?.column === span.column &&
      last.columnCount === span.columnCount &&
      last.row + last.rowCount === span.row;
    if (last && below && last.value === span.value) last.rowCount += span.rowCount;
    else joined.push({ ...span });
  }
  return joined;
}
