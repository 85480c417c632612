import { describe, expect, test } from "@jest/globals";
import { corpus } from "../../corpus/corpus";
import { coverageOf } from "../../corpus/coverage";
import { measureWorkbook, type Recall } from "../../corpus/measure";
import { summarise } from "../../corpus/report";

const workbooks = corpus();
const summary = summarise(workbooks.map((workbook) => measureWorkbook(workbook)));

/** What recognition reaches over the whole corpus. These shares only ever go up. */
const REACHED = {
  tables: 0.98,
  ranges: 0.98,
  roles: 0.99,
  figures: 0.99,
  ranks: 0.99,
  proposed: 0.75,
} as const;

/** Clean workbooks that still draw false alarms. The list only ever gets shorter. */
const KNOWN_ALARMS = [
  "ledger-of-events",
  "ledger-of-points",
  "ballots-beside-scores",
  "last-year-total",
  "last-year-total-again",
];

/** What clerks' workbooks look like; each has to be in the corpus twice at least. */
const ODDITIES = [
  "title rows",
  "starts at any cell",
  "several tables in one sheet, stacked",
  "tables side by side",
  "two-row header",
  "three-row header",
  "merged parts",
  "repeated parts",
  "group cells merged downward",
  "unit cells merged downward",
  "section rows name a group",
  "a sheet per group",
  "a sheet for each month or quarter",
  "one sheet for each unit: a form with a small table",
  "a column for each period",
  "a row for each unit and period",
  "a row for each unit and item",
  "full marks in headers",
  "weights in headers",
  "full marks and weights in a row of their own",
  "weights that differ by row",
  "item columns in any order",
  "subtotals between items",
  "subtotal rows",
  "average rows",
  "total rows",
  "note rows",
  "blank separator rows",
  "blank separator columns",
  "units as columns",
  "used range far past the data",
  "sheets that are no data",
  "an empty form",
  "aliases",
  "an office with its own scheme",
];

function share({ right, of }: Recall): number {
  return right / of;
}

describe("the corpus of messy workbooks", () => {
  test.each(ODDITIES)("shows twice or more: %s", (oddity) => {
    expect(coverageOf(workbooks).get(oddity) ?? 0).toBeGreaterThanOrEqual(2);
  });

  test("plants every family of fault in two workbooks or more", () => {
    const families = new Set(workbooks.flatMap(({ faults }) => faults.map(({ family }) => family)));
    const coverage = coverageOf(workbooks);
    expect([...families].filter((family) => (coverage.get(family) ?? 0) < 2)).toEqual([]);
  });

  test.each(Object.entries(REACHED))("is recognised: %s at least %d", (part, reached) => {
    expect(share(summary[part as keyof typeof REACHED])).toBeGreaterThanOrEqual(reached);
  });

  test("has no planted fault that goes unfound", () => {
    expect(summary.faults.misses).toEqual([]);
  });

  test("draws no false alarms on clean workbooks", () => {
    expect(summary.alarmed.filter((name) => !KNOWN_ALARMS.includes(name))).toEqual([]);
  });
});
