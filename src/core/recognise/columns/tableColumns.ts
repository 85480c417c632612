import type { ColumnRole, RecognisedColumn } from "../../assessment/assessment";
import { plainText } from "../../numbers/readNumber";
import { decimalToNumber, type Decimal } from "../../numbers/decimal";
import { isScoreWord, type RoleGuess, type RoleReader } from "../header/columnRole";
import { settleByFacts } from "./settleByFacts";
import { contentIn, mostlyWithin, type ColumnContent } from "./columnContent";
import type { TableBlock } from "../tables/tableBlock";
import { isAnnotation, readHeaderText, type HeaderText } from "../../vocabulary/headerText";
import { findColumnPeriod, type PeriodHint } from "../header/periodText";
import type { TableReading } from "../reading/tableReading";
import { columnMark } from "../../shape/columnMark";
import { isBlank } from "../tables/sheetView";
import type { Period } from "../../scheme/period";
import { contains } from "../../vocabulary/concepts";

/** How surely a table's scores are multiplied by their weights already: totals that are the plain sum, of all. */
export interface ShareEvidence {
  readonly count: number;
  readonly of: number;
}

/** A column of a table with what its header says besides the role. Positions are the view's. */
export interface TableColumn extends RecognisedColumn {
  /** Header cells top to bottom, repeated ones left out. */
  readonly path: readonly string[];
  /** How well the header fits the role: of two columns that claim one role the better fitting has it. */
  readonly strength: number;
  readonly weight: Decimal | null;
  readonly fullMark: Decimal | null;
  /** The period that the header names, in sheets with a column a month or quarter. */
  readonly period: PeriodHint | null;
  /** One of several columns whose points add up to the bonus or the deduction, or whose ballots have a mean that is the score. */
  readonly part?: true;
  /** A component whose column holds score × weight instead of the score. */
  readonly share?: ShareEvidence;
}

/** Roles that a clerk gave to headers by hand, by the header's normalised path; they win over every guess. */
export type RoleCorrections = ReadonlyMap<string, ColumnRole>;

/** Gives the key under which a correction remembers a header: its words, and which of several with the same words. */
function headerKeys(): (path: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (path) => {
    const words = path.map(plainText).join("/");
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return words === "" || count > 1 ? `${words}#${String(count)}` : words;
  };
}

/**
 * Reads the header of a table: each column with its role, reason and strength. `ownGroups`: the scheme has no
 * groups, so the workbook's own are taken.
 */
export function readColumns(
  block: TableBlock,
  reading: TableReading,
  reader: RoleReader,
  corrections: RoleCorrections = new Map(),
  ownGroups = false,
): TableColumn[] {
  const columns: TableColumn[] = [];
  const keyOf = headerKeys();
  const hasHeader = block.headerRows[0] <= block.headerRows[1];
  for (let column = block.firstColumn; column < block.endColumn; column += 1) {
    const path = pathWithParent(block, reading, column);
    const guess = roleOf(block, reader, path);
    const key = keyOf(path);
    const corrected = corrections.get(key);
    const texts = ownTexts(path, guess.reason === "parent" || saysOnlyScore(guess, path));
    const base = {
      header: hasHeader ? path.join(" / ") : columnMark(block.view, column),
      key,
      column,
      path,
      weight: lowest(texts.map(({ weight }) => weight)),
      fullMark: lowest(texts.map((text) => text.fullMark ?? bareMark(block, column, text))),
      period: findColumnPeriod(path.join(" ")),
    };
    if (corrected !== undefined) columns.push({ ...base, role: corrected, strength: 1, reason: "corrected" });
    else if (column === block.unitColumn && guess.role !== "unit") {
      columns.push({ ...base, role: "unit", strength: 0.8, reason: "names" });
    } else columns.push({ ...base, ...(isTitle(block, column, guess) ? NO_GUESS : guess) });
  }
  const settled = dropWordy(block, settleColumns(columns, block, ownGroups));
  return settleByFacts(settled, reading, ownGroups);
}

const NO_GUESS: RoleGuess = { role: "unknown", strength: 0, reason: "none" };

/** Where units stand in columns, a title above them (2015年度考评成绩) is the head of a line without any cell. */
function isTitle(block: TableBlock, column: number, { role }: RoleGuess): boolean {
  return block.view.flipped && role === "total" && contentIn(block, column) === "nothing";
}

/** A score of what stands above it: 存款（60分） / 得分. */
function saysOnlyScore({ role }: RoleGuess, path: readonly string[]): boolean {
  return role === "unknown" && isScoreWord(readHeaderText(path.at(-1) ?? "").words);
}

/** 卫生(20) states a full mark where hardly a score is greater; else nobody can say what the number means. */
function bareMark(block: TableBlock, column: number, { bareNumber }: HeaderText): Decimal | null {
  if (bareNumber === null) return null;
  return mostlyWithin(block, column, decimalToNumber(bareNumber)) ? bareNumber : null;
}

/**
 * 加分项目 beside 加分值: of several columns that claim the points, those that hold only words describe
 * them, as 奖惩 may alone.
 */
function dropWordy(block: TableBlock, columns: readonly TableColumn[]): TableColumn[] {
  const filled = new Map<TableColumn, ColumnContent>();
  const contentOf = (column: TableColumn) => {
    const known = filled.get(column) ?? contentIn(block, column.column);
    filled.set(column, known);
    return known;
  };
  return columns.map((column) => {
    if (!/^(?:bonus|deduction|net)$/.test(column.role)) return column;
    const rivals = columns.filter((other) => other !== column && other.role === column.role);
    const mayBeWords =
      readHeaderText(column.path.at(-1) ?? "").words === "奖惩" ||
      rivals.some((rival) => contentOf(rival) === "figures");
    return mayBeWords && contentOf(column) === "words"
      ? { ...column, role: "unknown" as const, reason: "weaker" }
      : column;
  });
}

