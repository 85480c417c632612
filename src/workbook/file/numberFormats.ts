import { PartError, type OfficePackage } from "./package";
import { childOf, childrenOf, type XmlElement } from "./xmlTree";

/** Excel makes none longer than 255 characters; each one is looked at for every cell that has it. */
const MAXIMUM_FORMAT_LENGTH = 1024;

/** Number formats that files name by id only (ECMA-376 18.8.30, with the Chinese ones of that table). */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * The number format of each cell style, by the style's index; null for General. Without a style part every
 * cell is General. Throws `PartError` also at a format that is longer than any program makes.
 */
export function readNumberFormats(file: OfficePackage, part: string | null): readonly (string | null)[] {
  if (part === null) return [];
  const formats = numberFormatsOf(file.tree(part));
  if (formats.some((format) => (format?.length ?? 0) > MAXIMUM_FORMAT_LENGTH)) throw new PartError(part);
  return formats;
}

/** As `readNumberFormats`, from the tree of the style part. */
function numberFormatsOf(root: XmlElement): readonly (string | null)[] {
  const own = new Map<number, string>();
  for (const { attributes } of childrenOf(childOf(root, "numFmts"), "numFmt")) {
    own.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
  }
  return childrenOf(childOf(root, "cellXfs"), "xf").map(({ attributes }) => {
    const id = Number(attributes["numFmtId"] ?? 0);
    const format = own.get(id) ?? BUILT_IN_FORMATS[id] ?? "General";
    return format === "General" ? null : format;
  });
}
