import * as columns from "../columns";
import type { CorpusWorkbook, PlantedFault } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { ownUnits } from "../madeUnits";
import type { MadeUnit } from "../oracle";
import { byGroup, unitRows } from "../planTable";
import { seededRandom, type Random } from "../random";
import { layTable, type MadeColumn } from "../scoreTable";
import { office, percent, scoreColumns, totalAndRank, workbook, type Office } from "./office";

/** Districts, schools, leagues and townships with their own schemes, without a roster. All made up. */
export function otherOfficeWorkbooks(): CorpusWorkbook[] {
  return [
    points("district-eight-dimensions", 302, "one-sheet"),
    points("district-eight-dimensions-by-sheet", 303, "sheets"),
    school("school-appraisal", 304, "年级组"),
    school("school-appraisal-plain-sections", 305, "年级"),
    league("league-table", 306, false),
    league("league-table-wrong-ranks", 307, true),
    townships("township-league", 308),
  ];
}

const DISTRICT = office("district", [
  ["履行职能", "40", "1"],
  ["依法行政", "8", "1"],
  ["政务公开", "7", "1"],
  ["行政效能", "5", "1"],
  ["服务满意", "20", "1"],
  ["改革创新", "10", "1"],
  ["廉政建设", "5", "1"],
  ["档案管理", "5", "1"],
]);

/** Scores out of each dimension's own full mark. */
function pointUnits(
  random: Random,
  { scheme, plain }: Office,
  groups: Readonly<Record<string, readonly string[]>>,
): MadeUnit[] {
  return ownUnits(random, plain, groups).map((unit) => ({
    ...unit,
    scores: Object.fromEntries(
      scheme.components.map(({ id, max }) => {
        const hundredths = Number(max) * 100;
        return [id, ((hundredths - random.below(Math.floor(hundredths * 0.3))) / 100).toFixed(2)];
      }),
    ),
  }));
}

function points(name: string, seed: number, arrangement: "one-sheet" | "sheets"): CorpusWorkbook {
  const groups: Readonly<Record<string, readonly string[]>> =
    arrangement === "one-sheet"
      ? {
          区直部门: [
            "区发改局",
            "区教育局",
            "区民政局",
            "区财政局",
            "区住建局",
            "区文旅局",
            "区卫健局",
            "区审计局",
            "区统计局",
            "区信访局",
          ],
        }
      : {
          甲组: ["东河街道", "西河街道", "南关街道", "北关街道", "新城街道"],
          乙组: ["青山镇", "白塔镇", "红旗镇", "双桥镇", "柳林镇", "石门镇"],
        };
  const units = pointUnits(seededRandom(seed), DISTRICT, groups);
  const tables = byGroup(units).map(([group, members]) => {
    const sheet = new SheetDraft(arrangement === "one-sheet" ? "考核结果" : group);
    const maxima = new Map(DISTRICT.scheme.components.map(({ name: title, max }) => [title, max]));
    const made = [
      columns.unit(["单位名称"]),
      ...scoreColumns(DISTRICT, (title) => [`${title}（${maxima.get(title) ?? ""}分）`]),
      ...totalAndRank(DISTRICT, members, ["总分", "名次"]),
    ];
    sheet.title(0, 0, made.length, "年度绩效考评结果");
    return layTable(sheet, { row: 1, column: 0, columns: made, rows: unitRows(members) });
  });
  return workbook(name, ["full marks in headers", "points instead of weights"], DISTRICT, tables, units, {
    namedGroups: arrangement === "sheets",
  });
}

const SCHOOL = office("school", [
  ["教学常规", "100", "0.4"],
  ["教学质量", "100", "0.3"],
  ["德育工作", "100", "0.2"],
  ["安全卫生", "100", "0.1"],
]);

function school(name: string, seed: number, ending: "年级组" | "年级"): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), SCHOOL.plain, {
    [`七${ending}`]: ["七（1）班", "七（2）班", "七（3）班", "七（4）班"],
    [`八${ending}`]: ["八（1）班", "八（2）班", "八（3）班", "八（4）班", "八（5）班"],
    [`九${ending}`]: ["九（1）班", "九（2）班", "九（3）班"],
  });
  const sheet = new SheetDraft("班级量化考核");
  const made = [
    columns.sequence(),
    columns.unit(["班级"]),
    ...scoreColumns(SCHOOL, (title, weight) => [`${title}${percent(weight)}`]),
    ...totalAndRank(SCHOOL, units, ["总分", "名次"], true),
  ];
  sheet.title(0, 0, made.length, "2023—2024学年班级量化考核汇总");
  const table = layTable(sheet, {
    row: 2,
    column: 0,
    columns: made,
    rows: byGroup(units).flatMap(([group, members]) => [
      { kind: "section", text: group } as const,
      ...unitRows(members),
      { kind: "summary", label: "平均", calculate: "AVERAGE" } as const,
    ]),
  });
  return workbook(
    name,
    ["section rows name a group", "average rows", "weights in headers"],
    SCHOOL,
    [table],
    units,
  );
}

