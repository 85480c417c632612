import type { LanguageWords } from "../concept";

/** What may be assessed, as the header of its column calls it. */
const BODIES = `单位 部门 科室 处室 股室 机关 机构 组织 局办 委办局 站所 窗口 地区 县区 县(市)区 县市区 市县 区县 市州 地市 城市
  省份 省市 省市区 国家 国家/地区 经济体 乡镇 乡镇场 镇街 镇(街) 镇(街道) 镇 乡 街道 街办 社区 村 村居 行政村 自然村 村社区 网格 小区
  党支部 支部 党委 党总支 党组织 团支部 公司 分公司 子公司 企业 集团 工厂 分厂 车间 工段 班组 工序 生产线 项目部 项目组 事业部
  店铺 门店 分店 店面 商户 商家 网点 支行 分行 分理处 营业部 营业厅 经销商 代理商 供应商 供货商 供货单位 供方 承包商 分包商
  服务商 投标人 投标单位 投标公司 投标企业 投标商 竞标人 应标人 品牌 学校 院校 高校 大学 学院 院系 系部 教研室 教研组 备课组
  班级 班别 教学班 宿舍 寝室 医院 病区 诊所 卫生院 护理单元 球队 战队 车队 队伍 队名 代表队 代表团 参赛队 参赛队伍 团队 小组
  俱乐部 中队 大队 派出所 节目 作品 市直部门 市直单位 管委会 开发区 园区 县 市 区`;
const PEOPLE = `姓名 名字 员工 职工 人员 干部 同志 业务员 销售员 销售人员 销售顾问 客户经理 店长 导购 客服 护士 医生 医师 驾驶员 司机
  志愿者 被测评人 被评价人 被评估人 被考核人 被考评人 应聘者 应聘人 候选人 考生 学生 教师 老师 教职工 教师姓名 班主任 辅导员 选手
  参赛者 运动员 车手 球员 歌手`;
const ASSESSED = `被考核 被考评 被评价 被评估 被测评 被评议 被评审 被检查 被考察 被评选 被评比 考核 考评 评价 评估 测评 评议 评审 检查
  考察 评选 评比 受检 受评 参评 参赛 参选 参演 申报 申请 推荐 责任 承办 牵头 主办 实施 建设 基层 下属 直属`;
const NAMED = "名称 姓名 全称 简称 名单 名 对象 )";
/** What a corner that is cut by a slanting line says of the columns. */
const CORNER = `项目 内容 科目 得分 分数 考核项目 考核内容 考核科目 考核得分 考核分数 评分项目 评分内容 评价项目 评价内容 评价得分`;

/** Over which time, of whom, of which kind a total is. */
const YEARS = `2015年 2015年度 年度 全年 年终 年末 学年 学期 本年 本年度 本学年 本学期 本年终 本年末 本全年`;
const TIMES = "本月 本周 本季 本季度 本期 本次 当月";
const ASSESSING = "考核 考评 测评 评价 绩效 综合 平均";
const SCORES = "分 得分 成绩 积分 评分 分数";
const GROUP_NUMBERS = "第1组 1组 第1考核组 1考核组";

