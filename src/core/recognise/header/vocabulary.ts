import type { ColumnRole } from "../../assessment/assessment";
import { namesTotal } from "./totalWords";
import { namesUnits } from "./unitWords";

/** Header words that name a role whatever the scheme, as whole words; NFKC, without white space. */
const ROLE_WORDS = {
  sequence: [
    "序号",
    "编号",
    "序",
    "号",
    "no",
    "no.",
    "#",
    "顺序号",
    "顺序",
    "出场顺序",
    "出场序号",
    "行号",
    "学号",
    "考号",
    "座号",
    "座位号",
    "准考证号",
    "身份证号",
    "id",
    "employeeid",
    "studentid",
    "staffid",
    "s/n",
    "sn",
    "sno.",
    "serialno.",
    "工号",
    "员工编号",
    "代码",
    "编码",
  ],
  group: [
    "组别",
    "组",
    "分组",
    "所属组",
    "考核组",
    "考核组别",
    "考核分组",
    "组名",
    "类别",
    "分类",
    "单位类别",
    "单位类型",
    "部门类别",
    "部门类型",
    "年级",
    "年级组",
    "片区",
    "系列",
    "序列",
    "类型",
    "group",
    "大区",
    "区域",
    "战区",
    "分区",
    "赛区",
    "region",
    "area",
    "zone",
    "division",
    "conference",
    "category",
  ],
  period: ["月份", "季度", "期间", "考核期", "考核周期", "时期", "年度", "月", "period", "month"],
  bonus: [
    "加分",
    "加分项",
    "加分项目",
    "加分合计",
    "加分小计",
    "奖励分",
    "奖励加分",
    "加分值",
    "加分得分",
    "表扬加分",
    "bonus",
    "bonuses",
    "bonuspoints",
  ],
  deduction: [
    "扣分",
    "减分",
    "扣分项",
    "减分项",
    "扣分项目",
    "扣分合计",
    "扣分小计",
    "减分合计",
    "扣减分",
    "处罚扣分",
    "扣分值",
    "罚分",
    "deduction",
    "deductions",
    "penalty",
    "penalties",
    "penaltypoints",
  ],
  net: [
    "加减分",
    "加(减)分",
    "加扣分",
    "加(扣)分",
    "奖惩",
    "奖惩分",
    "奖惩得分",
    "奖惩加减分",
    "加减分合计",
    "加、扣分",
    "加、减分",
    "加减分项",
    "加减分值",
    "加扣分值",
    "加(减)分值",
    "加(扣)分值",
    "加/减分",
    "加/扣分",
    "附加分",
  ],
  total: [
    "总成绩",
    "总分",
    "总得分",
    "综合得分",
    "综合成绩",
    "综合总分",
    "最终得分",
    "最终成绩",
    "最后得分",
    "考评总成绩",
    "考核总成绩",
    "绩效总成绩",
    "绩效考评总成绩",
    "绩效得分",
    "考核总分",
    "考评总分",
    "考核总得分",
    "考评总得分",
    "总评",
    "总评分",
    "总评成绩",
    "总计",
    "年度总成绩",
    "年度总分",
    "年度成绩",
    "得分合计",
    "合计得分",
    "综合评分",
    "合计",
    "合计分",
    "总合计",
    "考评成绩",
    "动态成绩",
    "考核得分",
    "考评得分",
    "total",
    "totalscore",
    "积分",
    "总积分",
    "points",
    "pts",
  ],
  rank: [
    "名次",
    "排名",
    "位次",
    "排序",
    "排位",
    "名次排序",
    "组内名次",
    "组内排名",
    "总排名",
    "综合排名",
    "本组排名",
    "本组名次",
    "考评名次",
    "年度排名",
    "rank",
    "ranking",
    "overallrank",
    "finalrank",
    "worldrank",
    "position",
    "pos",
    "place",
    "standing",
  ],
  grade: ["评级", "星级", "等次", "等级", "档次", "grade"],
  note: ["备注", "说明", "附注", "备考", "note", "notes", "remark", "remarks", "comment", "comments"],
  problem: [
    "问题",
    "存在问题",
    "主要问题",
    "存在的问题",
    "存在的主要问题",
    "扣分原因",
    "扣分说明",
    "失分原因",
    "扣分事由",
    "减分原因",
  ],
  subtotal: [
    "小计",
    "考核成绩",
    "考核小计",
    "评议评价成绩",
    "评议评价",
    "评议评价得分",
    "评议成绩",
    "指标考核",
    "指标考核成绩",
    "考核得分小计",
    "subtotal",
  ],
  "full-mark": ["满分", "满分值", "标准分", "分值", "权重", "基准分", "权重分"],
} as const satisfies Partial<Record<ColumnRole, readonly string[]>>;

const ROLE_BY_WORD: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) =>
    // Object.entries widens the key type; every key above is a ColumnRole.
    words.map((word): [string, ColumnRole] => [word, role as ColumnRole]),
  ),
);