/** The role of a header; on a sheet named after a component (结果, 过程…) a bare 得分 is that component's. */
function roleOf(block: TableBlock, reader: RoleReader, path: readonly string[]): RoleGuess {
  const guess = reader.read(path);
  const leaf = path.at(-1);
  if (guess.role !== "unknown" || leaf === undefined || !needsParent(leaf)) return guess;
  const bySheet = reader.read([block.view.sheet.name, ...path]);
  return bySheet.role.startsWith("component:") ? bySheet : guess;
}

function pathAt({ columns, shape }: TableReading, column: number): readonly string[] {
  return columns[column - shape.firstColumn]?.path ?? [];
}

/** The header above a column, with the heading that speaks for it where it says nothing alone. */
function pathWithParent(block: TableBlock, reading: TableReading, column: number): readonly string[] {
  const path = pathAt(reading, column);
  const [only] = path;
  if (path.length > 1 || only === undefined || !needsParent(only)) return path;
  const parent = parentLeftOf(block, reading, column);
  return parent === null ? path : [parent, only];
}

/** 得分 and 折算分 say nothing alone: without a merged cell above them, the heading to their left speaks for them. */
function needsParent(text: string): boolean {
  const { plain, words } = readHeaderText(text);
  return isScoreWord(words) || contains(plain, "weighted-score");
}

function parentLeftOf(block: TableBlock, reading: TableReading, column: number): string | null {
  const [first, last] = block.headerRows;
  if (first === last || !isBlank(block.view.shown(first, column))) return null;
  for (let left = column - 1; left >= block.firstColumn; left -= 1) {
    if (!isBlank(block.view.shown(first, left))) return pathAt(reading, left)[0] ?? null;
  }
  return null;
}

/**
 * The header texts that speak about this column alone: its lowest words and the bare weights and marks under them.
 * What stands above them counts only where the role itself comes from there: 考核成绩（85%） is no weight of 结果得分.
 */
function ownTexts(path: readonly string[], roleFromParent: boolean): HeaderText[] {
  if (roleFromParent) return path.map(readHeaderText);
  const words = path.findLastIndex((text) => !isAnnotation(text));
  return path.slice(Math.max(words, 0)).map(readHeaderText);
}

function lowest(values: readonly (Decimal | null)[]): Decimal | null {
  return values.findLast((value) => value !== null) ?? null;
}

/** Settles what no header can say alone: several totals, and doubtful roles below the threshold. */
function settleColumns(
  columns: readonly TableColumn[],
  block: TableBlock,
  ownGroups: boolean,
): TableColumn[] {
  const { unitColumn } = block;
  // 部门 left of 姓名 groups the people, where the scheme leaves the groups to the workbook; their numbers do not.
  const grouping =
    ownGroups && !columns.some(({ role }) => role === "group")
      ? columns.findLast(
          ({ role, column }) =>
            role === "unit" && column < unitColumn && contentIn(block, column) === "words",
        )
      : undefined;
  const units = columns.map((column) => {
    if (column.role !== "unit" || column.column === unitColumn) return column;
    return { ...column, role: column === grouping ? ("group" as const) : ("unknown" as const) };
  });
  return units;
}

/**
 * Settles roles that several columns of a table claim. In sheets with a column a month only the assessed period's
 * columns stay; then the surest header wins; columns that are equally sure lose the role and carry the reason
 * `twice`, for the clerk to choose.
 */
export function settleRepeats(columns: readonly TableColumn[], period: Period): TableColumn[] {
  const inPeriod = columns.map((column) => {
    const rivals = columns.filter(({ role }) => role === column.role && isRanked(role));
    const periods = new Set(
      rivals.map(({ period: hint }) => `${String(hint?.year ?? "")} ${hint?.key ?? ""}`),
    );
    const several = periods.size > 1 || (isResult(column.role) && hasColumnOf(columns, period));
    const other = several && column.period !== null && !isHintOf(column.period, period);
    return other ? { ...column, role: "unknown" as const, reason: "other-period" } : column;
  });
  return inPeriod.map((column) => {
    const rivals = inPeriod.filter(
      (rival) => rival !== column && rival.role === column.role && isRanked(rival.role) && !rival.part,
    );
    const best = Math.max(...rivals.map(({ strength }) => strength), -1);
    if (best < column.strength || column.part) return column;
    // Points are never left out unsaid: a weaker column of them is compared with the surest one. Columns that the
    // clerk called so add up.
    const isGiven = column.reason === "corrected" && column.role.startsWith("component:");
    if (isGiven || (isSum(column.role) && (best > column.strength || column.reason === "corrected"))) {
      return { ...column, part: true as const };
    }
    return { ...column, role: "unknown" as const, reason: best === column.strength ? "twice" : "weaker" };
  });
}

/** Last year's total and rank beside this year's scores are none of this year. */
function isResult(role: ColumnRole): boolean {
  return role === "total" || role === "rank";
}

function hasColumnOf(columns: readonly TableColumn[], period: Period): boolean {
  return columns.some(({ period: hint }) => hint !== null && isHintOf(hint, period));
}

/** Roles that one column of a table may have at most. */
function isRanked(role: ColumnRole): boolean {
  return /^(component|bonus|deduction|net|total|rank|adjustment)/.test(role);
}

function isSum(role: string): boolean {
  return role === "bonus" || role === "deduction";
}

function isHintOf(hint: PeriodHint, period: Period): boolean {
  const sameYear = hint.year === null || hint.year === period.year;
  return sameYear && hint.kind === period.kind && hint.number === period.number;
}
