import { decimalToNumber } from "../numbers/decimal";
import { exactSum, formatWide } from "../numbers/exactSum";
import { ADJUSTMENT_KINDS, COUNTING, DUE, wordOf, wordsOf } from "../scheme/sheet/choices";
import { formatNames } from "../scheme/sheet/nameList";
import {
  COLUMN_COUNT,
  HEADING,
  SCHEME_SHEET_TITLE,
  SECTION_NAMES,
  SECTIONS,
  SUM_LABEL,
  type SectionName,
} from "../scheme/sheet/sections";
import { SETTINGS } from "../scheme/sheet/settings";
import type { Component, Scheme } from "../scheme/scheme";
import { cellAddress, type Area } from "../workbook/address";
import type { CellStyle, PlannedDropDown, PlannedValue } from "../workbook/plan";
import { SheetBuilder } from "./sheetBuilder";
import * as style from "./schemeSheetStyle";
import { TABLE_HEADER } from "./tableHeaderStyle";
import { lineCount } from "./textWidth";

/** A row's values by heading. */
type RowValues = Readonly<Record<string, PlannedValue>>;

const NUMERALS = "一二三四五六七";
/** Headings whose cells hold numbers, and those whose cells have a drop-down. */
const NUMBER_HEADINGS: ReadonlySet<string> = new Set([
  HEADING.maximum,
  HEADING.weight,
  HEADING.points,
  HEADING.cap,
  HEADING.from,
]);
const CHOICE_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  [HEADING.due, wordsOf(DUE)],
  [HEADING.kind, wordsOf(ADJUSTMENT_KINDS)],
  [HEADING.per, wordsOf(COUNTING)],
]);
const FIRST_CONTENT_COLUMN = 1;
const CONTENT_COLUMNS = 4;
const PURPOSE_COLUMN = 5;
const MAXIMUM_COLUMN = SECTIONS.items.headings.indexOf(HEADING.maximum);
const WEIGHT_COLUMN = SECTIONS.items.headings.indexOf(HEADING.weight);
const SHARE_COLUMN = SECTIONS.items.headings.indexOf(HEADING.share);
const REMARK_COLUMN = SECTIONS.items.headings.indexOf(HEADING.aliases);

/** Writes a scheme's tables into a builder, part by part. */
export class SchemeSheetWriter {
  readonly builder = new SheetBuilder(COLUMN_COUNT);
  readonly dropDowns: PlannedDropDown[] = [];
  /** The row of the roster's title: a long one begins on a page of its own. */
  rosterRow: number | null = null;
  private fullMarkCell = "";
  private baseCell = "";
  private groupArea: Area | null = null;

  constructor(private readonly scheme: Scheme) {}

  write(): this {
    this.addBanner(SCHEME_SHEET_TITLE, style.TITLE, 32);
    const writers: Readonly<Record<SectionName, () => void>> = {
      settings: () => {
        this.writeSettings();
      },
      items: () => {
        this.writeItems();
      },
      adjustments: () => {
        this.writeAdjustments();
      },
      grades: () => {
        const rows = this.scheme.grades.map(({ name, from }) => ({
          [HEADING.grade]: name,
          [HEADING.from]: decimalToNumber(from),
        }));
        this.writeRows("grades", rows);
      },
      names: () => {
        this.writeNames();
      },
      groups: () => {
        const rows = (this.scheme.groups ?? []).map(({ id, name }) => ({
          [HEADING.group]: name,
          [HEADING.id]: id,
        }));
        this.groupArea = { ...this.writeRows("groups", rows), columnCount: 1 };
      },
      units: () => {
        this.writeUnits();
      },
    };
    SECTION_NAMES.forEach((name, index) => {
      this.writeHeadings(name, index);
      writers[name]();
    });
    return this;
  }

  private addBanner(text: string, banner: CellStyle, height: number): void {
    const row = this.builder.addRow([text], banner, height);
    this.builder.merge(row, 0, style.PRINTED_COLUMNS);
  }

  private writeHeadings(name: SectionName, index: number): void {
    const { title, note, headings } = SECTIONS[name];
    if (name === "units" && this.scheme.groups !== null) this.rosterRow = this.builder.nextRow;
    this.addBanner(`${NUMERALS[index] ?? ""}、${title}`, style.SECTION_TITLE, 28);
    this.addBanner(note, style.NOTE, 16);
    const row = this.builder.addRow(headings, TABLE_HEADER, 20);
    if (name === "settings") this.mergeSetting(row);
  }

