/** A unit of the 2015 plan: its name there, and an everyday name that offices write instead. */
export interface RosterName {
  readonly name: string;
  readonly short: string;
}

/** The 70 units of the plan in their groups, written out here so that the answers do not come from the code under test. */
export const ROSTER: readonly { readonly group: string; readonly units: readonly RosterName[] }[] = [
  { group: "第一组", units: names("海城市政府 海城市|台安县政府 台安县|岫岩县政府 岫岩县") },
  {
    group: "第二组",
    units: names("铁东区政府 铁东区|铁西区政府 铁西区|立山区政府 立山区|千山区政府 千山区"),
  },
  {
    group: "第三组",
    units: names("高新区管委会 高新区|经济开发区管委会 经开区|千山风景区管委会 千山风景区"),
  },
  {
    group: "第四组",
    units: names(
      "市政府办公厅 市政府办|市发展改革委 市发改委|市经济和信息化委 市经信委|市教育局 教育局|市科技局 科技局|" +
        "市民委(市宗教局) 市民委|市公安局 公安局|市监察局 监察局|市民政局 民政局|市司法局 司法局|市财政局 财政局|" +
        "市人力资源社会保障局 市人社局|市国土资源局 国土局|市环保局 环保局|市住房城乡建设委 市住建委|市规划局 规划局|" +
        "市综合执法局 综合执法局|市交通委 交通委|市农委 农委|市水利局 水利局|市服务业委 服务业委|市外经贸局 外经贸局|" +
        "市文化广电新闻出版局 市文广新局|市卫生计生委 市卫计委|市食品药品监管局 市食药监局|市审计局 审计局|" +
        "市外事办 市外办|市国资委 国资委|市体育局 体育局|市安全生产监管局 市安监局|市统计局 统计局|" +
        "市政府法制办 市法制办|市旅游发展委 市旅发委|市金融办 金融办|市人防办 人防办|市工商局 工商局|市质监局 质监局|" +
        "市公共行政服务中心 市行政服务中心|市协作办 协作办|市老龄办 老龄办|市接待办 接待办|市档案局 档案局|" +
        "市地震局 地震局|市林业局 林业局|市住房公积金管理中心 市公积金中心|玉佛山风景区管委会 玉佛山风景区|" +
        "市职教城管委会 市职教城|市供销总社 供销社|市公共资源交易管理局 市公共资源交易局|市仲裁办 仲裁办|" +
        "市信访局 信访局|市史志办 史志办|市台办 台办|市贸促会 贸促会|市残联 残联|市国税局 国税局|市地税局 地税局|" +
        "市气象局 气象局|鞍山出入境检验检疫局 检验检疫局|市社会经济调查局 社会经济调查局",
    ),
  },
];

function names(text: string): RosterName[] {
  return text.split("|").map((entry) => {
    const [name = "", short = ""] = entry.split(" ");
    return { name, short };
  });
}
