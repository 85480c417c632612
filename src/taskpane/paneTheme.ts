import type { BrandVariants, Theme } from "@fluentui/react-components";
import { createDarkTheme, createLightTheme } from "@fluentui/react-components";
import { contrastRatio, parseColor, relativeLuminance } from "./contrast";

/** The colours of the Office theme that the pane uses; the host leaves them out where it has no themes. */
export interface OfficeColors {
  readonly bodyBackgroundColor?: string;
  readonly bodyForegroundColor?: string;
}

/** The lowest contrast of readable text (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

/** Excel's green, from dark to light. */
const excelGreen: BrandVariants = {
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

const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const light: Theme = { ...createLightTheme(excelGreen), fontFamilyBase };

const dark: Theme = {
  ...createDarkTheme(excelGreen),
  fontFamilyBase,
  // The generated shades are too dim as text on a dark pane.
  colorBrandForeground1: excelGreen[120],
  colorBrandForeground2: excelGreen[130],
  colorBrandForegroundLink: excelGreen[120],
  colorBrandForegroundLinkHover: excelGreen[130],
  colorBrandForegroundLinkPressed: excelGreen[110],
  colorCompoundBrandForeground1: excelGreen[120],
};

/**
 * Fluent's theme for an Office theme: light or dark by the pane's background, with the office's own background and
 * text colour, as long as all text stays readable on them. Without an Office theme: light, as Excel itself is then.
 */
export function paneTheme(colors: OfficeColors | null): Theme {
  const background = parseColor(colors?.bodyBackgroundColor ?? "");
  const foreground = parseColor(colors?.bodyForegroundColor ?? "");
  if (!background) return light;
  const base = relativeLuminance(background) < 0.2 ? dark : light;
  const dimmest = parseColor(base.colorNeutralForeground3);
  const readable =
    foreground !== null &&
    dimmest !== null &&
    contrastRatio(background, foreground) >= READABLE &&
    contrastRatio(background, dimmest) >= READABLE;
  if (!readable || !colors) return base;
  return {
    ...base,
    colorNeutralBackground1: colors.bodyBackgroundColor ?? base.colorNeutralBackground1,
    colorNeutralForeground1: colors.bodyForegroundColor ?? base.colorNeutralForeground1,
  };
}
