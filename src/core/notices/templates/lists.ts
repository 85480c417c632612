import { line, mark, type TemplateLine } from "../template";
import { CLOSING, SIGNATURE } from "./closing";

/** Units chosen, one a line, with their place in the ranking. */
const CHOSEN_UNITS: readonly TemplateLine[] = [
  mark("{{#入选单位}}"),
  line("body", "{{序号}}．{{单位}}（{{组别}}第{{名次}}名，{{总成绩}}分）"),
  mark("{{/入选单位}}"),
];

const OPENING =
  "{{#依据}}按照{{考评依据}}规定，{{/依据}}{{发文机关}}组织对{{考评单位数}}个单位{{考评期}}绩效情况进行了考评。";
const APPROVED = "{{#批准}}经{{批准人}}批准，{{/批准}}";

/** 表扬通报 (plan 五(三)). */
export function praiseTemplate(): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于表扬{{考评期}}绩效考评成绩突出单位的通报"),
    line("addressee", "{{主送}}："),
    line("body", `${OPENING}${APPROVED}现对以下{{入选数}}个单位予以通报表扬：`),
    ...CHOSEN_UNITS,
    line("body", "希望受到表扬的单位珍惜荣誉、再接再厉。各单位要向受到表扬的单位学习，扎实做好各项工作。"),
    ...SIGNATURE,
    ...CLOSING,
  ];
}

/** 批评通报 (plan 五(三)). */
export function criticismTemplate(): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于批评{{考评期}}绩效考评排名靠后单位的通报"),
    line("addressee", "{{主送}}："),
    line("body", `${OPENING}${APPROVED}现对以下{{入选数}}个单位予以通报批评：`),
    ...CHOSEN_UNITS,
    line(
      "body",
      "受到批评的单位要深刻剖析原因，认真制定整改方案，于{{回复期限}}前（{{回复工作日}}个工作日内）报送" +
        "{{发文机关}}。其他单位要引以为戒，切实抓好工作落实。",
    ),
    ...SIGNATURE,
    ...CLOSING,
  ];
}

/** 表彰请示, a 请示 to the government (plan 二(三)3). */
export function commendationTemplate(): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于表彰{{考评期}}绩效考评先进单位的请示"),
    line("addressee", "{{上级机关}}："),
    line("body", `${OPENING}根据考评结果，拟对以下{{入选数}}个单位予以表彰：`),
    ...CHOSEN_UNITS,
    line("body", "妥否，请批示。"),
    ...SIGNATURE,
    mark("{{#联系}}"),
    line("annotation", "（联系人：{{联系人}}，联系电话：{{联系电话}}）"),
    mark("{{/联系}}"),
    ...CLOSING,
  ];
}
