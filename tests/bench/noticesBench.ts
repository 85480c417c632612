import { noticeKind } from "../../src/core/notices/noticeKinds";
import { rankAssessment } from "../../src/core/ranking/rankAssessment";
import {
  planNotices,
  type NoticeRequest,
  type NoticeSources,
} from "../../src/core/reports/notice/planNotices";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import type { Plan } from "../../src/core/workbook/plan";
import { newWorkbook } from "../../src/workbook/file/newWorkbook";
import { assessmentOf, plainUnits } from "./assessments";
import { processorTime, type Bench } from "./bench";

const UNITS = 70;
const ROUNDS = 5;

/** Making the notices of 70 units, next to writing them into a file. */
export const noticesBench: Bench = {
  name: `notices: ${UNITS} units, a sheet each`,
  async measure() {
    const { sources, request } = noticesOf(UNITS);
    const planning: number[] = [];
    const writing: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const start = processorTime();
      const planned = planNotices(sources, request);
      const middle = processorTime();
      if (!planned.ok) throw new Error(`No notices were planned: ${planned.refusal.code}`);
      const made = await writeFile(planned.value.plan);
      const end = processorTime();
      if (made.byteLength === 0) throw new Error("An empty file was written.");
      // The first round warms up.
      if (round === 0) continue;
      planning.push(middle - start);
      writing.push(end - middle);
    }
    const [plan, write] = [median(planning), median(writing)];
    return [
      { what: "planned: text, numbers, layout, pages", value: plan, unit: "ms" },
      { what: "written as .xlsx", value: write, unit: "ms" },
      { what: "ratio", value: plan / write, unit: "×", target: 1 },
    ];
  },
};

function noticesOf(count: number): { sources: NoticeSources; request: NoticeRequest } {
  const kind = noticeKind("feedback");
  if (!kind) throw new Error("There is a kind called feedback.");
  const assessment = assessmentOf(plainUnits(count, 60));
  return {
    sources: {
      snapshot: { sheets: [], dateSystem: "1900", structureProtected: false },
      ranking: rankAssessment(anshan2015, assessment),
      remarks: { problems: new Map(), events: new Map() },
      periodName: "2015年度",
      unrankedReason: () => "",
    },
    request: {
      kind,
      units: null,
      date: { year: 2016, month: 1, day: 15 },
      approval: null,
      final: false,
      redHead: false,
      layout: "sheets",
      problems: new Map(),
      talk: { reason: "", time: "", place: "", by: "", purpose: "", demands: "" },
    },
  };
}

async function writeFile({ sheets }: Plan): Promise<Uint8Array> {
  const made = await newWorkbook(sheets, "notices.xlsx");
  if (!made.ok) throw new Error(`The notices were not written: ${made.problem.code}`);
  return await made.value.save();
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
