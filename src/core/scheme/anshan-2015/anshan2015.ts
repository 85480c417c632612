import type { Scheme } from "../scheme";
import { SCHEME_DEFAULTS } from "../schemeDefaults";
import type { SchemeFile } from "../schemeFile";
import { schemeOfFile } from "../schemeOfFile";
import roster from "./roster.json" with { type: "json" };

/** Alias bases of the roster that may be matched without asking; `likely` may only suggest (rule 22). */
const ACCEPTED_BASES: ReadonlySet<string> = new Set(["rule", "std", "short"]);

/**
 * The plan's own scheme: 鞍政办发〔2015〕25号, part 四 for components and adjustments, 二(一) for the 70 units in
 * 4 groups. What the plan leaves open takes the defaults of the rules.
 */
export const anshan2015File: SchemeFile = {
  ...SCHEME_DEFAULTS,
  id: "anshan-2015",
  name: "2015年度市政府绩效管理",
  fullMark: "100",
  components: [
    {
      id: "result",
      name: "结果得分",
      aliases: ["结果", "结果分", "结果考核", "结果考核得分", "指标考核结果"],
      max: "100",
      weight: "0.55",
    },
    {
      id: "process",
      name: "过程得分",
      aliases: ["过程", "过程分", "过程考核", "过程考核得分", "过程节点得分", "过程节点完成率"],
      max: "100",
      weight: "0.30",
    },
    {
      id: "leader",
      name: "领导评价得分",
      aliases: [
        "领导评价",
        "市领导评价",
        "市领导评价得分",
        "领导评议",
        "领导评分",
        "领导打分",
        "领导评价分",
        "领导",
      ],
      max: "100",
      weight: "0.10",
    },
    {
      id: "public",
      name: "公众评议得分",
      aliases: [
        "公众评议",
        "群众评议",
        "公众评价",
        "群众评价",
        "社会评议",
        "社会评价",
        "公众评议分",
        "公众满意度",
        "满意度",
        "满意度测评",
        "民主评议",
        "群众满意度",
        "公众",
        "群众",
      ],
      max: "100",
      weight: "0.05",
    },
  ],
  adjustments: [
    {
      id: "commendation",
      name: "市政府通报表扬",
      aliases: ["通报表扬", "表扬", "市政府表扬"],
      kind: "bonus",
      points: "1",
      per: "time",
    },
    {
      id: "criticism",
      name: "市政府通报批评",
      aliases: ["通报批评", "批评", "市政府批评"],
      kind: "deduction",
      points: "1",
      per: "time",
    },
    {
      id: "talk",
      name: "约谈",
      aliases: ["被约谈", "不勤不力被约谈"],
      kind: "deduction",
      points: "5",
      per: "time",
    },
    {
      id: "accountability",
      name: "问责",
      aliases: ["被问责", "躲避、推诿、变通、打折被问责"],
      kind: "deduction",
      points: "5",
      per: "time",
    },
    {
      id: "fraud",
      name: "弄虚作假",
      aliases: ["造假", "弄虚作假被查实", "弄虚作假或恶劣影响", "弄虚作假被查实或造成恶劣社会影响"],
      kind: "deduction",
      points: "10",
      per: "once",
    },
  ],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  year: 2015,
  dynamic: { without: ["leader", "public"], convert: false },
  groups: roster.groups.map((group) => ({
    id: group.id,
    name: group.name_zh,
    units: group.units.map((unit) => ({
      id: unit.id,
      name: unit.name_zh,
      aliases: unit.aliases.filter(({ basis }) => ACCEPTED_BASES.has(basis)).map(({ text }) => text),
      likelyAliases: unit.aliases.filter(({ basis }) => !ACCEPTED_BASES.has(basis)).map(({ text }) => text),
    })),
  })),
  refusedNames: roster.never_auto_map,
};

/**
 * The built-in scheme. It needs no check when the add-in starts, and functions wait for it: a test holds that it
 * passes the check of scheme files.
 */
export const anshan2015: Scheme = schemeOfFile(anshan2015File);
