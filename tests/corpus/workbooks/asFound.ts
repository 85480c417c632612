import * as columns from "../columns";
import type { CorpusWorkbook, ExpectedTable } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { rosterUnits } from "../madeUnits";
import { PLAN, publishedTotal, type MadeUnit } from "../oracle";
import { byGroup, inOrder, planColumns, unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type LaidTable, type MadeColumn, type MadeRow } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** Habits of clerks that no rule of layout foresees. All of them clean. */
export function asFoundWorkbooks(): CorpusWorkbook[] {
  return [
    sheetPerComponent("sheet-per-component", 400, true),
    sheetPerComponent("sheet-per-component-bare", 401, false),
    ledger("ledger-of-events", 402, true),
    ledger("ledger-of-points", 403, false),
    verticalGroups("vertical-group-labels", 404, (group) => [...splitLetters(group)].join("\n")),
    verticalGroups("group-labels-as-numbers", 405, (group) =>
      String("一二三四".indexOf(group.charAt(1)) + 1),
    ),
    verticalGroups("group-labels-short", 406, (group) => group.slice(1)),
    continued("continued-beside", 407, 30),
    continued("continued-beside-again", 408, 20),
    looseSections("loose-sections", 409),
    looseSections("loose-sections-again", 410),
    annotated("weights-under-headers", 411, (weight) => `（${weight}）`),
    annotated("weights-under-headers-bare", 412, (weight) => weight),
    sorted("sorted-by-rank", 413, (rank) => rank),
    sorted("ranks-as-text", 414, (rank) => `第${rank}名`),
    spacedNames("names-with-spaces", 415),
    spacedNames("names-with-breaks", 416),
    besideHelpers("helper-columns", 417),
    besideHelpers("helper-columns-again", 418),
  ];
}

function splitLetters(text: string): string[] {
  return Array.from(text);
}

/** Each component on a sheet of its own; the header names it, or only the sheet does. */
function sheetPerComponent(name: string, seed: number, named: boolean): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed)).map((unit) => ({ ...unit, bonus: "0", deduction: "0" }));
  const usual = planColumns(units, { groupColumn: "repeated" });
  const tables = PLAN.components.map(({ id, name: title }) => {
    const sheet = new SheetDraft(title.replace("得分", ""));
    sheet.title(0, 0, 4, `2015年度${title}统计表`);
    return layTable(sheet, {
      row: 1,
      column: 0,
      columns: [
        ...inOrder(usual, ["sequence", "group", "unit"]),
        columns.component(id, [named ? title : "得分"]),
      ],
      rows: unitRows(units),
    });
  });
  return planWorkbook(name, ["a sheet for each component"], tables, units);
}

/** Bonus and deduction in a ledger of their own, a row for each event. */
function ledger(name: string, seed: number, signed: boolean): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const sheet = new SheetDraft("得分");
  const made = planColumns(units, {
    groupColumn: "repeated",
    without: ["bonus", "deduction", "total", "rank"],
  });
  const table = layTable(sheet, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  const events = new SheetDraft("加减分台账");
  const header = signed
    ? ["序号", "单位", "事项", "文号", "加分", "扣分"]
    : ["单位", "日期", "事由", "加减分"];
  events.title(0, 0, header.length, "2015年度加减分台账");
  header.forEach((text, column) => events.put(1, column, text));
  let row = 2;
  for (const unit of units) {
    // Several praises are several rows.
    for (let count = 0; count < Number(unit.bonus); count += 1) {
      const line = signed
        ? [row - 1, unit.as, "市政府通报表扬", `鞍政发〔2015〕${row + 10}号`, 1, null]
        : [unit.as, { value: 42100 + row, format: "yyyy/m/d" }, "市政府通报表扬", 1];
      line.forEach((content, column) => events.put(row, column, content));
      row += 1;
    }
    if (unit.deduction === "0") continue;
    const points = Number(unit.deduction);
    const reason = points === 5 ? "不勤不力被约谈" : "市政府通报批评";
    const line = signed
      ? [row - 1, unit.as, reason, `鞍政发〔2015〕${row + 10}号`, null, points]
      : [unit.as, { value: 42100 + row, format: "yyyy/m/d" }, reason, -points];
    line.forEach((content, column) => events.put(row, column, content));
    row += 1;
  }
  const workbook = planWorkbook(name, ["a ledger of bonus and deduction"], [table], units, {
    otherSheets: [events],
  });
  const letters = "ABCDEF".charAt(header.length - 1);
  const expected: ExpectedTable = {
    sheet: events.name,
    range: `A2:${letters}${row}`,
    kind: "ledger",
    roles: [{ at: header.indexOf("单位"), header: "单位", role: "unit" }],
  };
  return { ...workbook, tables: [...workbook.tables, expected] };
}

/** Group cells merged downward beside the units, written in some other way than the plan's. */
function verticalGroups(name: string, seed: number, label: (group: string) => string): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const usual = planColumns(units, { groupColumn: "merged" });
  const sheet = new SheetDraft("考核结果");
  sheet.title(0, 0, 11, "2015年度绩效考核结果");
  const groupColumn: MadeColumn = {
    role: "group",
    header: ["组别"],
    mergeDown: true,
    content: ({ unit }) => {
      const text = label(unit.group);
      return /^\d$/.test(text) ? Number(text) : text;
    },
  };
  const table = layTable(sheet, {
    row: 1,
    column: 0,
    columns: [
      groupColumn,
      ...inOrder(usual, [
        "unit",
        "component:result",
        "component:process",
        "component:leader",
        "component:public",
        "bonus",
        "deduction",
        "total",
        "rank",
      ]),
    ],
    rows: unitRows(units),
  });
  return planWorkbook(name, ["group cells merged downward", "group names written otherwise"], [table], units);
}