  private mergeSetting(row: number): void {
    this.builder.merge(row, FIRST_CONTENT_COLUMN, CONTENT_COLUMNS);
    this.builder.merge(row, PURPOSE_COLUMN, style.PRINTED_COLUMNS - PURPOSE_COLUMN);
  }

  private writeSettings(): void {
    const { builder, scheme } = this;
    for (const { name, purpose, choices, path, write } of SETTINGS) {
      const value = write(scheme);
      const width = style.COLUMN_WIDTHS.slice(
        FIRST_CONTENT_COLUMN,
        FIRST_CONTENT_COLUMN + CONTENT_COLUMNS,
      ).reduce((sum, one) => sum + one, 0);
      const lines = typeof value === "string" ? lineCount(value, width) : 1;
      const values = [name, value, null, null, null, purpose];
      const row = builder.addRow(values, style.TEXT, lines * style.LINE_HEIGHT + 4);
      builder.style(row, PURPOSE_COLUMN, 1, style.PURPOSE);
      if (typeof value === "number") {
        builder.style(row, FIRST_CONTENT_COLUMN, 1, { numberFormat: "General", horizontal: "left" });
      }
      builder.style(row, style.PRINTED_COLUMNS, 1, { borders: "none" });
      this.mergeSetting(row);
      const cell = { row, column: FIRST_CONTENT_COLUMN };
      if (path === "fullMark") this.fullMarkCell = cellAddress(cell);
      if (path === "base") this.baseCell = cellAddress(cell);
      if (choices) this.dropDowns.push({ area: { ...cell, rowCount: 1, columnCount: 1 }, choices });
    }
  }

  private writeItems(): void {
    const { components, dynamic } = this.scheme;
    const first = this.builder.nextRow;
    const rows = components.map((component, index) => {
      const isAnnual = dynamic?.without.includes(component.id) === true;
      return {
        [HEADING.item]: component.name,
        [HEADING.maximum]: decimalToNumber(component.maximum),
        [HEADING.weight]: decimalToNumber(component.weight),
        [HEADING.due]: wordOf(DUE, isAnnual ? "annual" : "always"),
        [HEADING.share]: { formula: shareFormula(first + index), value: shareOf(component) },
        [HEADING.aliases]: formatNames(component.aliases),
        [HEADING.id]: component.id,
      };
    });
    const area = this.writeRows("items", rows, (row) => ({
      [HEADING.share]: { formula: shareFormula(row), value: "" },
    }));
    const { builder } = this;
    builder.style(area.row, SHARE_COLUMN, 1, style.DERIVED, area.rowCount);
    components.forEach(({ weight }, index) => {
      builder.style(area.row + index, WEIGHT_COLUMN, 1, { numberFormat: style.percentFormat(weight.places) });
    });
    this.writeSum(area);
  }

  /** The check beneath the items: what they come to, and whether that and the base are the full mark. */
  private writeSum(items: Area): void {
    const { builder, scheme } = this;
    const sum = exactSum(scheme.components.map(({ maximum, weight }) => ({ factor: maximum, by: weight })));
    const last = { row: items.row + items.rowCount - 1, column: SHARE_COLUMN };
    const range = `${cellAddress({ row: items.row, column: SHARE_COLUMN })}:${cellAddress(last)}`;
    const cell = cellAddress({ row: last.row + 1, column: SHARE_COLUMN });
    const values: PlannedValue[] = [SUM_LABEL];
    values[SHARE_COLUMN] = { formula: `=SUM(${range})`, value: Number(formatWide(sum)) };
    values[REMARK_COLUMN] = {
      formula: `=IF(ROUND(${cell}+${this.baseCell}-${this.fullMarkCell},7)=0,"与总成绩满分一致","应等于总成绩满分减基础分 "&(${this.fullMarkCell}-${this.baseCell}))`,
      value: "与总成绩满分一致",
    };
    const row = builder.addRow(values, style.TEXT, 20);
    builder.style(row, 0, COLUMN_COUNT, { ...style.DERIVED, ...style.SUM });
    builder.style(row, REMARK_COLUMN, 1, { horizontal: "left", bold: false });
  }

