import { TEXT } from "./cellScan";
import { startOf, type RegionRows } from "./regionRows";
import type { LineClass, RowKind } from "./shape";

/** A table as rows of a region, counted as there. */
export interface RowRun {
  /** First and last header row; null when there is none. */
  readonly headers: readonly [number, number] | null;
  readonly body: readonly { readonly row: number; readonly kind: RowKind }[];
}

interface OpenRun {
  headers: [number, number] | null;
  body: { row: number; kind: RowKind }[];
}

/**
 * Reads tables off the classes of a region's rows: headers, then the data, derived and group rows after them. Metadata
 * and notes end a table, and so does another header; the same header again is a line of the table.
 */
export function findRuns(rows: RegionRows, classes: readonly LineClass[]): readonly RowRun[] {
  const runs: OpenRun[] = [];
  let open: OpenRun | null = null;
  const begin = (): OpenRun => {
    const run: OpenRun = { headers: null, body: [] };
    runs.push(run);
    return run;
  };
  classes.forEach((kind, row) => {
    if (kind === "metadata" || kind === "notes" || kind === "empty") {
      open = null;
      return;
    }
    if (kind === "header") {
      if (open !== null && open.body.length > 0 && isHeaderAgain(rows, open, row)) {
        open.body.push({ row, kind: "header" });
        return;
      }
      if (open === null || open.body.some(({ kind: before }) => before !== "group")) open = begin();
      open.headers = [open.headers?.[0] ?? row, row];
      open.body = [];
      return;
    }
    open ??= begin();
    open.body.push({ row, kind: KIND_OF[kind] });
  });
  return runs.flatMap((run) => {
    const body = withBlankUnits(withoutLooseEnds(run.body));
    return isTable(rows, { ...run, body }) ? [{ headers: run.headers, body }] : [];
  });
}

const KIND_OF = { data: "unit", derived: "summary", group: "group" } as const;

/** A body ends with a unit or a summary: group lines and headers after them begin nothing. */
function withoutLooseEnds(body: OpenRun["body"]): OpenRun["body"] {
  const last = body.findLastIndex(({ kind }) => kind === "unit" || kind === "summary");
  return body.slice(0, last + 1);
}

/**
 * Groups have their lines from the top: where the first line is no group's, a lone name further down is a unit without
 * figures, unless it follows a summary.
 */
function withBlankUnits(body: OpenRun["body"]): OpenRun["body"] {
  if (body[0]?.kind === "group") return body;
  return body.map((one, index) =>
    one.kind === "group" && body[index - 1]?.kind === "unit" ? { ...one, kind: "unit" } : one,
  );
}

/** A table has a unit; without a header it takes two of them with figures. */
function isTable({ figures }: RegionRows, { headers, body }: RowRun): boolean {
  const units = body.filter(({ kind }) => kind === "unit");
  if (headers !== null) return units.length > 0;
  return units.filter(({ row }) => (figures[row] ?? 0) > 0).length >= 2;
}

/**
 * Makes headers of rows of texts that come again over rows with figures, whatever else they were taken for: names of
 * units do not come again together with the texts beside them.
 */
export function markRepeatedHeaders(rows: RegionRows, classes: LineClass[]): void {
  const places = new Map<string, number[]>();
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.figures[row] !== 0 || (rows.written[row] ?? 0) < 2) continue;
    const start = startOf(rows, row);
    const key = rows.scan.texts.subarray(start, start + rows.width).join();
    const known = places.get(key);
    if (known) known.push(row);
    else places.set(key, [row]);
  }
  for (const alike of places.values()) {
    if (alike.length < 2 || !alike.every((row) => (rows.figures[row + 1] ?? 0) > 0)) continue;
    for (const row of alike) classes[row] = "header";
  }
}

/** Whether a row has the texts of one of the table's header rows, at least two of them. */
function isHeaderAgain(rows: RegionRows, { headers, body }: OpenRun, row: number): boolean {
  const [first, last] = headers ?? [0, -1];
  for (let header = first; header <= last; header += 1) if (haveSameTexts(rows, header, row)) return true;
  return body.some(({ row: before, kind }) => kind === "header" && haveSameTexts(rows, before, row));
}

function haveSameTexts(rows: RegionRows, row: number, other: number): boolean {
  const { kinds, texts } = rows.scan;
  const [here, there] = [startOf(rows, row), startOf(rows, other)];
  let [same, either] = [0, 0];
  for (let column = 0; column < rows.width; column += 1) {
    const [one, two] = [kinds[here + column] === TEXT, kinds[there + column] === TEXT];
    if (one || two) either += 1;
    if (one && two && texts[here + column] === texts[there + column]) same += 1;
  }
  return same >= 2 && same >= 0.8 * either;
}