/** A long group printed in two halves side by side under one title; the small groups on their own sheets. */
function continued(name: string, seed: number, first: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const tables = byGroup(units).flatMap(([group, members]) => {
    const sheet = new SheetDraft(group);
    const made = planColumns(members, { without: ["note"], typedTotals: true, rank: { typed: true } });
    if (members.length < 10) {
      return [layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(members) })];
    }
    sheet.title(0, 0, made.length * 2, `${group}考核成绩`);
    const halves = [members.slice(0, first), members.slice(first)];
    return halves.map((half, index) =>
      layTable(sheet, { row: 1, column: index * (made.length + 1), columns: made, rows: unitRows(half) }),
    );
  });
  return planWorkbook(name, ["tables side by side", "one group in two halves"], tables, units);
}

/** Section texts in the first column only, without a merge; blanks inside 平均; notes between the groups. */
function looseSections(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed), { names: "short" });
  const sheet = new SheetDraft("成绩表");
  const rows = byGroup(units).flatMap(([, members]): MadeRow[] => [
    { kind: "blank" },
    ...unitRows(members),
    { kind: "summary", label: "平　均", calculate: "AVERAGE" },
    { kind: "blank" },
  ]);
  const table = layTable(sheet, {
    row: 1,
    column: 0,
    columns: planColumns(units, { rank: { typed: true } }),
    rows,
  });
  for (const [group, members] of byGroup(units)) {
    const [leader] = members;
    if (!leader) continue;
    sheet.put(table.cell(leader, "unit").row - 1, 0, group);
    sheet.put(table.cell(leader, "unit").row + members.length + 1, 0, "注：按总成绩排序，名次为组内名次。");
  }
  return planWorkbook(
    name,
    ["section rows name a group", "average rows", "note rows", "aliases"],
    [table],
    units,
  );
}

/** The weights in a row of their own under the names, as a part of the header. */
function annotated(name: string, seed: number, write: (weight: string) => string): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const headers = Object.fromEntries(
    PLAN.components.map(({ id, name: title, weight }) => [
      `component:${id}`,
      [title, write(`${Math.round(Number(weight) * 100)}%`)],
    ]),
  );
  const sheet = new SheetDraft("汇总");
  const made = planColumns(units, { groupColumn: "repeated", headers });
  sheet.title(0, 0, made.length, "考核汇总");
  const table = layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(units) });
  return planWorkbook(name, ["two-row header", "weights in headers"], [table], units);
}

/** Each group in the order of its ranks, with the rank first and grades beside. */
function sorted(name: string, seed: number, write: (rank: number) => number | string): CorpusWorkbook {
  const made = rosterUnits(seededRandom(seed));
  const units = byGroup(made).flatMap(([, members]) =>
    members.toSorted((left, right) => publishedTotal(PLAN, right).cmp(publishedTotal(PLAN, left))),
  );
  const usual = planColumns(units, { groupColumn: "repeated", rank: { typed: true } });
  const [rank] = inOrder(usual, ["rank"]);
  if (!rank) throw new Error("A column of ranks");
  const written: MadeColumn = {
    ...rank,
    content: (context) => write(Number(rank.content(context))),
  };
  const grade: MadeColumn = {
    role: "grade",
    header: ["考核等次"],
    content: ({ unit }) => (publishedTotal(PLAN, unit).gte(90) ? "优秀" : "良好"),
  };
  const sheet = new SheetDraft("排名");
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: [
      written,
      ...inOrder(usual, [
        "group",
        "unit",
        "component:result",
        "component:process",
        "component:leader",
        "component:public",
        "bonus",
        "deduction",
        "total",
      ]),
      grade,
    ],
    rows: unitRows(units),
  });
  return planWorkbook(name, ["item columns in any order", "sorted by rank"], [table], units);
}

/** Names stretched with spaces or broken over two lines to fill their cells. */
function spacedNames(name: string, seed: number): CorpusWorkbook {
  const breaks = name.endsWith("breaks");
  const units = rosterUnits(seededRandom(seed)).map((unit): MadeUnit => {
    if (breaks)
      return unit.as.length > 6 ? { ...unit, as: `${unit.as.slice(0, 5)}\n${unit.as.slice(5)}` } : unit;
    return unit.as.length <= 4 ? { ...unit, as: splitLetters(unit.as).join("　") } : unit;
  });
  const sheet = new SheetDraft("成绩");
  const table = layTable(sheet, {
    row: 0,
    column: 0,
    columns: planColumns(units, { groupColumn: "merged" }),
    rows: unitRows(units),
  });
  return planWorkbook(name, ["spaces and line breaks in names"], [table], units);
}

/** Columns that the author used for sorting, beside the table after a gap. */
function besideHelpers(name: string, seed: number): CorpusWorkbook {
  const units = rosterUnits(seededRandom(seed));
  const sheet = new SheetDraft("成绩");
  const made = planColumns(units, { groupColumn: "repeated", without: ["note"] });
  sheet.title(0, 0, made.length, "2015年度绩效考核成绩");
  const table: LaidTable = layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(units) });
  const gap = made.length + 2;
  units.forEach((unit, index) => {
    const total = table.address(unit, "total");
    const { row } = table.cell(unit, "total");
    sheet.put(row, gap, {
      formula: `=${total}+ROW()/1000000`,
      value: Number(
        publishedTotal(PLAN, unit)
          .plus((row + 1) / 1000000)
          .toString(),
      ),
    });
    sheet.put(row, gap + 1, index + 1);
  });
  return planWorkbook(name, ["helper columns beside the table"], [table], units);
}
