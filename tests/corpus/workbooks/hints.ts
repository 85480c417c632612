import type { CorpusWorkbook } from "../corpusWorkbook";
import type { MadeUnit } from "../oracle";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** What only hints can be given about, and clean workbooks that look a little like it. */
export function hintWorkbooks(): CorpusWorkbook[] {
  return [
    repeated("repeated-scores", 100, "group-column"),
    repeated("repeated-scores-sections", 101, "sections"),
    identical("identical-rows", 102, "group-column"),
    identical("identical-rows-by-group", 103, "sheet-per-group"),
    jump("jumps", 104, "group-column"),
    jump("jumps-by-group", 105, "sheet-per-group"),
    piled("piled-digits", 106, "group-column"),
    piled("piled-digits-sections", 107, "sections"),
    plainLeaders("clean-whole-leader-scores", 108, "group-column"),
    plainLeaders("clean-whole-leader-scores-sections", 109, "sections"),
    fullProcess("clean-full-process-scores", 110, "group-column"),
  ];
}

function rescored(
  units: MadeUnit[],
  change: (unit: MadeUnit, index: number) => Record<string, string>,
): MadeUnit[] {
  return units.map((unit, index) => ({ ...unit, scores: { ...unit.scores, ...change(unit, index) } }));
}

function repeated(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) => rescored(units, (_, index) => (index >= 20 && index < 62 ? { result: "91.37" } : {})),
  });
  const [table] = plan.tables;
  if (table) plan.blameColumn("repeated-score", table, "component:result");
  return plan.workbook(name, ["a score repeated for many units"]);
}

function identical(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) => rescored(units, (_, index) => (index === 33 ? { ...units[19]?.scores } : {})),
  });
  const [first, second] = [plan.units[19], plan.units[33]];
  if (!first || !second) throw new Error("The roster is longer");
  const table = plan.tableOf(first);
  // Either row may be pointed at.
  const rows = `A${table.cell(first, "unit").row + 1}:Z${table.cell(second, "unit").row + 1}`;
  plan.blameAt("identical-rows", table.sheet.name, rows);
  return plan.workbook(name, ["identical rows"]);
}

function jump(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) =>
      rescored(units, (_, index) =>
        index === 45 ? { result: "97.20", process: "96.80", leader: "97.50", public: "23.15" } : {},
      ),
  });
  const unit = plan.units[45];
  if (unit) plan.blame("jump", unit, "component:public");
  return plan.workbook(name, ["a jump against the other columns"]);
}

function piled(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) =>
      rescored(units, ({ scores }) => ({
        result: (Math.round(Number(scores["result"]) / 5) * 5).toFixed(2),
      })),
  });
  const [table] = plan.tables;
  if (table) plan.blameColumn("piled-digits", table, "component:result");
  return plan.workbook(name, ["digits piled on 0 and 5"]);
}

/** Leaders score in whole points: many repeats, and nothing wrong. */
function plainLeaders(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  return new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) =>
      rescored(units, ({ scores }) => ({ leader: String(Math.round(Number(scores["leader"]))) })),
  }).workbook(name, ["whole leader scores"]);
}

/** Most offices finish every node: a column of 100s is what a completion rate looks like. */
function fullProcess(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  return new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) => rescored(units, (_, index) => (index % 3 === 0 ? {} : { process: "100" })),
  }).workbook(name, ["full process scores"]);
}
