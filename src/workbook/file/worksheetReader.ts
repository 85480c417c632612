import type { SaxesTagPlain } from "saxes";
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
  type CellPosition,
} from "../../core/workbook/address";
import type { CellValue } from "../../core/workbook/snapshot";
import { decodeCellText } from "./cellText";
import { CellGrid, MAXIMUM_FILLED_ROWS, SpanError } from "./cellGrid";
import { serialOfIsoDate } from "./dateSerial";
import { shownFormula } from "./formulaText";
import { PartError, type OfficePackage } from "./package";
import { SharedFormula } from "./sharedFormula";
import type { ReadWorksheet, WorksheetContext } from "./worksheetContent";
import { XmlParser, type XmlEvents } from "./xmlParser";
import { isTrue } from "./xmlTree";

/**
 * Reads one worksheet in a single pass over its XML, whatever its declared dimension says. Shared formulas are
 * given for each cell. Cells that only have a style do not count into the area. Throws `PartError` when the part
 * is not well-formed or a cell lies outside the limits of a sheet, `SpanError` when the area is too large.
 */
export function readWorksheet(file: OfficePackage, part: string, context: WorksheetContext): ReadWorksheet {
  const reader = new WorksheetReader(part, context);
  const parser = new XmlParser(reader, () => {
    throw new PartError(part);
  });
  file.pieces(part, (piece) => {
    parser.write(piece);
  });
  parser.close();
  return reader.content();
}

class WorksheetReader implements XmlEvents, CellPosition {
  private readonly grid = new CellGrid();
  private readonly formulas = new Map<CellKey, string>();
  private readonly formats = new Map<CellKey, string>();
  private readonly merges: Area[] = [];
  private readonly spills: Area[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private readonly sharedFormulas = new Map<string, SharedFormula>();
  private columnsLeft = 16 * MAXIMUM_COLUMNS;
  private filtered = false;
  private highestStyle = 0;
  private protected = false;

  row = -1;
  column = -1;
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
  ) {}

  /** What was read, once it was read to the end. */
  content(): ReadWorksheet {
    const area = this.grid.area(this.context.budget, this.context.sheet);
    // A format of an empty cell outside the area says nothing, and there may be a million of them.
    for (const key of this.formats.keys()) {
      if (!contains(area, cellOfKey(key))) this.formats.delete(key);
    }
    const content = {
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
    return { content, highestStyle: this.highestStyle };
  }

  open(name: string, tag: SaxesTagPlain): void {
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
        if (attributes["t"] === "array") this.keepArea(this.spills, attributes["ref"], 2);
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
      case "mergeCell":
        this.keepArea(this.merges, attributes["ref"], 1);
        break;
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

  /** Keeps an area of at least so many cells. */
  private keepArea(areas: Area[], reference: string | undefined, leastCells: number): void {
    const area = parseArea(reference ?? "");
    if (!area || area.rowCount * area.columnCount < leastCells) return;
    this.record(area);
    areas.push(area);
  }

  /** Takes something that is kept by itself off the budget. Throws `SpanError` with its cell when that is used up. */
  private record(cell: CellPosition): void {
    if (--this.context.budget.records < 0) throw this.tooLarge(cell);
  }

  private tooLarge(cell: CellPosition): SpanError {
    return new SpanError(sheetReference(this.context.sheet, cellAddress(cell)));
  }

  private openRow(attributes: Record<string, string>): void {
    const stated = attributes["r"];
    this.row = stated === undefined ? this.row + 1 : Number(stated) - 1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAXIMUM_ROWS)
      throw new PartError(this.part);
    this.column = -1;
    this.styleNumber(attributes["s"]);
    if (isTrue(attributes["hidden"]) || attributes["ht"] === "0") this.hiddenRows.add(this.row);
  }

  private openColumns(attributes: Record<string, string>): void {
    const first = Math.max(1, Number(attributes["min"] ?? 1));
    const last = Math.min(MAXIMUM_COLUMNS, Number(attributes["max"] ?? first));
    // Column ranges should not overlap; together they have not much more columns than a sheet.
    this.columnsLeft -= Math.max(1, last - first + 1);
    if (!(this.columnsLeft >= 0)) throw new PartError(this.part);
    this.styleNumber(attributes["style"]);
    if (!isTrue(attributes["hidden"]) && attributes["width"] !== "0") return;
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  private openCell(attributes: Record<string, string>): void {
    const reference = attributes["r"];
    if (reference === undefined) this.column++;
    else this.moveTo(reference);
    if (this.column >= MAXIMUM_COLUMNS || this.row < 0) throw new PartError(this.part);
    this.inCell = true;
    this.cellType = attributes["t"] ?? "n";
    const style = this.styleNumber(attributes["s"]);
    this.cellFormat = style === null ? null : (this.context.numberFormats[style] ?? null);
    this.valueText = "";
    this.inlineText = "";
    this.formulaText = "";
    this.hasValue = false;
    this.hasFormula = false;
    this.sharedIndex = null;
  }

  private styleNumber(style: string | undefined): number | null {
    if (style === undefined) return null;
    const number = Number(style);
    if (number > this.highestStyle) this.highestStyle = number;
    return number;
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

  text(text: string): void {
    if (this.collecting === "value") this.valueText += text;
    else if (this.collecting === "formula") this.formulaText += text;
    else if (this.collecting === "inline" && this.phonetic === 0) this.inlineText += text;
  }

  close(name: string): void {
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
    if (this.cellFormat !== null) {
      this.record(this);
      this.formats.set(cellKey(this.row, this.column), this.cellFormat);
    }
    if (value === null && formula === null) return;
    if (formula !== null) {
      this.record(this);
      this.formulas.set(cellKey(this.row, this.column), formula);
    }
    this.grid.add(this.row, this.column, value);
    const isTooMuch = --this.context.budget.filledCells < 0 || this.grid.filledRows > MAXIMUM_FILLED_ROWS;
    if (isTooMuch) throw this.tooLarge(this);
  }

  private cellValue(): CellValue {
    const text = this.valueText;
    switch (this.cellType) {
      case "s": {
        if (text.trim() === "") return null;
        const shared = this.context.sharedStrings[Number(text)];
        if (shared === undefined) throw new PartError(`${this.part} ${cellAddress(this)}`);
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
    const { budget } = this.context;
    budget.sharedFormulaCharacters -= shared.formula.length;
    if (budget.sharedFormulaCharacters < 0) throw this.tooLarge(this);
    return `=${shared.at({ row, column })}`;
  }
}
