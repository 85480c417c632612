import type { OfficePackage } from "./package";
import type { WorkbookPart } from "./workbookPart";
import { childOf, childrenOf } from "./xmlTree";

/** Names of a theme's colours in the order of the numbers that styles call them by. */
const NAMES = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
] as const;

/** The colours of a workbook's theme as `#RRGGBB`, by number; none without a theme. */
export function readThemeColors(file: OfficePackage, workbook: WorkbookPart): readonly (string | null)[] {
  const part = workbook.relationships.find((link) => link.kind === "theme" && file.has(link.target));
  if (!part) return [];
  const scheme = childOf(childOf(file.tree(part.target), "themeElements"), "clrScheme");
  return NAMES.map((name) => {
    const color = childrenOf(scheme, name)[0]?.children[0];
    const written = color?.attributes["lastClr"] ?? color?.attributes["val"];
    return written !== undefined && /^[0-9a-f]{6}$/i.test(written) ? `#${written.toUpperCase()}` : null;
  });
}
