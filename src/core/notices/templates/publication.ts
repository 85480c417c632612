import { line, mark, type TemplateLine } from "../template";
import { SIGNATURE } from "./closing";
import { plainRankingTable, UNRANKED_UNITS } from "./rankingTable";

/** 公示: ranks and totals with the days of appeal; no ballots and no personal data (plan 六(三)). */
export function publicationTemplate(): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于{{考评期}}绩效考评结果的公示"),
    line(
      "body",
      "{{#依据}}按照{{考评依据}}规定，{{/依据}}现将{{考评期}}绩效考评结果予以公示，公示期为{{公示开始}}至{{公示结束}}，" +
        "共{{公示工作日}}个工作日。{{#动态}}动态成绩不含年度评价项目，满分{{满分}}分。{{/动态}}",
    ),
    line(
      "body",
      "公示期间，对公示内容有异议的，请以书面形式向{{发文机关}}反映。对考评结果有异议的，" +
        "可于{{申诉期限}}前（{{申诉工作日}}个工作日内）书面提出申诉，" +
        "{{发文机关}}自收到申诉之日起{{答复工作日}}个工作日内答复。",
    ),
    mark("{{#联系}}"),
    line("body", "联系人：{{联系人}}，联系电话：{{联系电话}}"),
    mark("{{/联系}}"),
    ...UNRANKED_UNITS,
    line("attachment-note", "附件：{{考评期}}绩效考评结果"),
    ...SIGNATURE,
    line("attachment-page", "附件"),
    line("attachment-title", "{{考评期}}绩效考评结果"),
    ...plainRankingTable(),
  ];
}
