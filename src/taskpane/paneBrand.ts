import type { BrandVariants } from "@fluentui/react-components";

/** Excel's green, from dark to light. */
export const excelGreen: BrandVariants = {
  10: "#020403",
  20: "#0b1a11",
  30: "#0c2b1a",
  40: "#0a3922",
  50: "#0a472a",
  60: "#0b5633",
  70: "#0d653a",
  80: "#107c41",
  90: "#23874d",
  100: "#389259",
  110: "#4d9d67",
  120: "#63a876",
  130: "#7ab48a",
  140: "#92c09f",
  150: "#abcdb5",
  160: "#c6dbcc",
};

/** Latin letters as in Excel, Chinese ones of the system. */
export const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";