/** Wins and draws of a season: three points and one. */
const LEAGUE = office("league", [
  ["胜", "22", "3"],
  ["平", "22", "1"],
]);

function league(name: string, seed: number, wrong: boolean): CorpusWorkbook {
  const random = seededRandom(seed);
  const teams = [
    "蓝鲸队",
    "白鹭队",
    "山鹰队",
    "红枫队",
    "铁马队",
    "星河队",
    "海浪队",
    "雪豹队",
    "金雀队",
    "青松队",
    "飞虎队",
    "长风队",
  ];
  const units = ownUnits(random, LEAGUE.plain, { 联赛: teams }).map((unit) => {
    const wins = random.below(15);
    return { ...unit, scores: { c1: String(wins), c2: String(random.below(22 - wins)) } };
  });
  const sheet = new SheetDraft("积分榜");
  const [total, rank] = totalAndRank(LEAGUE, units, ["积分", "名次"], true);
  if (!total || !rank) throw new Error("Two columns");
  const made: MadeColumn[] = [
    rank,
    columns.unit(["球队"]),
    { role: "", header: ["场次"], content: () => 22 },
    ...LEAGUE.plain.components.map(({ id, name: title }): MadeColumn => ({
      role: `component:${id}`,
      header: [title],
      content: ({ unit }) => Number(unit.scores[id]),
    })),
    {
      role: "",
      header: ["负"],
      content: ({ unit }) => 22 - Number(unit.scores["c1"]) - Number(unit.scores["c2"]),
    },
    total,
  ];
  const table = layTable(sheet, { row: 0, column: 0, columns: made, rows: unitRows(units) });
  const measured = {
    ...table,
    expected: { ...table.expected, roles: table.expected.roles.filter(({ role }) => role !== "") },
  };
  const faults: PlantedFault[] = [];
  if (wrong) {
    for (const index of [3, 7]) {
      const unit = units[index];
      if (!unit) continue;
      const { row, column } = table.cell(unit, "rank");
      sheet.put(row, column, 12 + index);
      faults.push({ family: "rank-differs", sheet: sheet.name, area: table.address(unit, "rank") });
    }
  }
  return workbook(name, ["a league table", "ties"], LEAGUE, [measured], units, {
    faults,
    namedGroups: false,
    proposable: false,
  });
}

const TOWNSHIPS = office(
  "townships",
  [
    ["经济发展", "100", "0.35"],
    ["乡村振兴", "100", "0.25"],
    ["社会治理", "100", "0.2"],
    ["生态环境", "100", "0.1"],
    ["党的建设", "100", "0.1"],
  ],
  { 乡村振兴: ["三农工作"] },
);

function townships(name: string, seed: number): CorpusWorkbook {
  const units = ownUnits(seededRandom(seed), TOWNSHIPS.plain, {
    全县: [
      "东山镇",
      "西坪镇",
      "南河乡",
      "北沟乡",
      "柳树镇",
      "石桥镇",
      "松岭乡",
      "新集镇",
      "大营镇",
      "小河乡",
      "平安镇",
      "永丰乡",
      "向阳镇",
      "古城镇",
    ],
  });
  const sheet = new SheetDraft("乡镇考核");
  const made = [
    columns.sequence(["排序"]),
    columns.unit(["乡镇"]),
    ...scoreColumns(TOWNSHIPS, (title, weight) => [`${title}得分`, `原始分×${percent(weight)}`]),
    ...totalAndRank(TOWNSHIPS, units, ["综合得分", "全县排名"]),
  ].map((made) => (made.role === "sequence" ? { ...made, role: "", header: ["序"] } : made));
  sheet.title(0, 0, made.length, "××县乡镇年度综合考核得分表");
  const table = layTable(sheet, {
    row: 1,
    column: 0,
    columns: made,
    rows: unitRows(units),
    sharedHeader: "first",
  });
  const measured = {
    ...table,
    expected: { ...table.expected, roles: table.expected.roles.filter(({ role }) => role !== "") },
  };
  return workbook(name, ["two-row header", "parts written once"], TOWNSHIPS, [measured], units, {
    namedGroups: false,
  });
}
