import { areaAddress, cellAddress, type CellPosition } from "../../core/workbook/address";
import { isPlannedFormula, type PlannedFormula, type PlannedValue } from "../../core/workbook/plan";
import type { CellValue } from "../../core/workbook/snapshot";
import { encodeCellText } from "./cellText";
import { storedFormula } from "./formulaText";
import { findPlaces, type FoundPlaces, type FoundRow } from "./cellPlaces";
import { storedResult } from "./storedResult";
import { applyChanges, escapeXml, openedTag, type TextChange } from "./xmlTree";

/** A new content for one cell. */
export interface CellChange extends CellPosition {
  readonly value: PlannedValue;
  /** Style number to set; null keeps the cell's own. */
  readonly style: number | null;
  /** The cell metadata of formulas that spill; without it a formula is a plain one. */
  readonly dynamicArray?: number;
}

/**
 * The style number of each of some cells in a worksheet's text. A cell that is not written looks as its row or its
 * column says; where neither says anything, it is 0.
 */
export function styleNumbersOf(
  worksheet: string,
  cells: readonly CellPosition[],
  part: string,
): readonly number[] {
  const places = findPlaces(worksheet, cells, part);
  let columnStyles: ((column: number) => string | null) | null = null;
  return cells.map((cell) => {
    const found = places.cells.get(cellAddress(cell));
    if (found) return Number(found.style ?? 0);
    const row = places.rows.get(cell.row);
    const rowTag = row ? worksheet.slice(row.start, row.innerStart) : "";
    const rowStyle = /\scustomFormat="(?:1|true)"/.test(rowTag) ? attributeOf(rowTag, "s") : null;
    columnStyles ??= readColumnStyles(worksheet.slice(0, places.sheetData.start));
    return Number(rowStyle ?? columnStyles(cell.column) ?? 0);
  });
}

/** Reads which style each column gives to the cells that are not written, from the text before the cell table. */
function readColumnStyles(head: string): (column: number) => string | null {
  const columns = [...head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)].map(([tag]) => ({
    first: Number(attributeOf(tag, "min")) - 1,
    last: Number(attributeOf(tag, "max")) - 1,
    style: attributeOf(tag, "style"),
  }));
  return (column) => columns.find(({ first, last }) => column >= first && column <= last)?.style ?? null;
}

function attributeOf(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
}

/** A new style for one cell. */
export interface StyleChange extends CellPosition {
  readonly style: number;
}

