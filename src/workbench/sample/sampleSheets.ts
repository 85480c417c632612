import { areaAddress, type Area } from "../../core/workbook/address";
import type { PageSetup, PlannedValue, StyledArea } from "../../core/workbook/plan";
import type { SheetContent } from "../../workbook/file/workbookEdit";
import { cleanScores, untidyScores, type SampleScores } from "./sampleScores";
import { sampleGroups } from "./sampleUnits";

const COLUMN_COUNT = 12;
const FIRST_UNIT_ROW = 4;
const SCORE_COLUMNS = [3, 4, 5, 6, 7, 8] as const;

const page: PageSetup = {
  paper: "a4",
  orientation: "landscape",
  margins: { top: 19, bottom: 19, left: 18, right: 18, header: 8, footer: 8 },
  fitWidth: true,
};

/** What the sample's sheets have in common: they are the clerk's, so they bear no mark of ours. */
const clerksSheet = {
  mark: null,
  visibility: "visible",
  styles: [],
  merges: [],
  rowHeights: new Map<number, number>(),
  links: [],
  page,
} as const;

/** The sample workbook: the summary that a clerk would bring, and a sheet of notes that is no data. */
export function sampleSheets(): readonly SheetContent[] {
  return [summarySheet(), notesSheet()];
}

function summarySheet(): SheetContent {
  const units = unitRows();
  const averageRow = FIRST_UNIT_ROW + units.length;
  return {
    ...clerksSheet,
    name: "年度汇总",
    cells: [
      padded(["2015年度市政府绩效管理考评成绩汇总表"]),
      padded(["填报：市绩效办（示例，数据均为虚构）", ...blanks(9), "单位：分"]),
      ["序号", "组别", "单位名称", "考评得分", null, null, null, "加减分", null, "总成绩", "名次", "备注"],
      [...blanks(3), "结果得分", "过程得分", "领导评价", "公众评议", "加分", "扣分", ...blanks(3)],
      ...units,
      averages(averageRow),
      padded(["注：1.本表为示例，所有得分均为虚构，与任何单位的实际工作无关。"]),
      padded(["2.总成绩、名次由系统计算后填列。"]),
    ],
    merges: [...headerMerges(), ...groupMerges(), area(averageRow, 0, 1, 3)],
    styles: summaryStyles(averageRow),
    columnWidths: [6, 9, 24, 11, 11, 11, 11, 8, 8, 10, 8, 18],
    rowHeights: new Map([[0, 32]]),
    frozenRows: FIRST_UNIT_ROW,
    activate: true,
  };
}

/** One row a unit; the group is written once and merged downward. One unit is on no roster. */
function unitRows(): readonly (readonly PlannedValue[])[] {
  const rows: PlannedValue[][] = [];
  for (const { name, units } of sampleGroups) {
    units.forEach((unit, inGroup) => {
      const position = rows.length;
      const group = inGroup === 0 ? name : null;
      rows.push([position + 1, group, unit, ...scoresAt(position), null, null, null]);
    });
  }
  rows.push([rows.length + 1, "第四组", "市智慧城市办", ...cleanScores(rows.length), null, null, "今年新设"]);
  return rows;
}

function scoresAt(position: number): SampleScores {
  const scores: PlannedValue[] = [...cleanScores(position)];
  for (const [column, value] of Object.entries(untidyScores.get(position) ?? {}))
    scores[Number(column)] = value;
  const [result = null, process = null, leader = null, publicScore = null, bonus = null, deduction = null] =
    scores;
  return [result, process, leader, publicScore, bonus, deduction];
}

/** The office's own averages, with the value that Excel gives them: text cells do not count. */
function averages(row: number): readonly PlannedValue[] {
  const columns = [0, 1, 2, 3].map((score) => {
    const numbers = unitRows()
      .map((cells) => cells[SCORE_COLUMNS[0] + score])
      .filter((cell) => typeof cell === "number");
    const column = area(FIRST_UNIT_ROW, SCORE_COLUMNS[0] + score, row - FIRST_UNIT_ROW, 1);
    return {
      formula: `=AVERAGE(${areaAddress(column)})`,
      value: numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
    };
  });
  return padded(["平均分", null, null, ...columns]);
}

function headerMerges(): readonly Area[] {
  const overTwoRows = [0, 1, 2, 9, 10, 11].map((column) => area(2, column, 2, 1));
  return [area(0, 0, 1, COLUMN_COUNT), area(1, 0, 1, 4), area(2, 3, 1, 4), area(2, 7, 1, 2), ...overTwoRows];
}

function groupMerges(): readonly Area[] {
  let row = FIRST_UNIT_ROW;
  return sampleGroups.map(({ units }) => {
    const merge = area(row, 1, units.length, 1);
    row += units.length;
    return merge;
  });
}

function summaryStyles(averageRow: number): readonly StyledArea[] {
  const unitCount = averageRow - FIRST_UNIT_ROW;
  return [
    {
      area: area(0, 0, averageRow + 3, COLUMN_COUNT),
      style: { fontName: "宋体", fontSize: 11, vertical: "center" },
    },
    { area: area(0, 0, 1, COLUMN_COUNT), style: { fontSize: 18, bold: true, horizontal: "center" } },
    {
      area: area(2, 0, 2, COLUMN_COUNT),
      style: { bold: true, fill: "#E2EFDA", horizontal: "center", wrap: true },
    },
    { area: area(2, 0, unitCount + 3, COLUMN_COUNT), style: { borders: "thin" } },
    { area: area(FIRST_UNIT_ROW, 0, unitCount, 2), style: { horizontal: "center" } },
    { area: area(FIRST_UNIT_ROW, 3, unitCount, 4), style: { numberFormat: "0.00", horizontal: "right" } },
    { area: area(FIRST_UNIT_ROW, 7, unitCount, 2), style: { horizontal: "center" } },
    { area: area(averageRow, 0, 1, COLUMN_COUNT), style: { bold: true, numberFormat: "0.00" } },
    { area: area(averageRow, 0, 1, 3), style: { horizontal: "center" } },
  ];
}

function notesSheet(): SheetContent {
  const lines = [
    "填表说明",
    "一、本工作簿是 PERF 的示例，单位名称取自公开的考评方案，所有得分均为虚构。",
    "二、“年度汇总”中留有几处常见问题：得分漏填、得分超过100分、扣分写成负数、名单外单位、文本型数字。",
    "三、在任务窗格中点击“检查”查看问题，点击“生成排名”得到排名表。",
  ];
  return {
    ...clerksSheet,
    name: "填表说明",
    cells: lines.map((line) => [line]),
    styles: [
      { area: area(0, 0, lines.length, 1), style: { fontName: "宋体", fontSize: 11 } },
      { area: area(0, 0, 1, 1), style: { fontSize: 14, bold: true } },
    ],
    columnWidths: [100],
  };
}

function padded(cells: readonly PlannedValue[]): readonly PlannedValue[] {
  return [...cells, ...blanks(COLUMN_COUNT - cells.length)];
}

function blanks(count: number): null[] {
  return new Array<null>(count).fill(null);
}

function area(row: number, column: number, rowCount: number, columnCount: number): Area {
  return { row, column, rowCount, columnCount };
}