/** The role that a header's words name, whatever the scheme; null when they name none. */
export function commonRole(words: string): ColumnRole | null {
  const lower = words.toLowerCase();
  const listed = ROLE_BY_WORD.get(lower);
  if (listed !== undefined) return listed;
  if (namesUnits(lower)) return "unit";
  if (namesTotal(lower)) return "total";
  if (GRADE_WORDS.test(lower)) return "grade";
  const [, chinese, english] = BILINGUAL.exec(lower) ?? [];
  if (chinese === undefined || english === undefined) return null;
  const role = commonRole(chinese);
  return role === commonRole(english) ? role : null;
}

/** 总分Total, 排名Rank: one header in two languages. */
const BILINGUAL = /^([\p{Script=Han}、]+)\/?([a-z][a-z.\s/]+)$/u;

/** 绩效等级, 考核结果等次. */
const GRADE_WORDS =
  /^(?:考核|考评|绩效|评价|评定|综合|最终|年度|结果|测评|信用|服务)*(?:等级|等次|档次|评级)$/;

/** Words that make a component's column the weighted share instead of the score: 结果得分折算, 加权得分. */
export const WEIGHTED_WORDS = /折算|折合|加权|权重(?:后|得)?分|计入|换算|^weighted/i;

/** Words that make a component's column a rank among components, not a score. */
export const RANK_WORDS = /排名|名次|位次|排序|排位/;

/** Words that may stand around a component's name without changing what it is. */
export const HARMLESS_WORDS =
  /得分|分数|成绩|分值|评分|打分|考核|考评|测评|绩效|评估|年度|全年|本年|半年|上半年|季度|指标|项目|部分|情况|最终|社会|机关|综合|市|的|项|分|率|节点/g;

const ITEM_WORDS =
  /^(?:(?:考核|考评|评价|评估|评审|评标|评比|评议|打分|检查|绩效|评分|测评|关键|一级|二级|三级|具体|关键绩效)*(?:指标|项目|内容|要素|维度|事项|要点|标准)(?:名称|内容)?|指标\/项目|kpis?(?:指标|名称)?|items?|criteria|criterion|indicators?|metrics?|objectives?|goals?|categor(?:y|ies)|competenc(?:y|ies))$/i;

/** Whether a header's words say that the column lists what is scored: 考核指标, Criteria. */
export function namesItems(words: string): boolean {
  return ITEM_WORDS.test(words);
}

/** What stands in the unit column of a row that sums up others. */
export const SUMMARY_ROW =
  /^(?:.{0,12}(?:合计|小计|总计|平均(?:分|值|得分|成绩)?|均分)|(?:[全本各小总分]?(?:组|市|县区|部门)?)?(?:总分|总得分|及格率|合格率|优秀率|优良率|低分率|达标率|及格人数|合格人数|优秀人数|优良人数|低分人数|参考人数|应考人数|实考人数|参评人数|人数|平均|均值|平均分|平均值|平均得分|平均成绩|合计|总计|小计|共计|累计|汇总|最高|最高分|最低|最低分|中位数|标准差|极差|方差|最大值|最小值)(?:分|值|数)?|(?:class|group|team|department|overall)?(?:average|avg\.?|mean|total|totals|grandtotal|sum|subtotal|max|min|maximum|minimum|median|highest|lowest|stdev|standarddeviation)(?:score|points)?)[:：]?$/i;

/** Words that say under a component's name that this column is the one that counts, not the unit's own view. */
export const OFFICIAL_SCORE = /^(?:考核|考评|审核|核定|评定|认定|最终|实际)$/;

/** Points of one sort: they are a part where other columns of points stand beside them. */
export const SORT_OF_POINTS = /^(?:奖励|表扬|处罚|罚)/;

/** What stands in the unit column of a row that states full marks or weights. */
export const MARK_ROW =
  /^(?:满分|满分值|标准分|分值|配分|权重|权重系数|所占权重|比重|占比|权数|基准分|weights?|weighting|weightage|max(?:imum)?(?:score|points|marks?)?|fullmarks?|outof)(?:\(.*\))?[:：]?$/i;

/** How a row of notes under or above a table begins. */
export const NOTE_ROW =
  /^(?:[(（]?(?:注|备注|说明|附注|附|注释|填表说明|统计说明|计算公式|公式|数据来源|来源|制表|制表人|制表单位|制表日期|填表|填表人|填报|填报人|填报单位|填报日期|审核|审核人|复核|复核人|审批|审定|负责人|单位负责人|分管领导|主要领导|领导签字|签字|签名|盖章|联系人|联系电话|电话|日期|时间|打印日期|打印时间|报送)[)）]?(?:[:：]|$|\d*[、.．])|※|★|\*|[(（-]?(?:第\d+页|共\d+页|续表|接上页|转下页))/;
