import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  assignNumbers,
  checkSequence,
  formatDocumentNumber,
} from "../../../src/core/notices/documentNumbers";
import { withNotices, type RegisteredNotice } from "../../../src/core/notices/noticeRegister";

function notice(
  unit: string,
  number: number | null,
  changes: Partial<RegisteredNotice> = {},
): RegisteredNotice {
  return {
    kind: "feedback",
    period: "2015-annual",
    units: [unit],
    number: number === null ? null : { year: 2016, number },
    numberText: "",
    state: "draft",
    date: { year: 2016, month: 1, day: 15 },
    digest: "",
    sheet: "",
    stamp: null,
    ...changes,
  };
}

const numbersOf = (units: readonly string[], registered: readonly RegisteredNotice[], first = 1) =>
  assignNumbers(
    units.map((unit) => notice(unit, null)),
    2016,
    registered,
    first,
  ).map(({ number }) => number);

describe("the sequence of document numbers", () => {
  test("goes on behind the highest number in use", () => {
    expect(numbersOf(["丙", "丁"], [notice("甲", 1), notice("乙", 4)])).toEqual([5, 6]);
  });

  test("begins where the office says", () => {
    expect(numbersOf(["甲", "乙"], [], 15)).toEqual([15, 16]);
  });

  test("gives a notice that is made anew the number that it had", () => {
    expect(numbersOf(["乙", "丙", "甲"], [notice("甲", 1), notice("乙", 2)])).toEqual([2, 3, 1]);
  });

  test("begins anew with the year", () => {
    const lastYear = notice("甲", null, { number: { year: 2015, number: 80 } });
    expect(numbersOf(["甲"], [lastYear])).toEqual([1]);
  });

  test("never gives a number twice, whatever runs come after each other", () => {
    const units = fc.uniqueArray(fc.constantFrom("甲", "乙", "丙", "丁", "戊", "己"), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(units, { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (runs, first) => {
        let register: { approvals: []; notices: readonly RegisteredNotice[] } = {
          approvals: [],
          notices: [],
        };
        for (const run of runs) {
          const numbers = numbersOf(run, register.notices, first);
          const made = run.map((unit, index) => notice(unit, numbers[index] ?? 0));
          register = { ...register, notices: withNotices(register, made).notices };
        }
        const used = register.notices.map(({ number }) => number?.number);
        expect(new Set(used).size).toBe(used.length);
        expect(checkSequence(register.notices, 2016, first)).toEqual({ gaps: [], repeated: [] });
      }),
    );
  });

  test("a number that a clerk entered twice is given to neither again", () => {
    const registered = [notice("甲", 3), notice("乙", 3)];
    expect(numbersOf(["甲", "乙"], registered)).toEqual([4, 5]);
    expect(checkSequence(registered, 2016, 1)).toEqual({ gaps: [1, 2], repeated: [3] });
  });

  test("is printed with the year in 〔〕, without 第 and without padding zeros", () => {
    expect(formatDocumentNumber("鞍绩办", { year: 2015, number: 3 })).toBe("鞍绩办〔2015〕3号");
  });
});
