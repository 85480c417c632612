import { createLightTheme, type Theme } from "@fluentui/react-components";
import { contrastRatio, parseColor, relativeLuminance } from "./contrast";
import { excelGreen, fontFamilyBase } from "./paneBrand";

/** The colours of the Office theme that the pane uses; the host leaves them out where it has no themes. */
export interface OfficeColors {
  readonly bodyBackgroundColor?: string;
  readonly bodyForegroundColor?: string;
}

/** The lowest contrast of readable text (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

const light: Theme = { ...createLightTheme(excelGreen), fontFamilyBase };

/** Shades for links and marks, the plainest first. */
const lightShades = [excelGreen[80], excelGreen[70], excelGreen[60]];
const darkShades = [excelGreen[120], excelGreen[130], excelGreen[140], excelGreen[150], excelGreen[160]];

/**
 * Fluent's theme for an Office theme: light or dark by the pane's background, on the office's own background and
 * with its text colour, as long as all text can be made readable there; else on Fluent's own background. Without an
 * Office theme: light, as Excel itself is then.
 */
export async function paneTheme(colors: OfficeColors | null): Promise<Theme> {
  const background = parseColor(colors?.bodyBackgroundColor ?? "");
  if (!background) return readableTheme(light, lightShades, light) ?? light;
  const isDark = relativeLuminance(background) < 0.2;
  const base = isDark ? (await import("./darkTheme")).darkTheme : light;
  const shades = isDark ? darkShades : lightShades;
  const own: Theme = {
    ...base,
    colorNeutralBackground1: colors?.bodyBackgroundColor ?? base.colorNeutralBackground1,
    colorNeutralForeground1: colors?.bodyForegroundColor ?? base.colorNeutralForeground1,
  };
  return readableTheme(own, shades, base) ?? readableTheme(base, shades, base) ?? base;
}

/** The theme with quiet text and links that can be read on its background; null where there are none such. */
function readableTheme(theme: Theme, shades: readonly string[], base: Theme): Theme | null {
  const readable = (color: string) => isReadable(color, theme.colorNeutralBackground1);
  const quiet = [base.colorNeutralForeground3, base.colorNeutralForeground2, theme.colorNeutralForeground1];
  const colorNeutralForeground3 = quiet.find(readable);
  const brand = shades.find(readable);
  if (!readable(theme.colorNeutralForeground1) || !colorNeutralForeground3 || !brand) return null;
  return {
    ...theme,
    colorNeutralForeground3,
    colorBrandForeground1: brand,
    colorBrandForegroundLink: brand,
    colorBrandForegroundLinkHover: brand,
    colorBrandForegroundLinkPressed: brand,
    colorCompoundBrandForeground1: brand,
  };
}

function isReadable(text: string, background: string): boolean {
  const [front, back] = [parseColor(text), parseColor(background)];
  return front !== null && back !== null && contrastRatio(front, back) >= READABLE;
}
