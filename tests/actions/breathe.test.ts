import { describe, expect, test } from "@jest/globals";
import { breathe } from "../../src/actions/breathe";
import { checkAction } from "../../src/actions/checkAction";
import { findingsSheetAction } from "../../src/actions/findingsSheetAction";
import { rankingAction } from "../../src/actions/rankingAction";
import { checksInSteps } from "../../src/core/checks/runChecks";
import type { Finding } from "../../src/core/findings/finding";
import { rankAssessment, rankInSteps } from "../../src/core/ranking/rankAssessment";
import { proposeSchemeInSteps, type SchemeProposal } from "../../src/core/recognise/proposeScheme";
import { recogniseInSteps, type Recognition } from "../../src/core/recognise/recognise";
import { readWorkbookInSteps } from "../../src/core/recognise/reading/readTables";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../../src/core/scheme/scheme";
import { finish, type Steps } from "../../src/core/steps";
import type { CellValue, Snapshot } from "../../src/core/workbook/snapshot";
import { createTranslate } from "../../src/i18n";
import type { WorkbookPort } from "../../src/workbook/port";
import { sheetOf, workbookOf } from "../core/sheets";

const scheme: Scheme = { ...anshan2015, groups: null };
const header = ["单位", "结果得分", "过程得分", "领导评价得分", "公众评议得分"];

/** A made-up sheet of many units. */
function manyUnits(count: number): CellValue[][] {
  return [
    header,
    ...Array.from({ length: count }, (_, index) => [
      `单位${String(index)}`,
      60 + (index % 40),
      88,
      90,
      85.25,
    ]),
  ];
}

/** The same steps, aborted when so many are done; counts what is done. */
function abortedAfter<Result>(steps: Steps<Result>, count: number) {
  const stop = new AbortController();
  const done = { steps: 0 };
  function* counted(): Steps<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      done.steps += 1;
      if (done.steps === count) stop.abort();
      yield;
    }
  }
  return { steps: counted(), signal: stop.signal, done };
}

describe("work in steps", () => {
  test("gives the same result as at once", async () => {
    const snapshot = workbookOf(sheetOf("汇总", manyUnits(50)));
    const steps = recognised(snapshot);
    const result = await breathe({}, steps);
    expect(result).toMatchObject({ status: "done", output: { assessment: { units: { length: 50 } } } });
  });

  test("goes no step further once recognition of a large sheet is cancelled", async () => {
    const snapshot = workbookOf(sheetOf("汇总", manyUnits(20_000)));
    const { steps, signal, done } = abortedAfter(recognised(snapshot), 5);
    expect(await breathe({ signal }, steps)).toEqual({ status: "cancelled" });
    expect(done.steps).toBe(5);
  });

  test("goes no step further once the checks are cancelled", async () => {
    const snapshot = workbookOf(sheetOf("汇总", manyUnits(2_000)));
    const recognition = finish(recognised(snapshot));
    if (recognition === null) throw new Error("The sheet is a table of scores.");
    const ranking = rankAssessment(scheme, recognition.assessment);
    const { steps, signal, done } = abortedAfter(checksInSteps({ snapshot, recognition, ranking }), 3);
    expect(await breathe({ signal }, steps)).toEqual({ status: "cancelled" });
    expect(done.steps).toBe(3);
  });

  test("lets what waits have its turn before the end, so that a cancel arrives", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 0);
    function* endless(): Steps<never> {
      for (;;) yield;
    }
    expect(await breathe({ signal: stop.signal }, endless())).toEqual({ status: "cancelled" });
  });
});

/** The most rows of cells that any one step asks a sheet for, with every repeated question counted. */
function mostAskedFor<Result>(
  rows: readonly (readonly CellValue[])[],
  work: (snapshot: Snapshot) => Steps<Result>,
) {
  const sheet = sheetOf(
    "汇总",
    rows.map((row) => [...row]),
  );
  let asked = 0;
  const values = new Proxy(sheet.values, {
    get(target, property) {
      if (typeof property === "string" && /^\d+$/.test(property)) asked += 1;
      return Reflect.get(target, property) as unknown;
    },
  });
  const steps = work(workbookOf({ ...sheet, values }));
  let most = 0;
  for (;;) {
    asked = 0;
    const step = steps.next();
    most = Math.max(most, asked);
    if (step.done === true) return most;
  }
}

function* recognised(snapshot: Snapshot): Steps<Recognition | null> {
  return yield* recogniseInSteps(yield* readWorkbookInSteps(snapshot), scheme, { defaultYear: 2015 });
}

function* proposed(snapshot: Snapshot): Steps<SchemeProposal | null> {
  return yield* proposeSchemeInSteps(yield* readWorkbookInSteps(snapshot));
}

function* checked(snapshot: Snapshot): Steps<readonly Finding[] | null> {
  const recognition = yield* recognised(snapshot);
  if (recognition === null) return null;
  const ranking = yield* rankInSteps(scheme, recognition.assessment);
  return yield* checksInSteps({ snapshot, recognition, ranking });
}

describe("a step of work on a large sheet", () => {
  const count = 20_000;
  const items = ["结果得分", "过程得分", "领导评价得分", "公众评议得分"];
  const sheets: Record<string, readonly (readonly CellValue[])[]> = {
    "a row a unit": manyUnits(count),
    "blank rows between": manyUnits(count / 2).flatMap((row, index) => (index === 0 ? [row] : [row, []])),
    "a row a unit and item": [
      ["单位", "指标", "得分"],
      ...Array.from({ length: count }, (_, index) => [
        `单位${String(Math.floor(index / 4))}`,
        items[index % 4] ?? "",
        60 + (index % 40),
      ]),
    ],
    "texts only": Array.from({ length: count }, (_, index) =>
      header.map((text) => `${text}${String(index)}内容`),
    ),
  };

  test.each(Object.keys(sheets))("looks at part of the cells only: %s", (name) => {
    const rows = sheets[name] ?? [];
    const cells = count * (rows[0]?.length ?? 0);
    expect(mostAskedFor(rows, checked)).toBeLessThan(cells);
    expect(mostAskedFor(rows, proposed)).toBeLessThan(cells);
  });
});

describe("a run over a large workbook", () => {
  test.each([
    ["检查", checkAction],
    ["生成排名", rankingAction],
    ["问题清单", findingsSheetAction],
  ] as const)(
    "%s ends as cancelled, with nothing written, when it is stopped while rows are read",
    async (_, action) => {
      const stop = new AbortController();
      const sheet = sheetOf("汇总", manyUnits(20_000));
      const values = sheet.values.map((row) => [...row]);
      // Whoever reads this row stops the run: the clerk's click arrives in the middle.
      Object.defineProperty(values, 15_000, {
        get: () => {
          stop.abort();
          return sheet.values[15_000];
        },
      });
      const port: WorkbookPort = {
        hasCustomFunctions: true,
        read: () => Promise.resolve({ ok: true, value: workbookOf({ ...sheet, values }) }),
        readFills: () => Promise.reject(new Error("a check reads no fills")),
        write: () => Promise.reject(new Error("a cancelled run writes nothing")),
      };
      const context = {
        port,
        translate: createTranslate("zh-CN"),
        now: () => new Date(2015, 11, 31),
        signal: stop.signal,
      };
      expect(await action.run(context, { scheme, totals: "values" })).toEqual({ status: "cancelled" });
    },
  );
});
