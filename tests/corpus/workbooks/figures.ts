import type { CorpusWorkbook } from "../corpusWorkbook";
import type { MadeUnit } from "../oracle";
import { FaultyPlan } from "./faultyPlan";

/** Faults in single figures: how they are written, and what stands where a number should. */
export function figureWorkbooks(): CorpusWorkbook[] {
  return [
    writtenOddly("figures-written-oddly", 11, "group-column"),
    writtenOddly("figures-written-oddly-by-group", 12, "sheet-per-group"),
    notNumbers("figures-not-numbers", 13, "sections"),
    notNumbers("figures-not-numbers-by-group", 14, "sheet-per-group"),
    wholeColumnAsText("column-of-text", 15, "group-column"),
    wholeColumnAsText("column-of-text-sections", 16, "sections"),
  ];
}

const FULL_WIDTH = "０１２３４５６７８９";

function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => FULL_WIDTH[Number(digit)] ?? digit).replace(".", "．");
}

function score(unit: MadeUnit, id: string): string {
  return unit.scores[id] ?? "";
}

/** Figures that can be read, though a formula could not add them up. */
function writtenOddly(
  name: string,
  seed: number,
  arrangement: "group-column" | "sheet-per-group",
): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { without: ["total", "rank"] } });
  const write = (
    family: Parameters<FaultyPlan["plant"]>[0],
    group: number,
    index: number,
    id: string,
    change: (text: string) => string,
  ) => {
    const unit = plan.unit(group, index);
    plan.plant(family, unit, `component:${id}`, change(score(unit, id)));
  };
  write("number-as-text", 0, 0, "result", (text) => text);
  write("number-as-text", 3, 4, "process", (text) => text);
  write("full-width", 1, 1, "leader", fullWidth);
  write("full-width", 3, 10, "public", fullWidth);
  write("unit-mark", 3, 12, "result", (text) => `${text}分`);
  write("unit-mark", 2, 0, "public", (text) => `${text} 分`);
  write("percent-sign", 3, 20, "process", (text) => `${text}%`);
  write("percent-sign", 3, 21, "process", (text) => `${text}％`);
  write("spaces", 3, 30, "result", (text) => `\u00a0${text}\u3000`);
  write("spaces", 1, 2, "result", (text) => `${text}\u200b `);
  const deducted = plan.units.filter(({ deduction }) => deduction !== "0");
  for (const unit of deducted.slice(0, 2))
    plan.plant("negative-deduction", unit, "deduction", -Number(unit.deduction));
  const none = plan.units.filter(({ bonus, deduction }) => bonus === "0" && deduction === "0").slice(-4);
  // Marks for "none" are no faults (rule 26).
  none.forEach((unit, index) => plan.write(unit, "bonus", ["—", "/", "无", "N/A"][index] ?? "—"));
  return plan.workbook(name, [
    "numbers as text",
    "full-width",
    "分 and % in the cell",
    "spaces in numbers",
    "deductions written as negatives",
    "marks for none",
  ]);
}

/** Cells that hold no score, or none that can be. */
function notNumbers(name: string, seed: number, arrangement: "sections" | "sheet-per-group"): CorpusWorkbook {
  const zero = (units: MadeUnit[]) =>
    units
      .map((unit, index) => (index === 40 ? { ...unit, scores: { ...unit.scores, leader: "0" } } : unit))
      .map((unit, index) => {
        if (index === 25) return { ...unit, scores: { ...unit.scores, result: "105.5" } };
        if (index === 26) return { ...unit, scores: { ...unit.scores, public: "-8" } };
        if (index === 27) return { ...unit, scores: { ...unit.scores, result: "912.3" } };
        return unit;
      });
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: { without: ["total", "rank"], none: null },
    prepare: zero,
  });
  plan.spoil("text-for-number", plan.unit(0, 1), "result", "缺考");
  plan.spoil("text-for-number", plan.unit(3, 2), "public", "未评");
  plan.spoil("error-cell", plan.unit(3, 3), "process", {
    formula: "=VLOOKUP(B9,过程!A:C,3,0)",
    value: { error: "#N/A" },
  });
  plan.spoil("error-cell", plan.unit(1, 1), "result", { formula: "=#REF!*100", value: { error: "#REF!" } });
  plan.spoil("error-cell", plan.unit(3, 33), "leader", { formula: "=E99/F99", value: { error: "#DIV/0!" } });
  plan.spoil("date-for-number", plan.unit(3, 5), "result", { value: 42277, format: "yyyy/m/d" });
  plan.spoil("date-for-number", plan.unit(2, 1), "process", { value: 42094, format: 'm"月"d"日"' });
  plan.spoil("percent-format", plan.unit(3, 7), "process", { value: 0.9537, format: "0.00%" });
  plan.spoil("percent-format", plan.unit(3, 8), "process", { value: 0.88, format: "0%" });
  plan.spoil("blank-score", plan.unit(3, 9), "leader", null);
  plan.spoil("blank-score", plan.unit(3, 11), "public", "—");
  for (const [index, id] of [
    [25, "result"],
    [26, "public"],
    [27, "result"],
  ] as const) {
    const unit = plan.units[index];
    if (!unit) continue;
    plan.blame("out-of-range", unit, `component:${id}`);
    plan.exclude(unit);
  }
  const none = plan.units[40];
  if (none) plan.blame("zero-score", none, "component:leader");
  return plan.workbook(name, [
    "text for a number",
    "error cells",
    "dates",
    "percent format",
    "outside 0 to max",
    "blank scores",
    "zero scores",
  ]);
}

/** A whole column typed as text is one fact, however many rows it has. */
function wholeColumnAsText(
  name: string,
  seed: number,
  arrangement: "group-column" | "sections",
): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: { without: ["total", "rank"] },
    prepare: longDecimal,
  });
  for (const unit of plan.units) plan.write(unit, "component:process", score(unit, "process"));
  const [table] = plan.tables;
  if (table) plan.blameColumn("number-as-text", table, "component:process");
  plan.blame("too-many-decimals", plan.unit(3, LONG), "component:result");
  return plan.workbook(name, ["numbers as text", "more decimals than the office uses"]);
}

/** The unit of the last group whose score was pasted from a quotient. */
const LONG = 31;

function longDecimal(units: MadeUnit[]): MadeUnit[] {
  return units.map((unit, index) =>
    index === LONG + 10 ? { ...unit, scores: { ...unit.scores, result: "86.33333333" } } : unit,
  );
}
