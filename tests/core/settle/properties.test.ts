import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatDecimal } from "../../../src/core/numbers/decimal";
import {
  SETTLED_ROLES,
  type SettleAnswers,
  type SettledRole,
  type TotalMethod,
} from "../../../src/core/settle/answers";
import type { CellValue } from "../../../src/core/workbook/snapshot";
import { settle, workbookWith } from "./settling";

const COLUMNS = 4;

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.integer({ min: -5, max: 120 }),
  fc.constantFrom("", "甲", "88分", "—", "30%", null, true, { error: "#N/A" }),
);

const method: fc.Arbitrary<TotalMethod> = fc.oneof(
  fc.constantFrom<TotalMethod>({ by: "stated" }, { by: "sum" }, { by: "mean" }),
  fc.constantFrom<TotalMethod>(
    { by: "weighted", from: "columns" },
    { by: "weighted", from: "row", row: 1 },
    { by: "weighted", from: "row", row: 99 },
  ),
  fc
    .array(fc.constantFrom("", "30", "0.3", "30%", "三成", "-1", "1e9", "1/3"), {
      minLength: COLUMNS,
      maxLength: COLUMNS,
    })
    .map((weights): TotalMethod => ({
      by: "weighted",
      from: "typed",
      weights: new Map(weights.map((weight, index) => [index + 1, weight])),
    })),
);

function answersWith(
  roles: readonly SettledRole[],
  total: TotalMethod,
  headerRow: number | null,
): SettleAnswers {
  return {
    place: { sheet: "表一", flipped: false, headerRow },
    roles: new Map(roles.map((role, column) => [column, role])),
    method: total,
    order: "descending",
  };
}

describe("whatever the clerk answers", () => {
  test("there is a ranking with somebody in it, or one reason why not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: COLUMNS + 1, maxLength: COLUMNS + 1 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.constantFrom(...SETTLED_ROLES), { minLength: COLUMNS + 1, maxLength: COLUMNS + 1 }),
        method,
        fc.constantFrom(null, 0, 1, 40),
        (rows, roles, total, headerRow) => {
          const outcome = settle(
            workbookWith([["咕", "哇", "呜", "唏", "嘟"], ...rows]),
            answersWith(roles, total, headerRow),
          );
          if (outcome.ok) {
            expect(outcome.value.ranking.groups.some(({ ranked }) => ranked.length > 0)).toBe(true);
          } else expect(outcome.fault.code).not.toBe("");
        },
      ),
      { numRuns: 150 },
    );
  });

  test("a sum does not depend on the order of the columns", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: 40, max: 100 }),
            fc.integer({ min: 40, max: 100 }),
            fc.integer({ min: 40, max: 100 }),
          ),
          {
            minLength: 5,
            maxLength: 8,
          },
        ),
        (scores) => {
          const rows = (order: readonly number[]) => [
            ["咕", ...order.map((index) => ["哇", "呜", "唏"][index] ?? "")],
            ...scores.map((own, index) => [
              `单位${"甲乙丙丁戊己庚辛"[index] ?? ""}`,
              ...order.map((at) => own[at] ?? 0),
            ]),
          ];
          const totals = (order: readonly number[]) => {
            const outcome = settle(
              workbookWith(rows(order)),
              answersWith(["unit", "score", "score", "score"], { by: "sum" }, 0),
            );
            if (!outcome.ok) throw new Error(outcome.fault.code);
            return outcome.value.ranking.groups.flatMap(({ ranked }) =>
              ranked.map(({ unit, total }) => `${unit.name} ${formatDecimal(total)}`),
            );
          };
          expect(totals([0, 1, 2])).toEqual(totals([2, 0, 1]));
          // The sum of each unit by hand.
          const sums = scores.map(
            ([one, two, three], index) =>
              `单位${"甲乙丙丁戊己庚辛"[index] ?? ""} ${String(one + two + three)}`,
          );
          expect(totals([0, 1, 2]).toSorted()).toEqual(sums.toSorted());
        },
      ),
      { numRuns: 40 },
    );
  });
});
