import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isFault } from "../../src/functions/fault";
import { createFunctions } from "../../src/functions/functions";
import { testEnvironment } from "./environment";

/** Whatever a cell may hold, and what no cell holds but a host might send. */
const cell: fc.Arbitrary<unknown> = fc.oneof(
  fc.double(),
  fc.integer({ min: -5, max: 105 }),
  fc.integer({ min: 0, max: 10_500 }).map((units) => units / 100),
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    " ",
    "—",
    "无",
    "95分",
    "９５",
    "1,234",
    "#REF!",
    "half-even",
    "dense",
    "第一组",
    "海城",
    "千山",
  ),
  fc.boolean(),
  fc.constantFrom(null, undefined, { code: "#DIV/0!" }, { error: "#N/A" }, { basicValue: 3 }, {}, []),
);

const ragged = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 });
const tall = fc.array(cell, { minLength: 1, maxLength: 8 }).map((cells) => cells.map((value) => [value]));
const argument = fc.oneof(cell, tall, ragged);

const functions = createFunctions(testEnvironment("zh-CN"));
const callable: [string, (...parameters: unknown[]) => unknown][] = Object.entries(functions);

describe("whatever stands in the cells", () => {
  test.each(callable)("PERF.%s gives values or errors that say why", (_, implementation) => {
    const parameters = fc.array(argument, { maxLength: implementation.length });
    fc.assert(
      fc.property(parameters, (given) => {
        const rows = implementation(...given) as unknown[][];
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          expect(row.length).toBe(rows[0]?.length);
          for (const result of row) {
            if (isFault(result)) expect(result.message).not.toBe("");
            else if (typeof result === "number") expect(Number.isFinite(result)).toBe(true);
            else expect(["string", "boolean"]).toContain(typeof result);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(callable)(
    "PERF.%s gives the same for the same, and leaves its arguments as they were",
    (_, implementation) => {
      const parameters = fc.array(argument, { maxLength: implementation.length });
      fc.assert(
        fc.property(parameters, (given) => {
          const before = structuredClone(given);
          expect(implementation(...given)).toEqual(implementation(...given));
          expect(given).toEqual(before);
        }),
        { numRuns: 60 },
      );
    },
  );
});
