import { plainText } from "../../numbers/readNumber";
import type { CellPosition } from "../../workbook/address";
import { valueAt } from "../../workbook/snapshot";
import type { SchemeCells } from "./schemeCells";
import { SECTION_NAMES, SECTIONS, SUM_LABEL, type SectionName } from "./sections";

/** A part of the sheet as it stands: where its headings are, and its rows. */
export interface FoundSection {
  readonly name: SectionName;
  /** Zero-based column of each heading that stands there. */
  readonly columns: ReadonlyMap<string, number>;
  /** The row of the headings; the title's where the headings are gone. */
  readonly headingRow: number;
  readonly hasHeadings: boolean;
  /** Zero-based rows that hold something in a column with a heading, the row of sums and remarks left out. */
  readonly rows: readonly number[];
  /** The row that sums up, or null. */
  readonly sumRow: number | null;
}

interface Start {
  readonly name: SectionName;
  readonly titleRow: number;
  readonly headingRow: number | null;
  readonly columns: ReadonlyMap<string, number>;
}

/** How far below a section's title its headings may stand: a note comes between. */
const ROWS_TO_HEADINGS = 4;

/** Finds the parts of the sheet by their titles and headings, in whatever rows and columns they stand now. */
export function findSections(sheet: SchemeCells): ReadonlyMap<SectionName, FoundSection> {
  const starts = findStarts(sheet);
  const found = new Map<SectionName, FoundSection>();
  starts.forEach((start, index) => {
    if (found.has(start.name)) return;
    const end = starts[index + 1]?.titleRow ?? endRow(sheet);
    found.set(start.name, sectionFrom(sheet, start, end));
  });
  return found;
}

/** Whether a sheet without our mark is a 考评方案 all the same, copied or renamed: its settings and items stand there. */
export function looksLikeSchemeSheet(sheet: SchemeCells): boolean {
  if (sheet.visibility !== "visible" || !hasSettingsNearTop(sheet)) return false;
  const sections = findSections(sheet);
  return sections.get("settings")?.hasHeadings === true && sections.get("items")?.hasHeadings === true;
}

/** The settings come first, so that a sheet of thousands of rows is told by a few. */
const ROWS_TO_SETTINGS = 30;

function hasSettingsNearTop(sheet: SchemeCells): boolean {
  const end = Math.min(endRow(sheet), sheet.area.row + ROWS_TO_SETTINGS);
  for (let row = sheet.area.row; row < end; row += 1) {
    const columns = headingsIn(sheet, row, "settings");
    if (SECTIONS.settings.required.every((heading) => columns.has(heading))) return true;
  }
  return false;
}

/** The text of a cell without spaces; empty for anything but text and numbers. */
function textAt(sheet: SchemeCells, cell: CellPosition): string {
  const value = valueAt(sheet, cell);
  return typeof value === "string" ? plainText(value) : "";
}

function endRow({ area }: SchemeCells): number {
  return area.row + area.rowCount;
}

function findStarts(sheet: SchemeCells): Start[] {
  const starts: Start[] = [];
  let openRow = sheet.area.row;
  for (let row = sheet.area.row; row < endRow(sheet); row += 1) {
    if (row < openRow) continue;
    const titled = titleIn(sheet, row);
    const start = titled === null ? startByHeadings(sheet, row) : startByTitle(sheet, row, titled);
    if (start === null) continue;
    starts.push(start);
    openRow = (start.headingRow ?? start.titleRow) + 1;
  }
  return starts;
}

/** `一、基本设置` in the row's first filled cell: the number tells it from a row that holds the same word. */
function titleIn(sheet: SchemeCells, row: number): SectionName | null {
  const [first] = filledCells(sheet, row);
  if (first === undefined) return null;
  const bare = /^[一二三四五六七八九十]+、(.+)$/.exec(first.text)?.[1];
  return SECTION_NAMES.find((name) => plainText(SECTIONS[name].title) === bare) ?? null;
}

function startByTitle(sheet: SchemeCells, titleRow: number, name: SectionName): Start {
  for (let row = titleRow + 1; row <= titleRow + ROWS_TO_HEADINGS && row < endRow(sheet); row += 1) {
    if (titleIn(sheet, row) !== null && titleIn(sheet, row) !== name) break;
    const columns = headingsIn(sheet, row, name);
    if (columns.size >= Math.min(2, SECTIONS[name].required.length))
      return { name, titleRow, headingRow: row, columns };
  }
  return { name, titleRow, headingRow: null, columns: new Map() };
}

/** A section whose title is gone: a row with all headings that it needs and with no others. */
function startByHeadings(sheet: SchemeCells, row: number): Start | null {
  const filled = filledCells(sheet, row);
  if (filled.length < 2) return null;
  for (const name of SECTION_NAMES) {
    const columns = headingsIn(sheet, row, name);
    const complete = SECTIONS[name].required.every((heading) => columns.has(heading));
    const known = new Set(SECTIONS[name].headings.map((heading) => plainText(heading ?? "")));
    if (complete && filled.every(({ text }) => known.has(text))) {
      return { name, titleRow: row, headingRow: row, columns };
    }
  }
  return null;
}

function headingsIn(sheet: SchemeCells, row: number, name: SectionName): ReadonlyMap<string, number> {
  const { headings } = SECTIONS[name];
  const columns = new Map<string, number>();
  for (const { text, column } of filledCells(sheet, row)) {
    const heading = headings.find((one) => one !== null && plainText(one) === text);
    if (heading && !columns.has(heading)) columns.set(heading, column);
  }
  return columns;
}

function filledCells(sheet: SchemeCells, row: number): { readonly text: string; readonly column: number }[] {
  const cells: { readonly text: string; readonly column: number }[] = [];
  const { column: first, columnCount } = sheet.area;
  for (let column = first; column < first + columnCount; column += 1) {
    const text = textAt(sheet, { row, column });
    if (text !== "") cells.push({ text, column });
  }
  return cells;
}

const REMARK = /^(?:注|说明|备注)[:：]/;

function sectionFrom(sheet: SchemeCells, start: Start, end: number): FoundSection {
  const { name, titleRow, headingRow, columns } = start;
  const { required, optional } = SECTIONS[name];
  const read = [...required, ...optional].flatMap((heading) => columns.get(heading) ?? []);
  const rows: number[] = [];
  let sumRow: number | null = null;
  for (let row = (headingRow ?? titleRow) + 1; row < end && headingRow !== null; row += 1) {
    const filled = filledCells(sheet, row);
    const first = filled[0]?.text ?? "";
    const isRemark = filled.length === 1 && REMARK.test(first);
    if (name === "items" && first === SUM_LABEL) sumRow = row;
    else if (!isRemark && read.some((column) => isFilled(sheet, { row, column }))) rows.push(row);
  }
  return {
    name,
    columns,
    headingRow: headingRow ?? titleRow,
    hasHeadings: headingRow !== null,
    rows,
    sumRow,
  };
}

function isFilled(sheet: SchemeCells, cell: CellPosition): boolean {
  const value = valueAt(sheet, cell);
  return value !== null && !(typeof value === "string" && value.trim() === "");
}
