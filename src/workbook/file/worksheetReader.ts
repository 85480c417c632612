import { SaxesParser, type SaxesTagPlain } from "saxes";
import {
  cellAddress,
  cellKey,
  cellOfKey,
  columnIndex,
  contains,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  parseArea,
  sheetReference,
  type Area,
  type CellKey,
} from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { decodeCellText } from "./cellText";
import { CellGrid, SpanError, type ReadingBudget } from "./cellGrid";
import { serialOfIsoDate } from "./dateSerial";
import { shownFormula } from "./formulaText";
import { PartError, type OfficePackage } from "./package";
import { SharedFormula } from "./sharedFormula";
import { isTrue, localName } from "./xmlTree";

/** What a worksheet part says. */
export interface WorksheetContent {
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: ReadonlyMap<CellKey, string>;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly merges: readonly Area[];
  readonly spills: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly filtered: boolean;
  readonly protected: boolean;
}

/** What cells refer to outside their own part. */
export interface WorksheetContext {
  readonly sheet: string;
  readonly sharedStrings: readonly string[];
  readonly numberFormats: readonly (string | null)[];
  readonly dateSystem: "1900" | "1904";
  /** What this sheet may use up; what it does use is taken off. */
  readonly budget: ReadingBudget;
}

/**
 * Reads one worksheet in a single pass over its XML, whatever its declared dimension says. Shared formulas are
 * given for each cell. Cells that only have a style do not count into the area. Throws `PartError` when the part
 * is not well-formed or a cell lies outside the limits of a sheet, `SpanError` when the area is too large.
 */
export function readWorksheet(
  file: OfficePackage,
  part: string,
  context: WorksheetContext,
): WorksheetContent {
  const reader = new WorksheetReader(part, context);
  file.pieces(part, (piece) => reader.write(piece));
  return reader.close();
}

class WorksheetReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private readonly grid = new CellGrid();
  private readonly formulas = new Map<CellKey, string>();
  private readonly formats = new Map<CellKey, string>();
  private readonly merges: Area[] = [];
  private readonly spills: Area[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly sharedFormulas = new Map<string, SharedFormula>();
  private columnRanges = 0;
  private filtered = false;
  private protected = false;

  private row = -1;
  private column = -1;
  private cellType = "n";
  private cellFormat: string | null = null;
  private inCell = false;
  private valueText = "";
  private hasValue = false;
  private inlineText = "";
  private formulaText = "";
  private hasFormula = false;
  private sharedIndex: string | null = null;
  private collecting: "value" | "formula" | "inline" | null = null;
  private phonetic = 0;
  private inFilterColumn = false;

  constructor(
    private readonly part: string,
    private readonly context: WorksheetContext,
  ) {
    this.parser.on("error", () => {
      throw new PartError(part);
    });
    this.parser.on("opentag", (tag) => {
      this.open(localName(tag.name), tag);
    });
    this.parser.on("closetag", (tag) => {
      this.closeTag(localName(tag.name));
    });
    this.parser.on("text", (text) => {
      this.collect(text);
    });
    this.parser.on("cdata", (text) => {
      this.collect(text);
    });
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  close(): WorksheetContent {
    this.parser.close();
    const area = this.grid.area(this.context.budget, this.context.sheet);
    // A format of an empty cell outside the area says nothing, and there may be a million of them.
    for (const key of this.formats.keys()) {
      if (!contains(area, cellOfKey(key))) this.formats.delete(key);
    }
    return {
      area,
      values: this.grid.values(area),
      formulas: this.formulas,
      numberFormats: this.formats,
      merges: this.merges,
      spills: this.spills,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      filtered: this.filtered,
      protected: this.protected,
    };
  }

  private open(name: string, tag: SaxesTagPlain): void {
    const { attributes } = tag;
    if (this.inFilterColumn) this.filtered = true;
    switch (name) {
      case "c":
        this.openCell(attributes);
        break;
      case "v":
        this.collecting = "value";
        this.hasValue = true;
        break;
      case "f":
        if (!this.inCell) break;
        this.collecting = "formula";
        this.hasFormula = attributes["t"] !== "dataTable";
        this.sharedIndex = attributes["t"] === "shared" ? (attributes["si"] ?? null) : null;
        if (attributes["t"] === "array") this.addSpill(attributes["ref"] ?? "");
        break;
      case "t":
        if (this.inCell) this.collecting = "inline";
        break;
      case "rPh":
        this.phonetic++;
        break;
      case "row":
        this.openRow(attributes);
        break;
      case "col":
        this.openColumns(attributes);
        break;
      case "mergeCell": {
        const area = parseArea(attributes["ref"] ?? "");
        if (area) this.merges.push(area);
        break;
      }
      case "filterColumn":
        this.inFilterColumn = !tag.isSelfClosing;
        break;
      case "sheetPr":
        if (isTrue(attributes["filterMode"])) this.filtered = true;
        break;
      case "sheetProtection":
        this.protected = isTrue(attributes["sheet"]);
        break;
    }
  }

  private addSpill(reference: string): void {
    const area = parseArea(reference);
    if (area && area.rowCount * area.columnCount > 1) this.spills.push(area);
  }

  private openRow(attributes: Record<string, string>): void {
    const stated = attributes["r"];
    this.row = stated === undefined ? this.row + 1 : Number(stated) - 1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAXIMUM_ROWS)
      throw new PartError(this.part);
    this.column = -1;
    if (isTrue(attributes["hidden"]) || attributes["ht"] === "0") this.hiddenRows.add(this.row);
  }

  private openColumns(attributes: Record<string, string>): void {
    // Column ranges do not overlap, so there are no more of them than columns.
    if (++this.columnRanges > MAXIMUM_COLUMNS) throw new PartError(this.part);
    if (!isTrue(attributes["hidden"]) && attributes["width"] !== "0") return;
    const first = Math.max(1, Number(attributes["min"] ?? 1));
    const last = Math.min(MAXIMUM_COLUMNS, Number(attributes["max"] ?? first));
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private openCell(attributes: Record<string, string>): void {
    const reference = attributes["r"];
    if (reference === undefined) this.column++;
    else this.moveTo(reference);
    if (this.column >= MAXIMUM_COLUMNS || this.row < 0) throw new PartError(this.part);
    this.inCell = true;
    this.cellType = attributes["t"] ?? "n";
    const style = attributes["s"];
    this.cellFormat = style === undefined ? null : (this.context.numberFormats[Number(style)] ?? null);
    this.valueText = "";
    this.inlineText = "";
    this.formulaText = "";
    this.hasValue = false;
    this.hasFormula = false;
    this.sharedIndex = null;
  }

  private moveTo(reference: string): void {
    const match = /^([A-Z]{1,3})([0-9]{1,7})$/i.exec(reference);
    if (!match) throw new PartError(this.part);
    const [, letters = "", digits = ""] = match;
    this.column = columnIndex(letters.toUpperCase());
    const row = Number(digits) - 1;
    if (row < 0 || row >= MAXIMUM_ROWS) throw new PartError(this.part);
    // Where a cell contradicts its row, the cell's own reference counts.
    this.row = row;
  }

  private collect(text: string): void {
    if (this.collecting === "value") this.valueText += text;
    else if (this.collecting === "formula") this.formulaText += text;
    else if (this.collecting === "inline" && this.phonetic === 0) this.inlineText += text;
  }

  private closeTag(name: string): void {
    switch (name) {
      case "c":
        this.closeCell();
        break;
      case "v":
      case "f":
      case "t":
        this.collecting = null;
        break;
      case "rPh":
        this.phonetic--;
        break;
      case "filterColumn":
        this.inFilterColumn = false;
        break;
    }
  }

  private closeCell(): void {
    this.inCell = false;
    const value = this.cellValue();
    const formula = this.hasFormula ? this.cellFormula() : null;
    if (this.cellFormat !== null) this.formats.set(cellKey(this.row, this.column), this.cellFormat);
    if (value === null && formula === null) return;
    if (formula !== null) this.formulas.set(cellKey(this.row, this.column), formula);
    this.grid.add(this.row, this.column, value);
  }

  private cellValue(): CellValue {
    const text = this.valueText;
    switch (this.cellType) {
      case "s": {
        if (text.trim() === "") return null;
        const shared = this.context.sharedStrings[Number(text)];
        if (shared === undefined)
          throw new PartError(`${this.part} ${cellAddress({ row: this.row, column: this.column })}`);
        return shared;
      }
      case "inlineStr":
        return decodeCellText(this.inlineText);
      case "str":
        return this.hasValue ? decodeCellText(text) : null;
      case "b":
        return this.hasValue ? isTrue(text.trim().toLowerCase()) : null;
      case "e":
        return { error: text.trim() === "" ? "#VALUE!" : text.trim() };
      case "d":
        return this.hasValue ? (serialOfIsoDate(text, this.context.dateSystem) ?? text) : null;
      default: {
        if (text.trim() === "") return null;
        const number = Number(text);
        // What is no number stays visible as text, so that a check can point at it.
        return Number.isFinite(number) ? number : text;
      }
    }
  }

  private cellFormula(): string | null {
    const { row, column, sharedIndex } = this;
    const own = shownFormula(decodeCellText(this.formulaText));
    if (sharedIndex === null) return own === "" ? null : `=${own}`;
    if (own !== "") {
      this.sharedFormulas.set(sharedIndex, new SharedFormula(own, { row, column }));
      return `=${own}`;
    }
    const shared = this.sharedFormulas.get(sharedIndex);
    if (!shared) return null;
    const { budget, sheet } = this.context;
    budget.sharedFormulaCharacters -= shared.formula.length;
    if (budget.sharedFormulaCharacters < 0) {
      throw new SpanError(sheetReference(sheet, cellAddress({ row, column })));
    }
    return `=${shared.at({ row, column })}`;
  }
}
