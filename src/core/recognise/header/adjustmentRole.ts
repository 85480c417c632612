import { plainText } from "../../numbers/readNumber";
import type { HeaderText } from "./headerText";

/** What may stand around an adjustment's name: who acted, how it is counted. */
const AROUND_NAME = /^(?:因|被|受到?|行政)|(?:次数|次|加分|扣分|减分|得分|分值|分数|分|合计|小计)$/;
const PART_OF_BONUS = /(?:加分|奖分|奖励分)$/;
const PART_OF_DEDUCTION = /(?:扣分|减分|罚分)$/;
/** Columns under 加分 or 扣分 that tell about the points instead of giving them. */
const DESCRIPTION =
  /事由|原因|理由|依据|文件|文号|项目|内容|情况|事项|时间|日期|说明|备注|标准|材料|次数?$|单位$|人$/;
const SUGGESTS_ADJUSTMENT = /加分|扣分|减分|奖惩|表扬|批评|约谈|问责|一票否决|bonus|deduct|penalt/i;
const OWN_VETO = /^(?:是否|有无)?(?:被|实行|触发|发生)?一票否决(?:项|事项|情况|情形)?(?:\(.*\))?$/;

/** An adjustment's name without what stands around it: 被约谈次数, 约谈扣分 and 约谈 are one. */
export function bareAdjustmentName(words: string): string {
  const bare = words.replace(AROUND_NAME, "");
  return bare === words || bare.length < 2 ? words : bareAdjustmentName(bare);
}

/** 日常扣分, 创新加分: points of one sort, which add up with others of their kind; null for anything else. */
export function partialAdjustment({ words }: HeaderText): "bonus" | "deduction" | null {
  if (PART_OF_BONUS.test(words)) return "bonus";
  return PART_OF_DEDUCTION.test(words) ? "deduction" : null;
}

/** Whether a header under 加分 or 扣分 says why or when, not how many points. */
export function describesAdjustment({ words }: HeaderText): boolean {
  return DESCRIPTION.test(words);
}

/** Whether a header speaks of points given or taken, so that its figures must not be passed over in silence. */
export function suggestsAdjustment(header: string): boolean {
  return SUGGESTS_ADJUSTMENT.test(header);
}

/** 一票否决, 是否一票否决: whether a header asks if a unit is kept out of the ranking. */
export function namesVeto(header: string): boolean {
  return OWN_VETO.test(plainText(header));
}
