import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";
import { answersOf } from "../answers";
import { rightRule } from "../author";
import * as columns from "../columns";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { ownUnits } from "../madeUnits";
import { publishedTotal, type MadeUnit, type PlainScheme } from "../oracle";
import { unitRows } from "../planTable";
import { seededRandom, type Random } from "../random";
import { layTable, type LaidTable } from "../scoreTable";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Clean workbooks with the habits of real scores: what a check may be tempted to call a fault. */
export function plausibleWorkbooks(): CorpusWorkbook[] {
  return [
    plan("clean-whole-numbers", 320, "group-column", () => (value) => value.toFixed(0)),
    plan("clean-whole-numbers-by-group", 321, "sheet-per-group", () => (value) => value.toFixed(0)),
    plan("clean-tenths", 322, "sections", () => (value) => value.toFixed(1)),
    plan(
      "clean-leaders-in-fives",
      323,
      "group-column",
      () => (value, id) => (id === "leader" ? String(Math.round(value / 5) * 5) : value.toFixed(2)),
    ),
    plan("clean-halves", 324, "sections", () => (value) => String(Math.round(value * 2) / 2)),
    plan(
      "clean-many-full-marks",
      325,
      "sheet-per-group",
      (random) => (value, id) => (id === "process" && random.below(10) < 8 ? "100" : value.toFixed(2)),
    ),
    plan(
      "clean-some-scores-alike",
      326,
      "group-column",
      (random) => (value, id) => (id === "public" && random.below(10) < 1 ? "90" : value.toFixed(2)),
    ),
    plan(
      "clean-wide-spread",
      327,
      "group-column",
      (random) => (value) => (value - random.below(30)).toFixed(2),
    ),
    plan("clean-narrow-spread", 328, "sections", () => (value) => (90 + (value - 88) / 10).toFixed(2)),
    plan(
      "clean-long-decimals",
      329,
      "group-column",
      () => (value, id) =>
        id === "process" ? ((Math.round((value / 100) * 37) / 37) * 100).toFixed(4) : value.toFixed(2),
    ),
    unrounded("clean-unrounded-totals", 330, "group-column"),
    unrounded("clean-unrounded-totals-by-group", 331, "sheet-per-group"),
    shops("clean-four-hundred-shops", 332, 400),
    shops("clean-five-shops", 333, 5),
  ];
}

type Habit = (value: number, id: string) => string;

function plan(
  name: string,
  seed: number,
  arrangement: Arrangement,
  habit: (random: Random) => Habit,
): CorpusWorkbook {
  const write = habit(seededRandom(seed + 1000));
  return new FaultyPlan({
    seed,
    arrangement,
    prepare: (units) =>
      units.map((unit) => ({
        ...unit,
        bonus: Number(unit.bonus) > 1 ? "1" : unit.bonus,
        // A little lower, so that rounding up and full marks do not lift a total above 100.
        scores: Object.fromEntries(
          Object.entries(unit.scores).map(([id, score]) => [id, write(Number(score) - 3, id)]),
        ),
      })),
  }).workbook(name, ["clean", "plausible scores"]);
}

/** Totals that are only shown with two decimals, ranked by formula; no two units are that close. */
function unrounded(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  return new FaultyPlan({
    seed,
    arrangement,
    columns: (units) => ({ rule: { ...rightRule(PLAIN), rounding: "none" }, rank: { units } }),
    prepare: apart,
  }).workbook(name, ["clean", "totals without rounding"]);
}

const PLAIN: PlainScheme = {
  components: [
    { id: "result", name: "结果得分", weight: "0.55" },
    { id: "process", name: "过程得分", weight: "0.30" },
    { id: "leader", name: "领导评价得分", weight: "0.10" },
    { id: "public", name: "公众评议得分", weight: "0.05" },
  ],
  places: 2,
};

/** Moves the result of a unit until its published total is nobody else's in the group. */
function apart(units: MadeUnit[]): MadeUnit[] {
  const taken = new Set<string>();
  return units.map((unit) => {
    let moved = unit;
    const key = () => `${moved.group} ${publishedTotal(PLAIN, moved).toFixed(2)}`;
    while (taken.has(key())) {
      const result = (Number(moved.scores["result"]) - 0.07).toFixed(2);
      moved = { ...moved, scores: { ...moved.scores, result } };
    }
    taken.add(key());
    return moved;
  });
}

const SHOPS: SchemeFileInput = {
  id: "shops",
  name: "门店考核",
  fullMark: "100",
  components: [
    { id: "sales", name: "销售达成", aliases: [], max: "100", weight: "0.6" },
    { id: "service", name: "服务质量", aliases: [], max: "100", weight: "0.25" },
    { id: "display", name: "陈列规范", aliases: [], max: "100", weight: "0.15" },
  ],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: null,
};

function shops(name: string, seed: number, count: number): CorpusWorkbook {
  const scheme: PlainScheme = {
    components: SHOPS.components.map(({ id, name: title, weight }) => ({ id, name: title, weight })),
    places: 2,
  };
  const names = Array.from({ length: count }, (_, index) => `第${index + 1}分店`);
  const units = ownUnits(seededRandom(seed), scheme, { 门店: names });
  const rule = { ...rightRule(scheme), bonus: false, deduction: "left-out" } as const;
  const sheet = new SheetDraft("门店考核");
  const table: LaidTable = layTable(sheet, {
    row: 0,
    column: 0,
    columns: [
      columns.sequence(),
      columns.unit(["单位名称"]),
      ...scheme.components.map(({ id, name: title }) => columns.component(id, [title])),
      columns.total(rule, ["综合得分"]),
      columns.rank({ units, totals: columns.totalsOf(rule, units) }, ["名次"]),
    ],
    rows: unitRows(units),
  });
  return {
    name,
    oddities: ["clean", "an office with its own scheme"],
    scheme: SHOPS,
    period: null,
    sheets: [sheet],
    tables: [table.expected],
    units: answersOf(scheme, units),
    namedGroups: false,
    faults: [],
    clean: true,
  };
}
