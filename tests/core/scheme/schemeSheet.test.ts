import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { planSchemeSheet } from "../../../src/core/reports/schemeSheet";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { readSchemeSheet } from "../../../src/core/scheme/sheet/readSchemeSheet";
import { anyScheme } from "./anyScheme";
import { plannedSnapshot } from "./plannedSnapshot";

describe("a scheme on its sheet", () => {
  test("is the same scheme when it is read back: the built-in one", () => {
    const reading = readSchemeSheet(plannedSnapshot(planSchemeSheet(anshan2015)));
    expect(reading.faults).toEqual([]);
    expect(reading.scheme).toEqual(anshan2015);
  });

  test("is the same scheme when it is read back: any scheme", () => {
    fc.assert(
      fc.property(anyScheme, (scheme) => {
        const reading = readSchemeSheet(plannedSnapshot(planSchemeSheet(scheme)));
        expect(reading).toEqual({ scheme, faults: [] });
      }),
      { numRuns: 300 },
    );
  });
});
