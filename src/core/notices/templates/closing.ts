import { line, mark, type TemplateLine } from "../template";

/** The foot of every notice (版记): whom it is copied to, and who issued it when. */
export const CLOSING: readonly TemplateLine[] = [
  mark("{{#抄送}}"),
  line("copy-to", "抄送：{{抄送}}。"),
  mark("{{/抄送}}"),
  line("issued", "{{印发机关}}", "{{印发日期}}印发"),
];

/** Who signs, and when. */
export const SIGNATURE: readonly TemplateLine[] = [
  line("signature", "{{发文机关}}"),
  line("date", "{{成文日期}}"),
];
