import * as v from "valibot";
import type { SheetPlan } from "../../workbook/plan";
import { sheetMarked, type Snapshot } from "../../workbook/snapshot";
import { planStoreSheet } from "../../workbook/storeSheet";

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

const place = v.strictObject({
  sheet: v.string(),
  flipped: v.boolean(),
  headerRow: v.nullable(position),
  unitColumn: position,
  weightRow: v.nullable(position),
  /** What the header's cells say, by column: the table is found by it where rows or columns were inserted. */
  header: v.optional(v.array(v.strictObject({ column: position, text: v.string() }))),
  /** Whether separate sheets of bonus and deduction records count. A total that stands there has them in it. */
  countsRecords: v.optional(v.boolean()),
});

/**
 * Where the clerk says that the table stands. Rows and columns are the grid's: of a flipped one, the sheet's columns
 * and rows. `headerRow` is the last row of the header, null where the table has none; `weightRow` holds weights.
 */
export type SettledPlace = v.InferOutput<typeof place>;

/** The mark of the sheet that keeps where the clerk says that the table stands. */
export const SETTLED_MARK = { kind: "settled", key: "table" } as const;

/** A cell holds 32,767 characters at most. */
const CELL_LENGTH = 30_000;

const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]));

const before = v.strictObject({
  scheme: v.nullable(
    v.strictObject({
      row: position,
      column: position,
      isVisible: v.boolean(),
      values: v.array(v.array(cell)),
    }),
  ),
  roles: v.array(v.strictTuple([v.string(), v.string()])),
});

const kept = v.strictObject({ place, before });

/** What the workbook held before the clerk settled it: the cells that kept its scheme, null without any, and the roles. */
export type BeforeSettled = v.InferOutput<typeof before>;

/** What the clerk settled, and the way back. */
export type SettledKept = v.InferOutput<typeof kept>;

/** The hidden sheet that keeps where the table stands, and what was there before. */
export function planSettledSheet(settled: SettledKept): SheetPlan {
  const text = JSON.stringify(settled);
  const count = Math.ceil(text.length / CELL_LENGTH);
  return planStoreSheet({
    name: "PERF成绩表",
    mark: SETTLED_MARK,
    cells: Array.from({ length: count }, (_, index) => [
      text.slice(index * CELL_LENGTH, (index + 1) * CELL_LENGTH),
    ]),
    columnWidths: [40],
  });
}

/** The workbook as if the clerk had settled nothing: the evidence alone says where its tables stand. */
export function withoutSettled(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.filter(({ mark }) => mark?.kind !== SETTLED_MARK.kind);
  return { ...snapshot, sheets };
}

/** What the workbook keeps of the clerk's answers; null where it keeps none that can be read. */
export function settledKept(snapshot: Snapshot): SettledKept | null {
  const sheet = sheetMarked(snapshot, SETTLED_MARK);
  if (sheet === undefined) return null;
  const text = sheet.values.map(([value]) => (typeof value === "string" ? value : "")).join("");
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), kept), text);
  return parsed.success ? parsed.output : null;
}
