import { line, mark, type TemplateLine } from "../template";
import { CLOSING, SIGNATURE } from "./closing";

/** 反馈整改通知 with its 反馈表: what goes down to a unit is a notice with its form (plan 二(三)3). */
export function feedbackTemplate(): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于反馈{{考评期}}绩效考评结果并做好整改工作的通知"),
    line("addressee", "{{单位}}："),
    line("body", "现将你单位{{考评期}}绩效考评结果反馈如下，请认真研究，抓好整改落实。"),
    line("heading-1", "一、考评结果"),
    line(
      "body",
      "你单位{{成绩名称}}为{{总成绩}}分，在{{组别}}参加排名的{{组内参加排名数}}个单位中列第{{名次}}名。其中，" +
        "{{#得分}}{{项目}}{{得分}}分，{{/得分}}加分{{加分}}分，扣分{{扣分}}分。" +
        "{{#动态}}动态成绩为{{满分}}分制，不含评议评价。{{/动态}}",
    ),
    line("heading-1", "二、失分情况"),
    line(
      "body",
      "按权重折算，{{#得分}}{{项目}}失{{失分}}分（满分{{满分值}}分，权重{{权重}}），{{/得分}}另扣{{扣分}}分。",
    ),
    line("heading-1", "三、存在问题"),
    mark("{{#问题}}"),
    line("body", "{{序号}}．{{内容}}"),
    mark("{{/问题}}"),
    mark("{{^问题}}"),
    line("body", "本次考评未登记具体问题，请对照失分情况查找。"),
    mark("{{/问题}}"),
    line("heading-1", "四、整改要求"),
    line(
      "body",
      "请针对失分情况和存在问题制定整改方案，明确整改措施、责任人和完成时限，填写《绩效考评反馈表》，" +
        "于{{回复期限}}前（{{回复工作日}}个工作日内）报{{发文机关}}。对考评结果有异议的，" +
        "可于{{申诉期限}}前（{{申诉工作日}}个工作日内）书面提出，自收到之日起{{答复工作日}}个工作日内予以答复。",
    ),
    line("attachment-note", "附件：绩效考评反馈表"),
    ...SIGNATURE,
    mark("{{#联系}}"),
    line("annotation", "（联系人：{{联系人}}，联系电话：{{联系电话}}）"),
    mark("{{/联系}}"),
    line("attachment-page", "附件"),
    line("attachment-title", "绩效考评反馈表"),
    line("table-widths", "9", "27", "9", "18"),
    line("table-row", "单位", "{{单位}}", "考评期", "{{考评期}}"),
    line("table-row", "组别", "{{组别}}", "名次", "{{名次}}/{{组内参加排名数}}"),
    line("table-widths", "18", "9", "9", "9", "9", "9"),
    line("table-header", "项目", "得分", "满分", "权重", "折算分", "失分"),
    mark("{{#得分}}"),
    line("table-row", "{{项目}}", "{{得分}}", "{{满分值}}", "{{权重}}", "{{折算分}}", "{{失分}}"),
    mark("{{/得分}}"),
    line("table-row", "加分", "", "", "", "{{加分}}", ""),
    line("table-row", "扣分", "", "", "", "", "{{扣分}}"),
    line("table-row", "{{成绩名称}}", "", "{{满分}}", "", "{{总成绩}}", ""),
    line("table-widths", "9", "18", "18", "9", "9"),
    line("table-header", "序号", "存在问题", "整改措施", "责任人", "完成时限"),
    mark("{{#问题}}"),
    line("table-row", "{{序号}}", "{{内容}}", "", "", ""),
    mark("{{/问题}}"),
    mark("{{^问题}}"),
    line("table-row", "1", "", "", "", ""),
    mark("{{/问题}}"),
    ...CLOSING,
  ];
}
