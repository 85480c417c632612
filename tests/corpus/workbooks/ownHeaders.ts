import type { SchemeFileInput } from "../../../src/core/scheme/schemeFile";
import { answersOf } from "../answers";
import { rightRule } from "../author";
import * as columns from "../columns";
import type { CorpusWorkbook } from "../corpusWorkbook";
import { SheetDraft } from "../draft";
import { ownUnits } from "../madeUnits";
import type { MadeUnit, PlainScheme } from "../oracle";
import { unitRows } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type MadeColumn } from "../scoreTable";

/** Workbooks whose headers say everything that a scheme needs. */
export function ownHeaderWorkbooks(): CorpusWorkbook[] {
  return [
    staff("staff-appraisal", 340, "姓名"),
    staff("staff-appraisal-by-number", 341, "员工姓名"),
    english("english-headers", 342, ["Department", "Total", "Rank"]),
    english("english-headers-again", 343, ["Unit", "Total Score", "Rank"]),
    schools("schools-with-marks", 344, "学校"),
    schools("schools-with-marks-again", 345, "学校名称"),
  ];
}

interface Part {
  readonly name: string;
  readonly max: string;
  readonly weight: string;
}

function made(
  name: string,
  seed: number,
  parts: readonly Part[],
  names: readonly string[],
  build: (
    units: MadeUnit[],
    plain: PlainScheme,
  ) => { readonly columns: MadeColumn[]; readonly title: string | null },
): CorpusWorkbook {
  const components = parts.map((part, index) => ({ id: `c${index + 1}`, aliases: [], ...part }));
  const scheme: SchemeFileInput = {
    id: name,
    name,
    fullMark: "100",
    components,
    rounding: { places: 2, mode: "half-up" },
    ties: "competition",
    groups: null,
  };
  const plain: PlainScheme = { components, places: 2 };
  const random = seededRandom(seed);
  const units = ownUnits(random, plain, { 全部: names }).map((unit) => ({
    ...unit,
    scores: Object.fromEntries(
      components.map(({ id, max }) => [id, (Number(max) * (1 - random.below(300) / 1000)).toFixed(1)]),
    ),
  }));
  const { columns: laid, title } = build(units, plain);
  const sheet = new SheetDraft("Sheet1");
  if (title !== null) sheet.title(0, 0, laid.length, title);
  const table = layTable(sheet, {
    row: title === null ? 0 : 1,
    column: 0,
    columns: laid,
    rows: unitRows(units),
  });
  return {
    name,
    oddities: ["an office with its own scheme", "headers that say all that a scheme needs"],
    scheme,
    period: null,
    sheets: [sheet],
    tables: [{ ...table.expected, roles: table.expected.roles.filter(({ role }) => role !== "") }],
    units: answersOf(plain, units),
    namedGroups: false,
    faults: [],
    clean: true,
    proposable: true,
  };
}

function totals(
  units: readonly MadeUnit[],
  plain: PlainScheme,
  headers: readonly [string, string],
): MadeColumn[] {
  const rule = { ...rightRule(plain), bonus: false, deduction: "left-out" } as const;
  return [
    columns.total(rule, [headers[0]]),
    columns.rank({ units, totals: columns.totalsOf(rule, units) }, [headers[1]]),
  ];
}

/** People by made-up designations; their department stands beside and is not what is ranked. */
function staff(name: string, seed: number, header: string): CorpusWorkbook {
  const letters = Array.from("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未");
  const parts: Part[] = [
    { name: "德", max: "20", weight: "1" },
    { name: "能", max: "20", weight: "1" },
    { name: "勤", max: "15", weight: "1" },
    { name: "绩", max: "35", weight: "1" },
    { name: "廉", max: "10", weight: "1" },
  ];
  return made(
    name,
    seed,
    parts,
    letters.map((letter) => `员工${letter}`),
    (units, plain) => ({
      title: "年度考核民主测评汇总表",
      columns: [
        columns.sequence(),
        columns.unit([header]),
        { role: "", header: ["职务"], content: ({ number }) => (number % 3 === 0 ? "科长" : "科员") },
        ...plain.components.map(({ id, name: title }, index) =>
          columns.component(id, ["测评得分", `${title}（${parts[index]?.max ?? ""}分）`]),
        ),
        ...totals(units, plain, ["合计", "排名"]),
      ],
    }),
  );
}

function english(name: string, seed: number, headers: readonly [string, string, string]): CorpusWorkbook {
  const parts: Part[] = [
    { name: "Quality", max: "100", weight: "0.4" },
    { name: "Delivery", max: "100", weight: "0.3" },
    { name: "Cost", max: "100", weight: "0.2" },
    { name: "Safety", max: "100", weight: "0.1" },
  ];
  const names = [
    "Assembly",
    "Paint Shop",
    "Press Shop",
    "Logistics",
    "Tooling",
    "Maintenance",
    "Warehouse",
    "Purchasing",
  ];
  return made(name, seed, parts, names, (units, plain) => ({
    title: null,
    columns: [
      columns.unit([headers[0]]),
      ...plain.components.map(({ id, name: title, weight }) =>
        columns.component(id, [`${title} (${Math.round(Number(weight) * 100)}%)`]),
      ),
      ...totals(units, plain, [headers[1], headers[2]]),
    ],
  }));
}

function schools(name: string, seed: number, header: string): CorpusWorkbook {
  const parts: Part[] = [
    { name: "党建工作", max: "20", weight: "1" },
    { name: "教学质量", max: "40", weight: "1" },
    { name: "安全管理", max: "25", weight: "1" },
    { name: "后勤保障", max: "15", weight: "1" },
  ];
  const names = [
    "第一小学",
    "第二小学",
    "实验小学",
    "第一中学",
    "第二中学",
    "实验中学",
    "第三中学",
    "职业高中",
    "中心幼儿园",
  ];
  return made(name, seed, parts, names, (units, plain) => ({
    title: "年度目标考核得分统计表",
    columns: [
      columns.sequence(),
      columns.unit([header]),
      ...plain.components.map(({ id, name: title }, index) =>
        columns.component(id, [`${title}\n${parts[index]?.max ?? ""}分`]),
      ),
      ...totals(units, plain, ["总得分", "名次"]),
    ],
  }));
}