  private writeAdjustments(): void {
    const rows = this.scheme.adjustments.map(({ id, name, aliases, kind, points, per, cap }) => ({
      [HEADING.adjustment]: name,
      [HEADING.kind]: wordOf(ADJUSTMENT_KINDS, kind),
      [HEADING.points]: decimalToNumber(points),
      [HEADING.per]: wordOf(COUNTING, per),
      [HEADING.cap]: cap === null ? null : decimalToNumber(cap),
      [HEADING.aliases]: formatNames(aliases),
      [HEADING.id]: id,
    }));
    this.writeRows("adjustments", rows);
  }

  private writeNames(): void {
    const units = new Map(
      (this.scheme.groups ?? []).flatMap((group) => group.units).map((unit) => [unit.id, unit.name]),
    );
    const rows = this.scheme.refusedNames.map(({ text, why, units: ids }) => ({
      [HEADING.name]: text,
      [HEADING.reason]: why,
      [HEADING.candidates]:
        ids === undefined
          ? null
          : ids.length === 0
            ? "无"
            : formatNames(ids.map((id) => units.get(id) ?? id)),
    }));
    this.writeRows("names", rows);
  }

  private writeUnits(): void {
    const rows = (this.scheme.groups ?? []).flatMap(({ name: group, units }) =>
      units.map(({ id, name, aliases, likelyAliases }) => ({
        [HEADING.unit]: name,
        [HEADING.group]: group,
        [HEADING.aliases]: formatNames(aliases),
        [HEADING.likely]: formatNames(likelyAliases),
        [HEADING.id]: id,
      })),
    );
    const area = this.writeRows("units", rows);
    const column = SECTIONS.units.headings.indexOf(HEADING.group);
    if (this.groupArea) {
      this.dropDowns.push({ area: { ...area, column, columnCount: 1 }, choices: this.groupArea });
    }
  }

  /** Writes rows and spare ones with their looks and drop-downs; gives their area. */
  private writeRows(
    name: SectionName,
    rows: readonly RowValues[],
    spareRow: (row: number) => RowValues = () => ({}),
  ): Area {
    const { builder } = this;
    const { headings } = SECTIONS[name];
    const first = builder.nextRow;
    const rowCount = rows.length + style.SPARE_ROWS;
    for (let index = 0; index < rowCount; index += 1) {
      const values = rows[index] ?? spareRow(first + index);
      const cells = headings.map((heading) => (heading === null ? null : blankOr(values[heading] ?? null)));
      const lines = Math.max(
        ...cells.map((cell, column) =>
          typeof cell === "string" ? lineCount(cell, (style.COLUMN_WIDTHS[column] ?? 0) - 1) : 1,
        ),
      );
      builder.addRow(cells, undefined, lines * style.LINE_HEIGHT + 4);
    }
    const area = { row: first, column: 0, rowCount, columnCount: COLUMN_COUNT };
    builder.styles.push({ area, style: style.TEXT });
    headings.forEach((heading, column) => {
      if (heading === null) return;
      const looks = looksOf(heading);
      if (looks) builder.style(first, column, 1, looks, rowCount);
      const choices = CHOICE_WORDS.get(heading);
      if (choices) this.dropDowns.push({ area: { ...area, column, columnCount: 1 }, choices });
    });
    return area;
  }
}

function looksOf(heading: string): CellStyle | null {
  if (heading === HEADING.weight) return { ...style.NUMBER, numberFormat: "0%" };
  if (NUMBER_HEADINGS.has(heading)) return style.NUMBER;
  if (CHOICE_WORDS.has(heading)) return style.CHOICE;
  return heading === HEADING.id ? { ...style.PURPOSE, fill: "#F5F5F5" } : null;
}

function blankOr(value: PlannedValue): PlannedValue {
  return value === "" ? null : value;
}

/** Full mark × weight of a row; a blank weight is 1. */
function shareFormula(row: number): string {
  const maximum = cellAddress({ row, column: MAXIMUM_COLUMN });
  const weight = cellAddress({ row, column: WEIGHT_COLUMN });
  return `=IF(${maximum}="","",${maximum}*IF(${weight}="",1,${weight}))`;
}

function shareOf({ maximum, weight }: Component): number {
  return Number(formatWide(exactSum([{ factor: maximum, by: weight }])));
}