/** Gives some cells in the text of a worksheet another style; what they hold stays, character for character. */
export function restyleCells(worksheet: string, changes: readonly StyleChange[], part: string): string {
  const places = findPlaces(worksheet, changes, part);
  const edits: TextChange[] = [];
  const unwritten: CellChange[] = [];
  for (const { row, column, style } of changes) {
    const found = places.cells.get(cellAddress({ row, column }));
    if (!found) {
      unwritten.push({ row, column, value: null, style });
      continue;
    }
    const [tag = ""] = /^<[^>]*>/.exec(worksheet.slice(found.start, found.end)) ?? [];
    const text =
      found.style === null
        ? tag.replace(/^<[^\s/>]+/, (name) => `${name} s="${String(style)}"`)
        : tag.replace(/\ss=(?:"[^"]*"|'[^']*')/, ` s="${String(style)}"`);
    edits.push({ start: found.start, end: found.start + tag.length, text });
  }
  const restyled = applyChanges(worksheet, edits);
  return unwritten.length === 0 ? restyled : changeCells(restyled, unwritten, part);
}

/** A new result for a cell's formula. */
export interface ResultChange extends CellPosition {
  readonly result: CellValue;
}

/**
 * Stores other results with the formulas of some cells in the text of a worksheet; the formulas stay, character for
 * character, so that cells that share one with them lose nothing. A cell without a formula stays as it is.
 */
export function changeResults(worksheet: string, changes: readonly ResultChange[], part: string): string {
  const places = findPlaces(worksheet, changes, part);
  const edits: TextChange[] = [];
  for (const change of changes) {
    const found = places.cells.get(cellAddress(change));
    const cell = found ? worksheet.slice(found.start, found.end) : "";
    const [formula] = /<(?:\w+:)?f\b(?:[^>]*\/>|[^]*?<\/(?:\w+:)?f\s*>)/.exec(cell) ?? [];
    const [tag] = /^<[^>]*>/.exec(cell) ?? [];
    if (!found || formula === undefined || tag === undefined) continue;
    const { type, element } = storedResult(change.result, places.prefix);
    const typed = tag.replace(/\st=(?:"[^"]*"|'[^']*')/, "").replace(/>$/, ` t="${type}">`);
    const text = `${typed}${formula}${element}</${places.prefix}c>`;
    edits.push({ start: found.start, end: found.end, text });
  }
  return applyChanges(worksheet, edits);
}

/**
 * Changes some cells in the text of a worksheet; every other character stays. Texts are written as inline
 * strings, so that the table of shared strings stays as it was. Throws `PartError` when it has no cell table.
 */
export function changeCells(worksheet: string, changes: readonly CellChange[], part: string): string {
  const places = findPlaces(worksheet, changes, part);
  const edits: TextChange[] = [];
  const inNewRows = new Map<number, CellChange[]>();
  const widened = new Set<FoundRow>();
  for (const change of [...changes].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const found = places.cells.get(cellAddress(change));
    const row = places.rows.get(change.row);
    if (found) {
      const text = cellXml(change, found.style, places.prefix);
      edits.push({ start: found.start, end: found.end, text });
    } else if (row && !row.selfClosing) {
      const next = row.cells.find((cell) => cell.column > change.column)?.start ?? row.innerEnd;
      widened.add(row);
      edits.push({ start: next, end: next, text: cellXml(change, null, places.prefix) });
    } else {
      inNewRows.set(change.row, [...(inNewRows.get(change.row) ?? []), change]);
    }
  }
  for (const row of widened) edits.push(...withoutSpan(worksheet, row));
  for (const [row, cells] of inNewRows) edits.push(newCells(worksheet, row, cells, places));
  return applyChanges(worksheet, mergeInsertions(edits, places, worksheet));
}

/** A row states which columns it spans, for speed only; with a new cell in it that may be wrong. */
function withoutSpan(worksheet: string, row: FoundRow): TextChange[] {
  const startTag = worksheet.slice(row.start, row.innerStart);
  const span = /\sspans="[^"]*"/.exec(startTag);
  if (!span) return [];
  const start = row.start + span.index;
  return [{ start, end: start + span[0].length, text: "" }];
}

/** The change that opens a row for cells: an empty row that is there, or a new one at its place. */
function newCells(
  worksheet: string,
  row: number,
  cells: readonly CellChange[],
  places: FoundPlaces,
): TextChange {
  const { prefix } = places;
  const content = cells.map((cell) => cellXml(cell, null, prefix)).join("");
  const standing = places.rows.get(row);
  if (standing) {
    const startTag = openedTag(worksheet.slice(standing.start, standing.end));
    return { start: standing.start, end: standing.end, text: `${startTag}${content}</${prefix}row>` };
  }
  const text = `<${prefix}row r="${String(row + 1)}">${content}</${prefix}row>`;
  const place = places.rowStarts.find((other) => other.row > row)?.start ?? places.sheetData.innerEnd;
  return { start: place, end: place, text };
}

/** A cell table that closes itself is opened once for all new rows. */
function mergeInsertions(
  edits: readonly TextChange[],
  places: FoundPlaces,
  worksheet: string,
): readonly TextChange[] {
  const { sheetData, prefix } = places;
  if (!sheetData.selfClosing || edits.length === 0) return edits;
  const startTag = worksheet.slice(sheetData.start, sheetData.end).replace(/\s*\/>$/, ">");
  const content = edits.map((edit) => edit.text).join("");
  return [{ start: sheetData.start, end: sheetData.end, text: `${startTag}${content}</${prefix}sheetData>` }];
}

function cellXml(change: CellChange, style: string | null, prefix: string): string {
  const number = change.style === null ? style : String(change.style);
  const start = `<${prefix}c r="${cellAddress(change)}"${number === null ? "" : ` s="${number}"`}`;
  const { value } = change;
  if (isPlannedFormula(value)) return formulaXml(value, start, prefix, dynamicTags(change, value));
  switch (typeof value) {
    case "number":
      return `${start}><${prefix}v>${String(value)}</${prefix}v></${prefix}c>`;
    case "boolean":
      return `${start} t="b"><${prefix}v>${value ? "1" : "0"}</${prefix}v></${prefix}c>`;
    case "string": {
      const text = escapeXml(encodeCellText(value));
      return `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is></${prefix}c>`;
    }
    default:
      return `${start}/>`;
  }
}

/** Attributes of the cell and of the formula where it fills other cells too. */
function dynamicTags(
  { row, column, dynamicArray }: CellChange,
  { spill }: PlannedFormula,
): { readonly cell: string; readonly formula: string } {
  if (dynamicArray === undefined) return { cell: "", formula: "" };
  const reference = areaAddress({ row, column, ...(spill ?? { rowCount: 1, columnCount: 1 }) });
  return { cell: ` cm="${String(dynamicArray)}"`, formula: ` t="array" ref="${reference}"` };
}

/** A formula and its result. */
function formulaXml(
  { formula, value }: PlannedFormula,
  start: string,
  prefix: string,
  dynamic: { readonly cell: string; readonly formula: string },
): string {
  const stored = escapeXml(storedFormula(formula.replace(/^=/, "")));
  const { type, element } = storedResult(value, prefix);
  const cell = `${start} t="${type}"${dynamic.cell}`;
  const source = stored === "" ? "" : `<${prefix}f${dynamic.formula}>${stored}</${prefix}f>`;
  return `${cell}>${source}${element}</${prefix}c>`;
}
