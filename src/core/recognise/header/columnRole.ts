import type { ColumnRole } from "../../assessment/assessment";
import { plainText } from "../../numbers/readNumber";
import type { Scheme } from "../../scheme/scheme";
import { contains, names } from "../../vocabulary/concepts";
import {
  bareAdjustmentName,
  stemOf,
  withoutEnding,
  withoutFiller,
  withoutWords,
} from "../../vocabulary/fillerWords";
import { isAnnotation, readHeaderText, type HeaderText } from "../../vocabulary/headerText";
import { describesAdjustment, partialAdjustment } from "./adjustmentRole";
import { commonRole } from "./commonRole";

/** A role given to a header, how sure that is, and why. */
export interface RoleGuess {
  readonly role: ColumnRole;
  /** 0 to 1. */
  readonly strength: number;
  /** A code for `reason.<code>`: how the role was found. */
  readonly reason: "name" | "alias" | "stem" | "contains" | "word" | "parent" | "inside" | "none";
  /** One of several columns whose points add up to the bonus or the deduction. */
  readonly part?: true;
}

const NO_ROLE: RoleGuess = { role: "unknown", strength: 0, reason: "none" };

interface NamedRole {
  readonly role: ColumnRole;
  readonly names: readonly string[];
}

/** Tells roles from header texts for one scheme. */
export interface RoleReader {
  /**
   * The role of a column from its header cells, top to bottom, repeated ones left out: `["考核成绩(85%)",
   * "结果得分"]`. A name may be the whole path (`一季度/业绩`); else the lowest cell decides, and where it says only
   * 得分 or 小计 the cell above helps.
   */
  read(path: readonly string[]): RoleGuess;
}

