import type { Scheme } from "../scheme/scheme";
import type { NoticeKind } from "./noticeKinds";

/** A name that templates may use, and where. */
export interface Placeholder {
  readonly name: string;
  readonly kind: "value" | "block";
  /** The block inside which it has a meaning; null: anywhere in the notice. */
  readonly within: string | null;
}

const ANYWHERE = [
  "发文机关",
  "文号",
  "成文日期",
  "考评期",
  "年度",
  "考核名称",
  "考评依据",
  "满分",
  "成绩名称",
  "计算公式",
  "考评单位数",
  "参加排名数",
  "组数",
  "批准人",
  "批准日期",
  "批准文号",
  "回复期限",
  "回复工作日",
  "申诉期限",
  "申诉工作日",
  "答复工作日",
  "公示开始",
  "公示结束",
  "公示工作日",
  "主送",
  "上级机关",
  "抄送",
  "联系人",
  "联系电话",
  "印发机关",
  "印发日期",
] as const;

const UNIT_VALUES = [
  "单位",
  "组别",
  "名次",
  "总成绩",
  "加分",
  "扣分",
  "失分合计",
  "组内单位数",
  "组内参加排名数",
  "事由",
] as const;

const LIST_VALUES = ["入选名单", "入选数"] as const;

const TALK_VALUES = ["约谈事由", "约谈时间", "约谈地点", "约谈人", "约谈目的", "约谈要求"] as const;

/** Blocks, the block that they stand in, and the values inside. */
const BLOCKS: readonly { readonly name: string; readonly values: readonly string[] }[] = [
  { name: "得分", values: ["项目", "得分", "满分值", "权重", "折算分", "失分"] },
  { name: "问题", values: ["序号", "内容", "出处"] },
  { name: "组", values: ["组序", "组别", "组内单位数", "组内参加排名数"] },
  { name: "排名", values: ["单位", "名次", "总成绩", "加分", "扣分"] },
  { name: "未排名", values: ["单位", "组别", "原因"] },
  { name: "入选单位", values: ["序号", ...UNIT_VALUES] },
];

/**
 * Blocks that stand once or not at all: kept when there is a document to go by, an approval, an office to copy to, a contact, or when the
 * totals are 动态成绩 (rule 6).
 */
const CONDITIONS = ["依据", "批准", "抄送", "联系", "动态"];
const UNIT_BLOCKS = ["得分", "问题", "有加分", "有扣分"];
const LIST_BLOCKS = ["组", "排名", "未排名"];

/**
 * The names that templates of a kind may use under a scheme, whose component names are names too: {{结果得分}} is
 * the unit's score of that component.
 */
export function placeholdersOf(kind: NoticeKind, scheme: Scheme): Placeholder[] {
  const components = scheme.components.map(({ name }) => name);
  const anywhere = [
    ...ANYWHERE,
    ...(kind.id === "talk" ? TALK_VALUES : []),
    ...(kind.scope === "list" ? LIST_VALUES : []),
  ];
  const unitValues = kind.scope === "unit" ? [...UNIT_VALUES, ...components] : [];
  const blocks = [
    ...(kind.scope === "unit" ? UNIT_BLOCKS : []),
    ...(kind.scope === "list" ? ["入选单位"] : []),
    ...LIST_BLOCKS,
    ...CONDITIONS,
  ];
  return [
    ...[...anywhere, ...unitValues].map((name): Placeholder => ({ name, kind: "value", within: null })),
    ...blocks.flatMap((block): Placeholder[] => {
      const values = BLOCKS.find(({ name }) => name === block)?.values ?? [];
      const scored = block === "排名" || block === "入选单位" ? components : [];
      return [
        { name: block, kind: "block", within: block === "排名" ? "组" : null },
        ...[...values, ...scored].map((name): Placeholder => ({ name, kind: "value", within: block })),
      ];
    }),
  ];
}
