import type { CorpusWorkbook } from "../corpusWorkbook";
import { address, SheetDraft } from "../draft";
import { byGroup, planColumns, unitRows } from "../planTable";
import { layTable } from "../scoreTable";
import { FaultyPlan, type Arrangement } from "./faultyPlan";

/** Faults of structure: what is hidden, merged, said twice or left out. Each in two arrangements. */
export function structureWorkbooks(): CorpusWorkbook[] {
  return [
    hidden("hidden-rows-and-columns", 90, "group-column"),
    hidden("hidden-rows-and-columns-by-group", 91, "sheet-per-group"),
    filtered("filtered-rows", 92, "group-column"),
    filtered("filtered-rows-sections", 93, "sections"),
    merged("merged-data", 94, "group-column"),
    merged("merged-data-by-group", 95, "sheet-per-group"),
    disagreeing("summary-disagrees", 96),
    disagreeing("summary-disagrees-again", 97),
    leftOut("sheet-left-out", 98, "group-column"),
    leftOut("sheet-left-out-by-group", 99, "sheet-per-group"),
  ];
}

function hidden(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement });
  const table = plan.tables.at(-1);
  if (!table) throw new Error("The workbook has a table");
  table.sheet.hiddenRows.add(table.cell(plan.unit(3, 13), "unit").row);
  table.sheet.hiddenRows.add(table.cell(plan.unit(3, 14), "unit").row);
  table.sheet.hiddenColumns.add(table.cell(plan.unit(3, 0), "component:public").column);
  plan.blameSheet("hidden-row", table.sheet.name);
  plan.blameSheet("hidden-column", table.sheet.name);
  return plan.workbook(name, ["hidden rows", "hidden columns"]);
}

function filtered(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { rank: { typed: true } } });
  const [table] = plan.tables;
  if (!table) throw new Error("The workbook has a table");
  table.sheet.filter = table.expected.range;
  for (const index of [3, 4, 5, 20, 21, 55]) {
    table.sheet.hiddenRows.add(table.cell(plan.unit(3, index), "unit").row);
  }
  plan.blameSheet("filtered", table.sheet.name);
  return plan.workbook(name, ["filtered rows"]);
}

function merged(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement, columns: { without: ["total", "rank"] } });
  for (const [index, id] of [
    [6, "leader"],
    [18, "result"],
  ] as const) {
    const [first, second] = [plan.unit(3, index), plan.unit(3, index + 1)];
    const table = plan.tableOf(first);
    const { row, column } = table.cell(first, `component:${id}`);
    plan.write(second, `component:${id}`, null);
    table.sheet.merge(row, column, 2, 1);
    plan.blameAt("merged-data", table.sheet.name, `${address(row, column)}:${address(row + 1, column)}`);
    plan.blur(first, id);
    plan.blur(second, id);
  }
  return plan.workbook(name, ["merged data cells"]);
}

/** A summary sheet and a sheet for each group: two units differ between them. */
function disagreeing(name: string, seed: number): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement: "group-column", columns: { without: ["total", "rank"] } });
  const parts = byGroup(plan.units).map(([group, members]) => {
    const sheet = new SheetDraft(group);
    return layTable(sheet, {
      row: 0,
      column: 0,
      columns: planColumns(members, { without: ["total", "rank"] }),
      rows: unitRows(members),
    });
  });
  for (const [group, index, id] of [
    [3, 8, "process"],
    [0, 2, "result"],
  ] as const) {
    const unit = plan.unit(group, index);
    const part = parts[group];
    if (!part) throw new Error("A part for each group");
    const { row, column } = part.cell(unit, `component:${id}`);
    part.sheet.put(row, column, Number(unit.scores[id]) - 1.5);
    plan.blameSheet("tables-disagree", null);
    plan.exclude(unit);
  }
  plan.otherSheets.push(...parts.map(({ sheet }) => sheet));
  const workbook = plan.workbook(name, ["two tables disagree", "a summary sheet and its parts"]);
  return { ...workbook, tables: [...workbook.tables, ...parts.map(({ expected }) => expected)] };
}

/** A sheet that lists units with figures under headers that say nothing: not used, and that has to be said. */
function leftOut(name: string, seed: number, arrangement: Arrangement): CorpusWorkbook {
  const plan = new FaultyPlan({ seed, arrangement });
  const sheet = new SheetDraft("Sheet2");
  ["单位", "A类", "B类", "C类"].forEach((text, column) => sheet.put(0, column, text));
  plan.units.forEach((unit, index) => {
    sheet.put(index + 1, 0, unit.as);
    [80, 85, 90].forEach((base, column) => sheet.put(index + 1, column + 1, base + ((index * 7) % 9)));
  });
  plan.otherSheets.push(sheet);
  plan.blameSheet("sheet-left-out", sheet.name);
  return plan.workbook(name, ["sheets left out"]);
}