/** Chinese, in simplified characters; traditional ones are read as these. */
export const ZH: LanguageWords = {
  unit: [
    {
      words: `${BODIES} ${PEOPLE} 名称 被考核对象 考核对象 被考评对象 考评对象 被评价对象 评价对象 被评估对象 评估对象 被测评对象
        测评对象 评议对象 评审对象 检查对象 考察对象`,
      before: `${ASSESSED} ${BODIES} ${PEOPLE} / 、 和 及 与 (`,
      after: NAMED,
    },
    {
      words: `${BODIES} ${PEOPLE}`,
      before: `${CORNER} 指标/ 指标\\ 指标| / \\ |`,
      after: `${NAMED} /考核项目 /考核内容 /项目 /内容 /科目 /指标 /得分 /分数 \\项目 \\内容 \\科目 \\指标 \\得分 \\分数 |项目 |内容 |科目 |指标 |得分`,
      needsBefore: true,
    },
    {
      words: `${BODIES} ${PEOPLE}`,
      before: ASSESSED,
      after: `${NAMED} /考核项目 /考核内容 /项目 /内容 /科目 /指标 /得分 /分数 \\项目 \\内容 \\科目 \\指标 \\得分 \\分数 |项目 |内容 |科目 |指标 |得分`,
    },
  ],
  person: { words: PEOPLE, before: ASSESSED, after: "姓名 名单" },
  group: {
    words: `组别 组 分组 所属组 考核组 考核组别 考核分组 组名 小组别 类别 分类 单位类别 单位类型 部门类别 部门类型 年级 年级组 片区 系列
      序列 类型 大区 区域 战区 分区 赛区 所属片区 所属区域 岗位类别 院校类型 学校类型`,
  },
  "group-name": { words: "组 组别", anythingBefore: 60 },
  "numbered-group": { words: GROUP_NUMBERS },
  sequence: { words: "序号 编号 序 号 顺序号 顺序 出场顺序 出场序号 行号 次序 项次" },
  identifier: [
    {
      words:
        "学号 考号 座号 座位号 准考证号 身份证号 身份证号码 工号 员工编号 职工编号 人员编号 代码 编码 证号 编号",
    },
    { words: "证号 考号 学号 工号 编号 号码 代码", anythingBefore: 60 },
  ],
  period: { words: "月份 季度 期间 考核期 考核周期 时期 年度 月 年份 学期 学年 周次 期次" },
  date: { words: "日期 时间 年月 年月日", before: "通报 发文 考核 检查 发生 评定 加分 扣分" },
  "numbered-quarter": { words: "第1季度 1季度" },
  "numbered-month": { words: "1月" },
  "calendar-day": { words: "1月1日 1月1号" },
  "first-half-year": [{ words: "上半年 半年考 半年度考 半年考核" }, { words: "半年", anythingAfter: "" }],
  "second-half-year": { words: "下半年" },
  "whole-year": { words: "年度 全年 年终 年考" },
  score: {
    words:
      "得分 分数 成绩 评分 打分 实际得分 考核得分 原始分 原始得分 百分制得分 分值 分 实得分 实得 数值 值",
  },
  "official-score": { words: "考核 考评 审核 核定 评定 认定 最终 实际" },
  "self-score": { words: "自评 自我 互评 自查 自我评价", after: "得分 分 分数 评分 成绩" },
  "item-score": {
    words: "得分 评分 分数 实得分 打分 评价得分",
    before: "实际 考核 考评 最终 上级 综合 评定 领导 主管 部门",
    after: "(分)",
  },
  "weighted-score": {
    words: `折算 折合 加权 换算 计入 权重得分 权重后分 权重后得分 权重分 折算分 折算得分 折合分 折后分 加权得分 加权分 加权成绩
      换算分 换算得分 计入总分 计入得分 换算成绩 折算成绩`,
    before: `${SCORES} 结果 考核 绩效`,
    after: "值 数",
  },
  total: [
    {
      words: `总分 总成绩 总计 总积分 总得分 总评分 总评 总分数 总评成绩 总合计 累计积分 累计得分 累计分 累计 最终分`,
      before: `${YEARS} 本 期末 周 月 月度 季度 半年 考核 考评 测评 评比 评审 竞赛 比赛 绩效 综合 最终 最后 累计 总 加权 折算
        个人 团体 班级 量化 德育 积分 考试`,
      after: "值 数",
    },
    {
      words: `${SCORES} 平均分`,
      before: `${YEARS} ${TIMES} 综合 最终 最后 累计 加权`,
      between: ASSESSING,
      after: "值 数",
      needsBefore: true,
    },
    {
      words: `综合得分 综合成绩 综合总分 最终得分 最终成绩 最后得分 绩效得分 得分合计 合计得分 综合评分 合计 合计分 合计总分
        总分合计 积分合计 考评成绩 动态成绩 考核得分 考评得分 积分`,
    },
  ],
  "weak-total": [
    {
      words: "平均 均 平均分 平均得分 平均成绩 平均分数 平均值 平均积分 均分 均得分 均值",
      before: `月 季 季度 周 年 年度 学期 技术 去掉 扣除 最高 最低 一个 个 分 、 和 及 与 后 的 评委 考核 总`,
    },
    { words: "得分", before: "评审 评价 评定 认定 检查 审核 核定 复核 测评 实际 实" },
    { words: "成绩 分数 评分 积分 加权得分 总数 总和 合计数 奖牌数 奖牌总数" },
  ],
  "chief-total": { words: "总成绩 总分 总得分 综合 最终 最后 总评 总计" },
  subtotal: [
    {
      words: `小计 考核成绩 考核小计 评议评价成绩 评议评价 评议评价得分 评议成绩 指标考核 指标考核成绩 考核得分小计`,
    },
    { words: "小计", anythingBefore: 60 },
  ],
  "partial-sum": { words: "小计 合计", anythingBefore: 60 },
  sum: { words: "小计 合计 计 总计" },
  mean: {
    words: "平均 均分 均值 平均分 平均值 平均数 平均得分 平均成绩 平均分数",
    before: "月 季 季度 周 年 年度 评委 总",
  },
  rank: {
    words: "名次 排名 位次 排序 排位",
    before:
      "组内 总 综合 本组 考评 考核 年度 全年 最终 成绩 得分 总分 全市 全县 全区 全校 全级 年级 班级 班内 校内 区内 市内",
    after: "排序 情况",
  },
  "rank-text": { words: "第1名 第1位 第1 1名 1位 1", before: "并列", after: "(并列) 并列" },
  overall: { words: "总 综合 全 年级 校 全校 总分 总成绩", anythingBefore: 60, anythingAfter: "" },
  previous: {
    words: "上年 去年 上期 上月 上次 上届 上季 前次 上学期 上一次 上周 原",
    anythingBefore: 60,
    anythingAfter: "",
  },
  change: { words: "升降 变化 进退 浮动 增减 变动", anythingBefore: 60, anythingAfter: "" },
  grade: {
    words: "等级 等次 档次 评级 星级",
    before: "考核 考评 绩效 评价 评定 综合 最终 年度 结果 测评 信用 服务",
  },
  rate: { words: "率", anythingBefore: 60 },
  progress: { words: "过程 完成 进度" },
  bonus: { words: "加分 加分项 加分项目 加分合计 加分小计 奖励分 奖励加分 加分值 加分得分 表扬加分 奖分" },
  "bonus-part": { words: "加分 奖分 奖励分", anythingBefore: 60 },
  "bonus-stem": { words: "加 奖励" },
  deduction: {
    words: `扣分 减分 扣分项 减分项 扣分项目 扣分合计 扣分小计 减分合计 扣减分 处罚扣分 扣分值 罚分`,
  },
  "deduction-part": { words: "扣分 减分 罚分", anythingBefore: 60 },
  "deduction-stem": { words: "扣 减 扣减" },
  net: {
    words: `加减分 加(减)分 加扣分 加(扣)分 奖惩 奖惩分 奖惩得分 奖惩加减分 加减分合计 加、扣分 加、减分 加减分项 加减分值
      加扣分值 加(减)分值 加(扣)分值 加/减分 加/扣分 附加分 奖扣分 奖罚分`,
  },
  points: { words: "加分 扣分 减分 奖惩 表扬 批评 约谈 问责 一票否决" },
  "points-column": { words: "分值 分数" },
  "sort-of-points": { words: "奖励 表扬 处罚 罚", anythingAfter: "" },
  adjustment: {
    words: "约谈 问责 表扬 批评",
    before: "因 被 受 受到 行政",
    after: "次数 次 加分 扣分 减分 得分 分值 分数 分 合计 小计",
  },
  "points-detail": [
    {
      words: "事由 原因 理由 依据 文件 文号 项目 内容 情况 事项 时间 日期 说明 备注 标准 材料",
      anythingBefore: 60,
      anythingAfter: "",
    },
    { words: "次 次数 单位 人", anythingBefore: 60 },
  ],
  veto: {
    words: "一票否决",
    before: "是否 有无 被 实行 触发 发生",
    after: "项 事项 情况 情形",
    anythingAfter: "(",
  },
  "base-points": { words: "基础分 基本分 底分 起评分 起始分", anythingBefore: 60, anythingAfter: "" },
  weight: {
    words: "权重 比重 占比 权数 比例 学分",
    before: "考核 指标 所占",
    after: "系数 (%) %",
  },
  "full-mark": { words: "满分 满分值 标准分 标准分值 分值 基准分 权重分 应得分 配分 总分值", after: "(分)" },
  item: {
    words: "指标 项目 内容 要素 维度 事项 要点 标准 指标/项目",
    before: `考核 考评 评价 评估 评审 评标 评比 评议 打分 检查 绩效 评分 测评 关键 一级 二级 三级 具体 关键绩效 kpi`,
    after: "名称 内容",
  },
  "item-detail": { words: "内容 要点 标准", anythingBefore: 60, anythingAfter: "" },
  target: { words: "目标 完成 目标值 完成值 完成情况 实际", anythingBefore: 60, anythingAfter: "" },
  standard: { words: "标准 依据 办法 方法 细则", anythingBefore: 60, anythingAfter: "" },
  judge: {
    words: "评委 专家 考官 裁判 上级 领导 考核人 评审 初评 复评 终评",
    anythingBefore: 60,
    anythingAfter: "",
  },
  count: { words: "次数 件数 数量 次 (次)" },
  "points-mark": { words: "分", anythingBefore: 60, anythingAfter: "", without: "得分" },
  "events-mark": { words: "次", anythingBefore: 60, anythingAfter: "" },
  "in-points": { words: "(分)", anythingBefore: 60 },
  measure: { words: "分 万元 元 % 个 人" },
  event: { words: "类型 事项 事件 情形 加分类型 扣分类型 奖惩类型 加减分类型" },
  document: { words: "文号 发文字号 文件号 文件文号 依据文号" },
  state: { words: "状态 是否有效 有效 是否计入 是否撤销" },
  "revoked-state": { words: "是否撤销" },
  "valid-state": { words: "是否有效 有效 是否计入" },
  "out-of-force": { words: "撤销 撤回 作废 无效 取消 失效 不计", anythingBefore: 60, anythingAfter: "" },
  problem: {
    words: "问题 存在问题 主要问题 存在的问题 存在的主要问题 扣分原因 扣分说明 失分原因 扣分事由 减分原因",
  },
  reason: { words: "原因 事由 理由 依据", before: "加分 扣分 减分 奖惩 加减分 加扣分" },
  note: { words: "备注 说明 附注 备考" },
  contact: { words: "联系人 联系电话 电话 手机 地址 邮箱" },
  "summary-row": [
    { words: "合计 小计 总计 平均 平均分 平均值 平均得分 平均成绩 均分", anythingBefore: 12 },
    {
      words: `总分 总得分 及格率 合格率 优秀率 优良率 低分率 达标率 及格人数 合格人数 优秀人数 优良人数 低分人数 参考人数 应考人数
        实考人数 参评人数 人数 平均 均值 平均分 平均值 平均得分 平均成绩 合计 总计 小计 共计 累计 汇总 最高 最高分 最低 最低分
        中位数 标准差 极差 方差 最大值 最小值`,
      before: "平均 全 本 各 小 总 分 组 市 县区 部门 班 年级 校",
      after: "分 值 数",
    },
  ],
  "mark-row": { words: "满分 满分值 标准分 分值 配分 基准分", anythingAfter: "(" },
  "weight-row": { words: "权重 权重系数 所占权重 比重 占比 权数 学分", anythingAfter: "(" },
  "note-row": [
    {
      words: `注 备注 说明 附注 附 注释 填表说明 统计说明 计算公式 公式 数据来源 来源 制表 制表人 制表单位 制表日期 填表 填表人 填报
        填报人 填报单位 填报日期 审核 审核人 复核 复核人 审批 审定 负责人 单位负责人 分管领导 主要领导 领导签字 签字 签名 盖章
        联系人 联系电话 电话 日期 时间 打印日期 打印时间 报送`,
      before: "(",
      after: ")",
      anythingAfter: ": ): 、 . 1、 1.",
    },
    { words: "※ ★ *", anythingAfter: "" },
    { words: "第1页 共1页 续表 接上页 转下页", before: "( -", anythingAfter: "" },
  ],
  "section-row": { words: GROUP_NUMBERS, before: "1、 1. 1: (1) (1)、 (1). (1):", anythingAfter: "" },
  "number-row": { words: "栏次 栏目 栏号 列次 列号 行次 序号 编号 甲 乙 丙 丁 戊" },
  "closing-line": { words: "签 盖章 核实 仅供", anythingBefore: 60, anythingAfter: "" },
  nothing: { words: "无 没有 暂无 无问题 未发现问题 未发现 空 〇" },
  "no-bonus": { words: "加分 奖分 奖励分", before: "无 没有 未 未获 未得 无获", needsBefore: true },
  "no-deduction": {
    words: "扣分 减分 扣减分 罚分",
    before: "无 没有 未 未被 未予 没有被",
    needsBefore: true,
  },
  "no-net": {
    words: "加扣 加扣分 加减 加减分 加、扣 加、扣分 加、减 加、减分 奖惩 奖惩分",
    before: "无 没有 未",
    needsBefore: true,
  },
  "no-veto": {
    words: `否 没有 未发生 未触发 未出现 未涉及 未否决 不 不是 不涉及 不存在 不适用 不否决 × ✗`,
  },
  "not-ranked": {
    words: `不排名 不参加排名 不参与排名 不纳入排名 不列入排名 不计入排名 不进行排名 不予排名 不予以排名 不排序 不参加排序
      不参与排序 不纳入排序 不列入排序 不计入排序 不进行排序 不予排序 不予以排序 不排位 不参加排位 不参与排位 不纳入排位
      不列入排位 不计入排位 不进行排位 不予排位 不予以排位 不计名次`,
    anythingBefore: 60,
  },
  "not-ranked-filler": { words: "本次 本期 本年度 本年 年度 当年 考核 考评 再" },
  "not-of-unit": { words: "分 分数 得分 成绩 项 项目 指标", anythingBefore: 60 },
  yes: { words: "是 有 √ ✓ 对" },
  no: { words: "否 × 不 ✗ 无" },
  filler: {
    words: `得分 分数 成绩 分值 评分 打分 考核 考评 测评 绩效 评估 年度 全年 本年 半年 上半年 季度 指标 项目 部分 情况 最终 社会 机关
      综合 市 的 项 分 率 节点`,
  },
  "end-filler": { words: "得分 分数 成绩 分值 评分 打分 总分 分 情况" },
};
