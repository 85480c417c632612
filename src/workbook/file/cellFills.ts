import type { CellFill, FillChange } from "../../core/workbook/plan";
import type { SheetCell } from "../../core/workbook/address";
import { restyleCells, styleNumbersOf, type StyleChange } from "./cellEdits";
import { Colors } from "./cellLooks";
import { graftFill } from "./styleGraft";
import { childOf, childrenOf, parseXmlTree, type XmlElement } from "./xmlTree";

/** The text of a worksheet and the name of its part. */
export interface WorksheetText {
  readonly part: string;
  readonly text: string;
}

/** Where fills are read and written: the style part as it stands, and the worksheets by name. */
export interface FilledParts {
  /** Null for a workbook without styles. */
  readonly styles: string | null;
  /** The theme's colours by number. */
  readonly theme: readonly (string | null)[];
  /** The highest style number that cells of the workbook name. */
  readonly highestStyle: number;
  worksheet(sheet: string): WorksheetText;
}

/** The fills of some cells, in their order. Colours of the old numbered palette count as `other`. */
export function readFills(parts: FilledParts, cells: readonly SheetCell[]): readonly CellFill[] {
  const styles = new FillStyles(parts);
  const result: CellFill[] = cells.map(() => "none");
  for (const [sheet, own] of bySheet(cells.map((cell, index) => ({ cell, index })))) {
    const { part, text } = parts.worksheet(sheet);
    const numbers = styleNumbersOf(
      text,
      own.map(({ cell }) => cell),
      part,
    );
    own.forEach(({ index }, position) => (result[index] = styles.fillOf(numbers[position] ?? 0)));
  }
  return result;
}

/** Worksheets and style part with new fills in them. */
export interface ChangedFills {
  readonly styles: string;
  readonly worksheets: readonly WorksheetText[];
}

/** Writes fills. Cells that no longer have the fill that is expected stay as they are. */
export function changeFills(parts: FilledParts, changes: readonly FillChange[]): ChangedFills {
  const styles = new FillStyles(parts);
  const worksheets = [...bySheet(changes)].map(([sheet, own]): WorksheetText => {
    const { part, text } = parts.worksheet(sheet);
    const numbers = styleNumbersOf(
      text,
      own.map(({ cell }) => cell),
      part,
    );
    const restyled = own.flatMap(({ cell: { row, column }, expected, fill }, index): StyleChange[] => {
      const number = numbers[index] ?? 0;
      return styles.fillOf(number) === expected
        ? [{ row, column, style: styles.withFill(number, fill) }]
        : [];
    });
    return { part, text: restyleCells(text, restyled, part) };
  });
  return { styles: styles.text, worksheets };
}

/** What a workbook without a style part looks like. */
export const EMPTY_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/** The fills of a style part, and its styles with other fills. */
class FillStyles {
  private fills: readonly CellFill[] = [];
  private fillOfStyle: readonly CellFill[] = [];
  private readonly colors: Colors;
  private readonly made = new Map<string, number>();

  private readonly highestStyle: number;
  text: string;

  constructor({ styles, theme, highestStyle }: FilledParts) {
    this.text = styles ?? EMPTY_STYLES;
    this.highestStyle = highestStyle;
    this.colors = new Colors(theme);
    this.readText();
  }

  fillOf(styleNumber: number): CellFill {
    return this.fillOfStyle[styleNumber] ?? "none";
  }

  /** Number of the style that differs in the fill only. */
  withFill(styleNumber: number, fill: FillChange["fill"]): number {
    const key = `${String(styleNumber)} ${fill}`;
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const grafted = graftFill(this.text, styleNumber, fill, this.fills, this.highestStyle);
    if (grafted.text !== this.text) {
      this.text = grafted.text;
      this.readText();
    }
    this.made.set(key, grafted.styleNumber);
    return grafted.styleNumber;
  }

  private readText(): void {
    const root = parseXmlTree(this.text);
    this.fills = childrenOf(childOf(root, "fills"), "fill").map((fill) => this.read(fill));
    this.fillOfStyle = childrenOf(childOf(root, "cellXfs"), "xf").map(
      ({ attributes }) => this.fills[Number(attributes["fillId"] ?? 0)] ?? "none",
    );
  }

  private read(fill: XmlElement): CellFill {
    const pattern = childOf(fill, "patternFill");
    if (!pattern) return fill.children.length === 0 ? "none" : "other";
    const type = pattern.attributes["patternType"] ?? "none";
    if (type === "none") return "none";
    const color = type === "solid" ? this.colors.read(childOf(pattern, "fgColor")) : null;
    // The colours are read as `#RRGGBB` or not at all.
    return (color as CellFill | null) ?? "other";
  }
}

function bySheet<Item extends { readonly cell: SheetCell }>(items: readonly Item[]): Map<string, Item[]> {
  const sheets = new Map<string, Item[]>();
  for (const item of items) {
    const own = sheets.get(item.cell.sheet);
    if (own) own.push(item);
    else sheets.set(item.cell.sheet, [item]);
  }
  return sheets;
}
