import { line, type TemplateLine } from "../template";
import { CLOSING, SIGNATURE } from "./closing";

/** 约谈通知: whom, why, when and where, by whom, purpose, demands, contact (plan 五(三)). */
export function talkTemplate(): TemplateLine[] {
  return [
    line("title", "{{发文机关}}关于对{{单位}}进行约谈的通知"),
    line("addressee", "{{单位}}："),
    line("body", "{{#依据}}按照{{考评依据}}规定，{{/依据}}决定对你单位进行约谈。现将有关事项通知如下："),
    line("heading-1", "一、约谈事由"),
    line("body", "{{约谈事由}}"),
    line("heading-1", "二、约谈时间"),
    line("body", "{{约谈时间}}"),
    line("heading-1", "三、约谈地点"),
    line("body", "{{约谈地点}}"),
    line("heading-1", "四、约谈人"),
    line("body", "{{约谈人}}"),
    line("heading-1", "五、约谈目的"),
    line("body", "{{约谈目的}}"),
    line("heading-1", "六、有关要求"),
    line("body", "{{约谈要求}}"),
    ...SIGNATURE,
    line("annotation", "（联系人：{{联系人}}，联系电话：{{联系电话}}）"),
    ...CLOSING,
  ];
}
