/** What may stand before the word for a total: over which time, of whom, of which kind. */
const BEFORE =
  "(?:20\\d\\d年度?|本?(?:年度|全年|本年|年终|年末|学年|学期|期末|周|月度?|季度|半年)|考核|考评|测评|评比|评审|竞赛|比赛|绩效|综合|最终|最后|累计|总|加权|折算|个人|团体|班级|量化|德育|积分|考试)*";
const SUM =
  "总分|總分|總成績|總計|總積分|总成绩|总得分|总积分|总评分|总评|总分数|总评成绩|总合计|累计积分|累计得分|累计分|累计|最终分|总计";
/** Words for a score alone become a total only with one of these before them. */
const WHOLE =
  "(?:20\\d\\d年度?|本?(?:年度|全年|年终|年末|学年|学期)|本(?:月|周|季度?|期|次)|当月|综合|最终|最后|累计|加权)(?:考核|考评|测评|评价|绩效|综合|平均)*";
const SCORE = "分|得分|成绩|积分|评分|分数|平均分";
const CHINESE = new RegExp(
  `^(?:${BEFORE}(?:${SUM})|${WHOLE}(?:${SCORE})|(?:总分|得分|积分)合计|合计(?:总?分|得分))(?:值|数)?$`,
);
const ENGLISH =
  /^(?:(?:overall|total|final|grand|combined|aggregate|composite|weighted|average|cumulative)?(?:total|totals|totalscore|totalpoints|totalmarks?|grandtotal)|(?:overall|final|combined|aggregate|composite|weighted|cumulative|performance)(?:performance)?(?:score|points|mark|marks|grade|total|rating|result|average)|overall|score\(total\))$/;

/** Total /100. */
const OUT_OF = /(?:\/|outof)\d+$/;

/** Whether a header's words, in lower case, name the total of a row: 年度得分, 累计积分, Overall score. */
export function namesTotal(words: string): boolean {
  return CHINESE.test(words) || ENGLISH.test(words.replace(OUT_OF, ""));
}

const WEAK =
  /^(?:(?:月|季度?|周|年度?|学期|技术|去掉|扣除|最高|最低|一个|个|分|、|和|及|与|后|的|评委|考核|总)*(?:平均|均)(?:分|得分|成绩|分数|值|积分)?|(?:评审|评价|评定|认定|检查|审核|核定|复核|测评|实际|实)?得分|成绩|分数|评分|积分|加权得分|总数|总和|合计数|奖牌数|奖牌总数|average|averagescore|averagerating|avg\.?|mean|meanscore|score|finalscore|result|points|rating)$/;

/** Whether words name a total only where nothing else in the table does and they stand last: 得分, 平均分, Average. */
export function mayNameTotal(words: string): boolean {
  return WEAK.test(words);
}