/** Makes the reader of a scheme's headers. */
export function createRoleReader(scheme: Scheme): RoleReader {
  const named: NamedRole[] = [
    ...scheme.components.map(({ id, name, aliases }): NamedRole => ({
      role: `component:${id}`,
      names: [name, ...aliases].map(nameText),
    })),
    ...scheme.adjustments.map(({ id, name, aliases }): NamedRole => ({
      role: `adjustment:${id}`,
      names: [name, ...aliases].map(nameText),
    })),
  ];
  const cache = new Map<string, RoleGuess>();

  function read(path: readonly string[]): RoleGuess {
    const key = path.join("\n");
    const known = cache.get(key);
    if (known) return known;
    const guess = readPath(path);
    cache.set(key, guess);
    return guess;
  }

  function readPath(path: readonly string[]): RoleGuess {
    const headers = path.filter((text) => !isAnnotation(text)).map(readHeaderText);
    const leaf = headers.at(-1);
    if (leaf === undefined) return NO_ROLE;
    const whole = headers.length > 1 ? headers.map(({ words }) => words.toLowerCase()).join("/") : null;
    const plain = headers.map((header) => header.plain.toLowerCase()).join("/");
    const byPath =
      whole === null
        ? undefined
        : (named.find(({ names }) => names.includes(plain)) ??
          named.find(({ names }) => names.includes(whole)));
    if (byPath) return { role: byPath.role, strength: 1, reason: "name" };
    const parents = headers.slice(0, -1).reverse();
    const own = readOne(leaf);
    const noted = readNotes(leaf);
    if (noted) return noted;
    const isScore = isScoreWord(leaf.words) || names(leaf.words, "official-score");
    if (isScore || (own.role === "full-mark" && parents.length > 0)) {
      const fromParent = parents.map(readOne).find(({ role }) => role !== "unknown");
      // 加分/分值 holds the points; 结果得分/分值 what could be reached.
      if (fromParent && own.role === "full-mark" && !isPointsRole(fromParent.role))
        return { role: "full-mark", strength: 0.9, reason: "word" };
      if (fromParent) return { ...fromParent, strength: fromParent.strength * 0.95, reason: "parent" };
    }
    // 加权总分 as the very name of a component is no share of it.
    if (contains(leaf.plain, "weighted-score") && own.reason !== "name") {
      const component = [own, ...parents.map(readOne)].find(({ role }) => role.startsWith("component:"));
      if (component) return { ...component, role: weightedRole(component.role) };
    }
    if (isSumWord(leaf.words)) return readSum(own, parents);
    if (contains(leaf.words, "rank")) return readRank(leaf, own, parents);
    return readPart(leaf, own, parents);
  }

  /** 得分（结果）: words that say only that a score stands here, and in brackets whose it is. */
  function readNotes(header: HeaderText): RoleGuess | null {
    if (header.notes.length === 0 || withoutFiller(header.words) !== "") return null;
    const guesses = header.notes.map((note) => readOne(readHeaderText(note)));
    const guess = only(guesses.filter(({ role }) => role.startsWith("component:")));
    return guess && guess.strength >= 0.9 ? { ...guess, strength: 0.9 } : null;
  }

  /** What stands under 加分 or 扣分 is a part of it, unless it says why instead of how many. */
  function readPart(leaf: HeaderText, own: RoleGuess, parents: readonly HeaderText[]): RoleGuess {
    const above = parents.map(readOne).find(({ role }) => isSide(role));
    if (!above) return own;
    if (own.role === above.role) return { ...own, part: true };
    if (own.role !== "unknown" || describesAdjustment(leaf)) return own;
    return { role: above.role, strength: 0.7, reason: "parent", part: true };
  }

  /** 小计 and 合计 belong to what stands above them: 加分/小计 is the bonus, 考核成绩/合计 a subtotal. */
  function readSum(own: RoleGuess, parents: readonly HeaderText[]): RoleGuess {
    for (const parent of parents) {
      const above = readOne(parent);
      if (
        above.role === "bonus" ||
        above.role === "deduction" ||
        above.role === "net" ||
        above.role === "total"
      ) {
        return { ...above, reason: "parent" };
      }
      if (above.role.startsWith("component:")) return { ...above, reason: "parent" };
      if (above.role === "subtotal") return { role: "subtotal", strength: 0.9, reason: "parent" };
    }
    return own;
  }

  /** 名次 alone is the rank; 结果得分名次 is a rank among one component and no role of ours. */
  function readRank(leaf: HeaderText, own: RoleGuess, parents: readonly HeaderText[]): RoleGuess {
    const component = [withoutRank(leaf), ...parents].map(readOne);
    const isOfPart = component.some(({ role }) => role.startsWith("component:"));
    // A scheme of one component ranks by it.
    if (isOfPart && scheme.components.length > 1) return NO_ROLE;
    return own.role === "rank" ? own : { role: "rank", strength: 0.7, reason: "contains" };
  }

  function readOne(header: HeaderText): RoleGuess {
    const common = commonRole(header.plain) ?? commonRole(header.words);
    const [words, plain] = [header.words.toLowerCase(), header.plain.toLowerCase()];
    // 材料（复评） as it stands before 材料 by its words.
    const exact =
      named.find(({ names: all }) => all.includes(plain)) ??
      named.find(({ names: all }) => all.includes(words));
    if (exact) return exactGuess(exact, words, plain);
    if (common !== null) {
      const part = isSide(common) && names(words, "sort-of-points") ? { part: true as const } : {};
      return { role: common, strength: 0.95, reason: "word", ...part };
    }
    // A rate may stand as 0.95, 95% or 95: it is no score unless it is called one by name.
    if (names(header.words, "rate")) return NO_ROLE;
    const byStem = only(named.filter(({ names }) => names.some((name) => stemOf(name) === header.stem)));
    if (byStem) return { role: byStem.role, strength: 0.9, reason: "stem" };
    const containing = named.filter(({ names }) =>
      names.some((name) => containsOnly(header.words, stemOf(name))),
    );
    const contained = only(containing);
    if (contained) return { role: contained.role, strength: 0.75, reason: "contains" };
    return (
      adjustmentNamed(header) ??
      adjustmentSum(header) ??
      adjustmentPart(header) ??
      partialSum(header) ??
      NO_ROLE
    );
  }

  /** 约谈次数, 约谈扣分; where both stand, the points are surer. */
  function adjustmentNamed(header: HeaderText): RoleGuess | null {
    const bare = bareAdjustmentName(header.words);
    const adjustment = only(
      named.filter(
        ({ role, names }) =>
          role.startsWith("adjustment:") && names.some((name) => bareAdjustmentName(name) === bare),
      ),
    );
    if (!adjustment) return null;
    const strength = contains(header.plain, "events-mark") ? 0.8 : 0.85;
    return { role: adjustment.role, strength, reason: "contains" };
  }

  /** 日常扣分 is a part of the deduction; 结果扣分 is inside its component and no deduction of the total. */
  function adjustmentPart(header: HeaderText): RoleGuess | null {
    const role = partialAdjustment(header);
    if (role === null) return null;
    const rest = stemOf(withoutEnding(header.words, `${role}-part`));
    const ofComponent = named.some(
      ({ role: other, names }) =>
        other.startsWith("component:") && names.some((name) => stemOf(name) === rest),
    );
    return ofComponent
      ? { role: "unknown", strength: 0, reason: "inside" }
      : { role, strength: 0.7, reason: "contains", part: true };
  }
  return { read };
}

