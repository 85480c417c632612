/** A part of the sheet 考评方案: a titled table whose columns are known by their headings, wherever they stand. */
export interface SchemeSection {
  readonly title: string;
  /** Said under the title. */
  readonly note: string;
  /** Headings by column from A as PERF writes them; null leaves a column empty. */
  readonly headings: readonly (string | null)[];
  /** Columns without which the section cannot be read. */
  readonly required: readonly string[];
  /** Further columns that are read where they are there. */
  readonly optional: readonly string[];
}

/** What the parts are called in code, in the order of the sheet. */
export const SECTION_NAMES = [
  "settings",
  "items",
  "adjustments",
  "grades",
  "names",
  "groups",
  "units",
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** The headings that are read. */
export const HEADING = {
  setting: "设置",
  content: "内容",
  purpose: "说明",
  item: "考评项目",
  maximum: "满分",
  weight: "权重",
  due: "考评时间",
  share: "折合分",
  aliases: "别称",
  id: "编号",
  adjustment: "加扣分项目",
  kind: "类别",
  points: "分值",
  per: "计法",
  cap: "上限",
  grade: "等次",
  from: "最低总成绩",
  name: "名称",
  reason: "原因",
  candidates: "可能的单位",
  group: "组别",
  unit: "单位",
  likely: "相近名称",
} as const;

/** The parts of the sheet, in its order. */
export const SECTIONS: Readonly<Record<SectionName, SchemeSection>> = {
  settings: {
    title: "基本设置",
    note: "有选项的格从下拉列表中选；留空表示不限或不用。",
    headings: [HEADING.setting, HEADING.content, null, null, null, HEADING.purpose, null, null],
    required: [HEADING.setting, HEADING.content],
    optional: [],
  },
  items: {
    title: "考评项目",
    note: "总成绩 = 各项得分×权重之和 + 加分 − 扣分；各项满分×权重之和必须等于总成绩满分。",
    headings: [
      HEADING.item,
      HEADING.maximum,
      HEADING.weight,
      HEADING.due,
      HEADING.share,
      HEADING.aliases,
      null,
      HEADING.id,
    ],
    required: [HEADING.item, HEADING.maximum, HEADING.weight],
    optional: [HEADING.due, HEADING.aliases, HEADING.id],
  },
  adjustments: {
    title: "加分、扣分",
    note: "分值填正数；一票否决的单位不参加排名。",
    headings: [
      HEADING.adjustment,
      HEADING.kind,
      HEADING.points,
      HEADING.per,
      HEADING.cap,
      HEADING.aliases,
      null,
      HEADING.id,
    ],
    required: [HEADING.adjustment, HEADING.kind, HEADING.points],
    optional: [HEADING.per, HEADING.cap, HEADING.aliases, HEADING.id],
  },
  grades: {
    title: "等次标准",
    note: "从高到低填写；不评等次的留空。",
    headings: [HEADING.grade, HEADING.from, null, null, null, null, null, null],
    required: [HEADING.grade, HEADING.from],
    optional: [],
  },
  names: {
    title: "不自动认定的名称",
    note: "表中出现这些名称时，由经办人指明是哪个单位。",
    headings: [HEADING.name, null, null, null, null, HEADING.reason, HEADING.candidates, null],
    required: [HEADING.name],
    optional: [HEADING.reason, HEADING.candidates],
  },
  groups: {
    title: "分组",
    note: "各组之内排名，按此顺序。",
    headings: [HEADING.group, null, null, null, null, null, null, HEADING.id],
    required: [HEADING.group],
    optional: [HEADING.id],
  },
  units: {
    title: "单位名册",
    note: "不填任何单位时，以工作簿里的单位和组别为准。别称直接认定；相近名称只提示，不直接认定。",
    headings: [HEADING.unit, HEADING.group, null, null, null, HEADING.aliases, HEADING.likely, HEADING.id],
    required: [HEADING.unit, HEADING.group],
    optional: [HEADING.aliases, HEADING.likely, HEADING.id],
  },
};

/** The sheet's name and its title in A1. */
export const SCHEME_SHEET_TITLE = "考评方案";
/** First cell of the row that sums up the items; it is no item. */
export const SUM_LABEL = "合计";
/** Several names in one cell stand apart by this. */
export const LIST_SEPARATOR = "；";
/** Columns that the sheet has. */
export const COLUMN_COUNT = 8;
