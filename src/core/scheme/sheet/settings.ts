import { formatDecimal, decimalToNumber, type Decimal } from "../../numbers/decimal";
import { formatLine } from "../../notices/proposeUnits";
import { parseLine } from "../../notices/parseLine";
import type { PlannedValue } from "../../workbook/plan";
import type { Line, Scheme } from "../scheme";
import type { SchemeFileInput } from "../schemeFile";
import {
  DYNAMIC_RULES,
  PERIODS,
  ORDER_CHOICES,
  ROUNDING_CHOICES,
  SANCTION_RULES,
  TIE_CHOICES,
  valueOf,
  wordOf,
  wordsOf,
  type Choices,
} from "./choices";
import { formatNames, parseNames } from "./nameList";

/** A scheme file while the sheet is being read. */
export type SchemeDraft = { -readonly [Key in keyof SchemeFileInput]?: SchemeFileInput[Key] };

/** What a setting's cell says, to take from it what the setting is. */
export interface SettingCell {
  /** Never empty: a blank cell is not asked. */
  readonly text: string;
  /** The number as plain text, or null. */
  readonly number: string | null;
}

/** Why a setting's cell cannot be taken. */
export type SettingRefusal =
  { readonly code: "no-number" } | { readonly code: "unknown-word"; readonly choices: string };

/** A row of 基本设置: its name, what it is for, and how it goes into the cell and comes out of it. */
export interface Setting {
  readonly name: string;
  readonly purpose: string;
  /** Whether a blank cell is a fault. */
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** Path of the scheme file's key that it fills, for what the check of scheme files says of it. */
  readonly path: string;
  readonly write: (scheme: Scheme) => PlannedValue;
  /** Puts the cell's meaning into the draft; what is wrong with the cell, or null. */
  readonly read: (cell: SettingCell, draft: SchemeDraft) => SettingRefusal | null;
}

/** Names of items stand in the cell; their ids are looked up when all items are read. */
export const TIE_BREAK_SETTING = "同分时先比";
/** Whether some items count in the whole year only. */
export const DYNAMIC_SETTING = "季度、半年成绩";
const NONE = "无";

export const SETTINGS: readonly Setting[] = [
  {
    name: "方案名称",
    purpose: "显示在窗格和公文里。",
    required: true,
    path: "name",
    write: ({ name }) => name,
    read: ({ text }, draft) => {
      draft.name = text;
      return null;
    },
  },
  {
    name: "考评年度",
    purpose: "工作簿没有写明年份时，以此为准。",
    required: false,
    path: "year",
    write: ({ year }) => year,
    read: whole((year, draft) => {
      draft.year = year;
    }),
  },
  {
    name: "总成绩满分",
    purpose: "含基础分，不含加分、扣分。",
    required: true,
    path: "fullMark",
    write: ({ fullMark }) => decimalToNumber(fullMark),
    read: decimal((text, draft) => {
      draft.fullMark = text;
    }),
  },
  {
    name: "基础分",
    purpose: "每个单位先有的分，在此之上加分、扣分；留空为没有。",
    required: false,
    path: "base",
    write: ({ base }) => optionalNumber(base),
    read: decimal((text, draft) => {
      draft.base = text;
    }),
  },
  {
    name: "小数位数",
    purpose: "总成绩只在最后舍入一次。",
    required: true,
    choices: ["0", "1", "2", "3", "4", "5", "6"],
    path: "rounding.places",
    write: ({ rounding }) => rounding.places,
    read: whole((places, draft) => {
      draft.rounding = { mode: draft.rounding?.mode ?? "half-up", places };
    }),
  },
  {
    name: "舍入方法",
    purpose: "四舍六入五成双见 GB/T 8170。",
    required: true,
    path: "rounding.mode",
    write: ({ rounding }) => wordOf(ROUNDING_CHOICES, rounding.mode),
    ...choice(ROUNDING_CHOICES, (mode, draft) => {
      draft.rounding = { places: draft.rounding?.places ?? 2, mode };
    }),
  },
  {
    name: "并列名次",
    purpose: "总成绩相同的单位怎样排。",
    required: true,
    path: "ties",
    write: ({ ties }) => wordOf(TIE_CHOICES, ties),
    ...choice(TIE_CHOICES, (ties, draft) => {
      draft.ties = ties;
    }),
  },
  {
    name: "名次顺序",
    purpose: "用时、扣分等越少越好的，选分低者在前。",
    required: false,
    path: "order",
    write: ({ order }) => wordOf(ORDER_CHOICES, order),
    ...choice(ORDER_CHOICES, (order, draft) => {
      draft.order = order;
    }),
  },
  {
    name: TIE_BREAK_SETTING,
    purpose: "写考评项目的名称，用“；”隔开；留空则并列。",
    required: false,
    path: "tieBreak",
    write: ({ tieBreak, components }) =>
      blankOr(formatNames(tieBreak.map((id) => components.find((one) => one.id === id)?.name ?? id))),
    read: ({ text }, draft) => {
      draft.tieBreak = parseNames(text);
      return null;
    },
  },
  limit("加分合计上限", "bonusCap"),
  limit("扣分合计上限", "deductionCap"),
  limit("总成绩下限", "minimumTotal"),
  {
    name: "同一事项多项扣分",
    purpose: "同一事项既被批评又被约谈、问责时。",
    required: false,
    path: "sanctions",
    write: ({ sanctions }) => wordOf(SANCTION_RULES, sanctions),
    ...choice(SANCTION_RULES, (sanctions, draft) => {
      draft.sanctions = sanctions;
    }),
  },
  {
    name: "考评期",
    purpose: "写一季度、上半年、三季度、全年、5月等，用“；”隔开。",
    required: false,
    path: "periods",
    write: ({ periods }) =>
      periods.length === 0 ? NONE : formatNames(periods.map((id) => wordOf(PERIODS, id))),
    read: readPeriods,
  },
  {
    name: DYNAMIC_SETTING,
    purpose: "“仅全年”的项目在“考评项目”一节里选。",
    required: false,
    path: "dynamic",
    write: ({ dynamic }) =>
      wordOf(DYNAMIC_RULES, dynamic === null ? "none" : dynamic.convert ? "convert" : "plain"),
    ...choice(DYNAMIC_RULES, (rule, draft) => {
      if (rule !== "none") draft.dynamic = { without: [], convert: rule === "convert" };
    }),
  },
  range("表扬范围", "praise", "head"),
  range("批评范围", "criticism", "foot"),
  surveyPoints("满意", "satisfied"),
  surveyPoints("基本满意", "fairlySatisfied"),
  surveyPoints("不满意", "dissatisfied"),
  {
    name: "去掉最高、最低分",
    purpose: "有效评分满几份时，各去掉一份。",
    required: false,
    path: "panel.trimFrom",
    write: ({ panel }) => panel.trimFrom,
    read: whole((trimFrom, draft) => {
      draft.panel = { trimFrom };
    }),
  },
  {
    name: "方案编号",
    purpose: "PERF 用它认方案，可不改。",
    required: false,
    path: "id",
    write: ({ id }) => id,
    read: ({ text }, draft) => {
      draft.id = text;
      return null;
    },
  },
];

