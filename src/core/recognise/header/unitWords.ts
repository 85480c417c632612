import { plainText } from "../../numbers/readNumber";

/** What may be assessed, as the header of its column calls it; NFKC, without white space. */
const NOUNS = [
  "单位|部门|科室|处室|股室|机关|机构|组织|局办|委办局|站所|窗口",
  "地区|县区|县\\(市\\)区|县市区|市县|区县|市州|地市|城市|省份|省市|省市区|国家|国家/地区|经济体",
  "乡镇|乡镇场|镇街|镇\\(街\\)|镇|乡|街道|街办|社区|村|村居|行政村|自然村|村社区|网格|小区",
  "党支部|支部|党委|党总支|党组织|团支部",
  "公司|分公司|子公司|企业|集团|工厂|分厂|车间|工段|班组|工序|生产线|项目部|项目组|事业部|店铺|门店|分店|店面|商户|商家|网点|支行|分行|分理处|营业部|营业厅|经销商|代理商",
  "供应商|供货商|供货单位|供方|承包商|分包商|服务商|投标人|投标单位|投标公司|投标企业|投标商|竞标人|应标人|品牌",
  "姓名|名字|员工|职工|人员|干部|同志|业务员|销售员|销售人员|销售顾问|客户经理|店长|导购|客服|护士|医生|医师|驾驶员|司机|志愿者|被测评人|被评价人|被评估人|被考核人|被考评人|应聘者|应聘人|候选人|考生",
  "学校|院校|高校|大学|学院|院系|系部|教研室|教研组|备课组|班级|班别|教学班|宿舍|寝室|学生|教师|老师|教职工|教师姓名|班主任|辅导员",
  "医院|病区|诊所|卫生院|护理单元",
  "球队|战队|车队|队伍|队名|代表队|代表团|参赛队|参赛队伍|团队|小组|俱乐部|中队|大队|派出所|选手|参赛者|运动员|车手|球员|歌手|节目|作品|名称",
].join("|");
const BEFORE =
  "被?(?:考核|考评|评价|评估|测评|评议|评审|检查|考察|评选|评比|受检|受评)|参评|受评|参赛|参选|参演|申报|申请|推荐|责任|承办|牵头|主办|实施|建设|基层|下属|直属";
const AFTER = "名称|姓名|全称|简称|名单|名|对象";
const CHINESE = `(?:(?:${BEFORE})对象|(?:${BEFORE})?(?:${NOUNS})(?:[、/和及与]?(?:${NOUNS}))?(?:\\((?:${NOUNS})\\))?(?:${AFTER})?)`;
/** A heading cut by a slanting line says what stands right of it and what stands under it: 项目 / 单位. */
const SLANTED = "(?:(?:考核|评分|评价)?(?:项目|内容|科目|得分|分数)|指标[\\\\/|])[\\\\/|]?";
const SLANTED_AFTER = "[\\\\/|](?:(?:考核|评分|评价)?(?:项目|内容|科目|指标|得分|分数))";
const PEOPLE =
  "employee|staff|staffmember|teammember|member|student|pupil|player|athlete|driver|rider|participant|contestant|competitor|candidate|applicant|teacher|instructor|salesperson|salesrep|salesrepresentative|representative|rep|agent|manager|person";
const BODIES =
  "unit|department|dept\\.?|team|club|squad|school|company|firm|organi[sz]ation|institution|institute|university|college|supplier|vendor|contractor|bidder|constructor|country|nation|city|state|province|branch|store|shop|office|product|brand";
const ENGLISH = `(?:name|fullname|(?:${PEOPLE}|${BODIES})(?:'?sname|name)?|nameof(?:${PEOPLE}|${BODIES}))`;

/** The nouns stand in it as seldom as can be: compiling it takes tens of milliseconds. */
const UNIT_WORDS = new RegExp(
  `^(?:(?:${SLANTED})?${CHINESE}(?:${SLANTED_AFTER}|\\(?${ENGLISH}\\)?)?|${ENGLISH})$`,
  "i",
);
/** What may stand before and behind the words of a header: numbering, a remark. */
const NUMBERING = /^[(]?[一二三四五六七八九十\d]{1,2}[)]?[、.:]?(?=.)/;
const REMARK = /(?!^)[([【:*※].*$/;
const MAXIMUM_LENGTH = 30;

/** Whether a header's words name what the rows of a table stand for: 单位, 参赛班级, Employee name. */
export function namesUnits(words: string): boolean {
  return words.length > 0 && words.length <= MAXIMUM_LENGTH && UNIT_WORDS.test(words);
}

/**
 * Whether a cell's text could head the unit column, judged by its letters alone: a quick no for the many cells that
 * could not, so that whole sheets can be looked through.
 */
export function mayNameUnits(text: string): boolean {
  if (text.length > MAXIMUM_LENGTH * 2) return false;
  const plain = plainText(text);
  const words = plain.replace(NUMBERING, "").replace(REMARK, "");
  return namesUnits(words) || namesUnits(plain);
}
