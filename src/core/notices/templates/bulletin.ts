import type { Scheme } from "../../scheme/scheme";
import { line, type TemplateLine } from "../template";
import { CLOSING, SIGNATURE } from "./closing";
import { fullRankingTable, UNRANKED_UNITS } from "./rankingTable";

/** 绩效考评结果通报: the ranking of all groups, after the government's approval (plan 二(三)3). */
export function bulletinTemplate(scheme: Scheme): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于{{考评期}}绩效考评结果的通报"),
    line("addressee", "{{主送}}："),
    line(
      "body",
      "{{#依据}}按照{{考评依据}}规定，{{/依据}}{{发文机关}}组织对{{考评单位数}}个单位{{考评期}}绩效情况进行了考评。" +
        "{{#批准}}经{{批准人}}批准，{{/批准}}现将考评结果通报如下：",
    ),
    line("heading-1", "一、考评结果"),
    line(
      "body",
      "考评单位分为{{组数}}个组，按组排名，参加排名的单位共{{参加排名数}}个，各组成绩和名次见附件。" +
        "计算公式为：{{计算公式}}。{{#动态}}动态成绩不含年度评价项目，满分{{满分}}分。{{/动态}}",
    ),
    ...UNRANKED_UNITS,
    line("heading-1", "二、有关要求"),
    line(
      "body",
      "各单位要对照考评结果查找差距，针对存在的问题制定整改措施，抓好落实。对考评结果有异议的，" +
        "可于{{申诉期限}}前（{{申诉工作日}}个工作日内）以书面形式提出申诉，" +
        "{{发文机关}}自收到申诉之日起{{答复工作日}}个工作日内答复。",
    ),
    line("attachment-note", "附件：{{考评期}}绩效考评成绩排名表"),
    ...SIGNATURE,
    line("attachment-page", "附件"),
    line("attachment-title", "{{考评期}}绩效考评成绩排名表"),
    ...fullRankingTable(scheme),
    ...CLOSING,
  ];
}
