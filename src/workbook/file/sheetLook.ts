import { MAXIMUM_COLUMNS, parseArea } from "../../core/workbook/address";
import type { Area, CellPosition } from "../../core/workbook/address";
import { readCellLooks, type CellLook } from "./cellLooks";
import { PartError, type OfficePackage } from "./package";
import { findWorkbookPart, readWorkbookPart } from "./workbookPart";
import { XmlParser } from "./xmlParser";
import { isTrue } from "./xmlTree";

/** A cell that has a look of its own. */
export interface LookedCell extends CellPosition {
  readonly look: CellLook;
}

/** A drop-down of a file: words with commas between them, or cells of the same sheet as `=$A$1:$A$9`. */
export interface LookedDropDown {
  readonly area: Area;
  readonly source: string;
}

/** How a sheet of a file looks: what a Snapshot leaves out because no rule needs it. */
export interface SheetLook {
  readonly cells: readonly LookedCell[];
  /** Widths in characters of the default font, by zero-based column, of those that do not have the default. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Heights in points, by zero-based row, of those that do not have the default. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows and columns that stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly dropDowns: readonly LookedDropDown[];
}

/**
 * How the sheets of a workbook look, by name. Rich text, conditional formats and theme fonts are left out.
 * Throws `PartError` as reading the sheets does.
 */
export function readSheetLooks(file: OfficePackage): ReadonlyMap<string, SheetLook> {
  const name = findWorkbookPart(file);
  if (name === null) throw new PartError("xl/workbook.xml");
  const workbook = readWorkbookPart(file, name);
  const looks = readCellLooks(file, workbook);
  const worksheets = workbook.sheets.filter((entry) => entry.isWorksheet);
  return new Map(worksheets.map((entry) => [entry.name, readSheetLook(file, entry.part, looks)]));
}

function readSheetLook(file: OfficePackage, part: string, looks: readonly (CellLook | null)[]): SheetLook {
  const reader = new LookReader(looks);
  const parser = new XmlParser(
    {
      open(local, tag) {
        reader.open(local, tag.attributes);
      },
      text(text) {
        reader.text(text);
      },
      close(local) {
        reader.close(local);
      },
    },
    () => {
      throw new PartError(part);
    },
  );
  file.pieces(part, (piece) => {
    parser.write(piece);
  });
  parser.close();
  return reader;
}

/** Columns that a file gives one width by the thousand, to the sheet's end, are cut here. */
const MOST_COLUMNS = 256;

class LookReader implements SheetLook {
  readonly cells: LookedCell[] = [];
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  frozenRows = 0;
  frozenColumns = 0;
  readonly dropDowns: LookedDropDown[] = [];
  /** Where the list that is being read has its drop-downs, and its words so far; null outside of one. */
  private list: { readonly areas: readonly Area[]; source: string } | null = null;
  private isInSource = false;
  private row = -1;
  private column = -1;

  constructor(private readonly looks: readonly (CellLook | null)[]) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case "col":
        this.openColumns(attributes);
        break;
      case "row":
        this.row = attributes["r"] === undefined ? this.row + 1 : Number(attributes["r"]) - 1;
        this.column = -1;
        if (attributes["ht"] !== undefined) this.rowHeights.set(this.row, Number(attributes["ht"]));
        break;
      case "c":
        this.openCell(attributes);
        break;
      case "pane":
        if (attributes["state"]?.startsWith("frozen")) {
          this.frozenRows = Number(attributes["ySplit"] ?? 0);
          this.frozenColumns = Number(attributes["xSplit"] ?? 0);
        }
        break;
      case "dataValidation":
        this.list =
          attributes["type"] === "list" ? { areas: areasOf(attributes["sqref"]), source: "" } : null;
        break;
      case "formula1":
        this.isInSource = this.list !== null;
        break;
    }
  }

  text(text: string): void {
    if (this.isInSource && this.list) this.list.source += text;
  }

  close(name: string): void {
    if (name === "formula1") this.isInSource = false;
    if (name !== "dataValidation" || this.list === null) return;
    const { areas, source } = this.list;
    this.list = null;
    const words = /^"(.*)"$/s.exec(source)?.[1]?.replaceAll('""', '"');
    if (words === "" || source === "") return;
    for (const area of areas) this.dropDowns.push({ area, source: words ?? `=${source}` });
  }

  private openColumns(attributes: Readonly<Record<string, string>>): void {
    const width = Number(attributes["width"]);
    if (!Number.isFinite(width) || isTrue(attributes["hidden"])) return;
    const first = Number(attributes["min"] ?? 1) - 1;
    const last = Math.min(Number(attributes["max"] ?? first + 1), MAXIMUM_COLUMNS, first + MOST_COLUMNS);
    for (let column = first; column < last; column++) this.columnWidths.set(column, width);
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const area = parseArea(attributes["r"] ?? "");
    this.column = area?.column ?? this.column + 1;
    const look = this.looks[Number(attributes["s"] ?? 0)];
    if (look) this.cells.push({ row: area?.row ?? this.row, column: this.column, look });
  }
}

function areasOf(addresses = ""): Area[] {
  return addresses.split(" ").flatMap((address) => parseArea(address) ?? []);
}
