import type { CorpusWorkbook } from "../corpusWorkbook";
import type { MadeUnit } from "../oracle";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Faults in the names of units and groups. */
export function nameWorkbooks(): CorpusWorkbook[] {
  return [
    wrongNames("names-group-column", 21, "group-column"),
    wrongNames("names-sections", 22, "sections"),
    missingAndTwice("missing-and-twice", 23, "group-column"),
    missingAndTwice("missing-and-twice-by-group", 24, "sheet-per-group"),
    wrongGroup("wrong-group-column", 25, "group-column"),
    wrongGroup("wrong-group-sections", 26, "sections"),
  ];
}

/** Writes another name over a unit's: the unit itself is then missing, and the row is of a unit nobody knows. */
function renamed(units: readonly MadeUnit[], names: Readonly<Record<string, string>>): MadeUnit[] {
  return units.map((unit) => {
    const as = names[unit.name];
    return as === undefined ? unit : { ...unit, name: as, as };
  });
}

const TOTALS = { without: ["total", "rank"] } as const;

function wrongNames(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const names = {
    市审计局: "市审记局",
    铁东区政府: "铁洞区政府",
    千山区政府: "千山",
    市国税局: "税务局",
    市档案局: "市大数据局",
    市台办: "市港澳办",
  };
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: TOTALS,
    prepare: (units) => renamed(units, names),
  });
  const families = {
    市审记局: "unit-near-miss",
    铁洞区政府: "unit-near-miss",
    千山: "unit-ambiguous",
    税务局: "unit-ambiguous",
    市大数据局: "unit-unknown",
    市港澳办: "unit-unknown",
  } as const;
  for (const unit of plan.units) {
    if (!isKey(families, unit.name)) continue;
    plan.blame(families[unit.name], unit, "unit");
    plan.exclude(unit);
    plan.blameSheet("unit-missing", null);
  }
  return plan.workbook(name, ["near-miss names", "ambiguous names", "unknown names", "missing units"]);
}

function isKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}

function missingAndTwice(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: TOTALS,
    // 市地税局 is written over with 市国税局, a real slip: the names are one character apart. 市气象局 is left out.
    prepare: (units) => renamed(units, { 市地税局: "市国税局" }).filter((unit) => unit.name !== "市气象局"),
  });
  for (const unit of plan.units.filter((candidate) => candidate.name === "市国税局")) {
    plan.blame("unit-duplicate", unit, "unit");
    plan.exclude(unit);
  }
  plan.blameSheet("unit-missing", null);
  plan.blameSheet("unit-missing", null);
  return plan.workbook(name, ["duplicate units", "missing units"]);
}

function wrongGroup(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const moved = ["千山风景区管委会", "市信访局"];
  const stated: Readonly<Record<string, string>> = { 千山风景区管委会: "第二组", 市信访局: "第三组" };
  const plan = new FaultyPlan({
    seed,
    arrangement,
    columns: TOTALS,
    prepare: (units) => {
      const wrong = units.map((unit) => ({ ...unit, group: stated[unit.name] ?? unit.group }));
      const groups = [...new Set(wrong.map(({ group }) => group))];
      return groups.flatMap((group) => wrong.filter((unit) => unit.group === group));
    },
  });
  for (const unit of plan.units.filter((candidate) => moved.includes(candidate.name))) {
    plan.exclude(unit);
    plan.blame("unit-wrong-group", unit, "unit");
  }
  const workbook = plan.workbook(name, ["units in the wrong group"]);
  // The answer goes by the roster's group, whatever the sheet says.
  const right: Readonly<Record<string, string>> = { 千山风景区管委会: "第三组", 市信访局: "第四组" };
  return {
    ...workbook,
    units: workbook.units.map((unit) => ({ ...unit, group: right[unit.name] ?? unit.group })),
  };
}