function blankOr(text: string): string | null {
  return text === "" ? null : text;
}

function optionalNumber(decimalValue: Decimal | null): number | null {
  return decimalValue === null ? null : decimalToNumber(decimalValue);
}

function decimal(put: (text: string, draft: SchemeDraft) => void): Setting["read"] {
  return ({ number }, draft) => {
    if (number === null) return { code: "no-number" };
    put(number, draft);
    return null;
  };
}

function whole(put: (value: number, draft: SchemeDraft) => void): Setting["read"] {
  return decimal((text, draft) => {
    put(Number(text), draft);
  });
}

function choice<Value extends string>(
  choices: Choices<Value>,
  put: (value: Value, draft: SchemeDraft) => void,
): Pick<Setting, "choices" | "read"> {
  const words = wordsOf(choices);
  return {
    choices: words,
    read: ({ text }, draft) => {
      const value = valueOf(choices, text);
      if (value === null) return { code: "unknown-word", choices: words.join("、") };
      put(value, draft);
      return null;
    },
  };
}

function limit(name: string, key: "bonusCap" | "deductionCap" | "minimumTotal"): Setting {
  return {
    name,
    purpose: "留空为不限。",
    required: false,
    path: key,
    write: (scheme) => optionalNumber(scheme[key]),
    read: decimal((text, draft) => {
      draft[key] = text;
    }),
  };
}

function surveyPoints(answer: string, key: "satisfied" | "fairlySatisfied" | "dissatisfied"): Setting {
  return {
    name: `满意度折算：${answer}`,
    purpose: "只在按票数折算公众评议得分时使用。",
    required: false,
    path: `survey.${key}`,
    write: ({ survey }) => decimalToNumber(survey[key]),
    read: decimal((text, draft) => {
      draft.survey = {
        satisfied: "100",
        fairlySatisfied: "75",
        dissatisfied: "55",
        ...draft.survey,
        [key]: text,
      };
    }),
  };
}

function range(name: string, key: "praise" | "criticism", end: "head" | "foot"): Setting {
  const example = end === "head" ? "前3名、前10%、90分及以上" : "后3名、后10%、60分以下";
  return {
    name,
    purpose: `写成${example}；留空表示不提名。`,
    required: false,
    path: `lines.${key}`,
    write: ({ lines }) => {
      const line = lines[key];
      if (line === null) return null;
      const atLeastOne = line.by === "share" && line.atLeastOne;
      return `${formatLine(line, end)}${atLeastOne ? "，至少1名" : ""}`;
    },
    read: ({ text }, draft) => {
      const line = parseLine(text);
      if (line === null) return { code: "unknown-word", choices: example };
      draft.lines = { ...draft.lines, [key]: lineData(line) };
      return null;
    },
  };
}

type LineData = NonNullable<NonNullable<SchemeFileInput["lines"]>["praise"]>;

function lineData(line: Line): LineData {
  if (line.by === "count") return { count: line.count };
  if (line.by === "score") return { score: formatDecimal(line.score) };
  return { share: formatDecimal(line.share), atLeastOne: line.atLeastOne };
}

function readPeriods({ text }: SettingCell, draft: SchemeDraft): SettingRefusal | null {
  const periods: string[] = [];
  for (const word of text.trim() === NONE ? [] : parseNames(text.replace(/[、，,]/g, "；"))) {
    const period = valueOf(PERIODS, word);
    if (period === null) return { code: "unknown-word", choices: wordsOf(PERIODS).join("、") };
    periods.push(period);
  }
  draft.periods = periods;
  return null;
}