/**
 * The name itself is surest, then what differs from it by filler only (公众评议), then other aliases (满意度); a rate that
 * stands for a component (过程节点完成率) gives way to any column of its scores.
 */
function exactGuess({ role, names: [name = ""] }: NamedRole, words: string, plain: string): RoleGuess {
  if (name === words || name === plain) return { role, strength: 1, reason: "name" };
  if (names(words, "rate")) return { role, strength: 0.7, reason: "alias" };
  return { role, strength: stemOf(name) === stemOf(words) ? 0.99 : 0.97, reason: "alias" };
}

function nameText(name: string): string {
  return plainText(name).toLowerCase();
}

/** 年度加分, 加分情况, 市政府加分: a bonus or deduction with harmless words around it. */
function adjustmentSum(header: HeaderText): RoleGuess | null {
  const words = withoutFiller(header.words);
  if (names(words, "bonus-stem")) return { role: "bonus", strength: 0.7, reason: "contains" };
  if (names(words, "deduction-stem")) return { role: "deduction", strength: 0.7, reason: "contains" };
  return null;
}

/** 评议小计, 考核合计: a sum of some of the columns. */
function partialSum(header: HeaderText): RoleGuess | null {
  return names(header.words, "partial-sum") ? { role: "subtotal", strength: 0.8, reason: "contains" } : null;
}

function isSide(role: ColumnRole): boolean {
  return role === "bonus" || role === "deduction";
}

function isPointsRole(role: ColumnRole): boolean {
  return /^(?:bonus|deduction|net|adjustment)/.test(role);
}

function weightedRole(role: ColumnRole): ColumnRole {
  return `weighted:${role.slice("component:".length)}`;
}

function withoutRank(header: HeaderText): HeaderText {
  const kept = withoutWords(header.words, "rank");
  return { ...header, plain: kept, words: kept, stem: stemOf(kept) };
}

/** Header words that only say that a score stands below: 得分, 实得分. */
export function isScoreWord(words: string): boolean {
  return names(words, "score");
}

function isSumWord(words: string): boolean {
  return names(words, "sum") || names(words, "mean");
}

/** Whether the words are that name with nothing but harmless words around it. */
function containsOnly(words: string, name: string): boolean {
  if (name.length < 2) return false;
  const at = words.indexOf(name);
  if (at < 0) return false;
  const rest = words.slice(0, at) + words.slice(at + name.length);
  return withoutFiller(rest) === "";
}

function only<Item>(items: readonly Item[]): Item | null {
  const [item] = items;
  return item !== undefined && items.length === 1 ? item : null;
}
