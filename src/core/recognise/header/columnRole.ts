import type { ColumnRole } from "../../assessment/assessment";
import { plainText } from "../../numbers/readNumber";
import type { Scheme } from "../../scheme/scheme";
import { bareAdjustmentName, describesAdjustment, partialAdjustment } from "./adjustmentRole";
import { readHeaderText, stemOf, type HeaderText } from "./headerText";
import {
  commonRole,
  HARMLESS_WORDS,
  OFFICIAL_SCORE,
  RANK_WORDS,
  SORT_OF_POINTS,
  WEIGHTED_WORDS,
} from "./vocabulary";

/** A role given to a header, how sure that is, and why. */
export interface RoleGuess {
  readonly role: ColumnRole;
  /** 0 to 1. */
  readonly confidence: number;
  /** A code for `reason.<code>`: how the role was found. */
  readonly reason: "name" | "alias" | "stem" | "contains" | "word" | "parent" | "inside" | "none";
  /** One of several columns whose points add up to the bonus or the deduction. */
  readonly part?: true;
}

/** Below this a role is not taken: the clerk is asked instead. */
export const CONFIDENCE_THRESHOLD = 0.6;

const NO_ROLE: RoleGuess = { role: "unknown", confidence: 0, reason: "none" };

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
    const byPath = whole === null ? undefined : named.find(({ names }) => names.includes(whole));
    if (byPath) return { role: byPath.role, confidence: 1, reason: "name" };
    const parents = headers.slice(0, -1).reverse();
    const own = readOne(leaf);
    const noted = readNotes(leaf);
    if (noted) return noted;
    const isScore = isScoreWord(leaf.words) || OFFICIAL_SCORE.test(leaf.words);
    if (isScore || (own.role === "full-mark" && parents.length > 0)) {
      const fromParent = parents.map(readOne).find(({ role }) => role !== "unknown");
      // 加分/分值 holds the points; 结果得分/分值 what could be reached.
      if (fromParent && own.role === "full-mark" && !isPointsRole(fromParent.role))
        return { role: "full-mark", confidence: 0.9, reason: "word" };
      if (fromParent) return { ...fromParent, confidence: fromParent.confidence * 0.95, reason: "parent" };
    }
    // 加权总分 as the very name of a component is no share of it.
    if (WEIGHTED_WORDS.test(leaf.plain) && own.reason !== "name") {
      const component = [own, ...parents.map(readOne)].find(({ role }) => role.startsWith("component:"));
      if (component) return { ...component, role: weightedRole(component.role) };
    }
    if (isSumWord(leaf.words)) return readSum(own, parents);
    if (RANK_WORDS.test(leaf.words)) return readRank(leaf, own, parents);
    return readPart(leaf, own, parents);
  }

  /** 得分（结果）: words that say only that a score stands here, and in brackets whose it is. */
  function readNotes(header: HeaderText): RoleGuess | null {
    if (header.notes.length === 0 || header.words.replace(HARMLESS_WORDS, "") !== "") return null;
    const guesses = header.notes.map((note) => readOne(readHeaderText(note)));
    const guess = only(guesses.filter(({ role }) => role.startsWith("component:")));
    return guess && guess.confidence >= 0.9 ? { ...guess, confidence: 0.9 } : null;
  }

  /** What stands under 加分 or 扣分 is a part of it, unless it says why instead of how many. */
  function readPart(leaf: HeaderText, own: RoleGuess, parents: readonly HeaderText[]): RoleGuess {
    const above = parents.map(readOne).find(({ role }) => isSide(role));
    if (!above) return own;
    if (own.role === above.role) return { ...own, part: true };
    if (own.role !== "unknown" || describesAdjustment(leaf)) return own;
    return { role: above.role, confidence: 0.7, reason: "parent", part: true };
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
      if (above.role === "subtotal") return { role: "subtotal", confidence: 0.9, reason: "parent" };
    }
    return own;
  }

  /** 名次 alone is the rank; 结果得分名次 is a rank among one component and no role of ours. */
  function readRank(leaf: HeaderText, own: RoleGuess, parents: readonly HeaderText[]): RoleGuess {
    const component = [stripped(leaf, RANK_WORDS), ...parents].map(readOne);
    const isOfPart = component.some(({ role }) => role.startsWith("component:"));
    // A scheme of one component ranks by it.
    if (isOfPart && scheme.components.length > 1) return NO_ROLE;
    return own.role === "rank" ? own : { role: "rank", confidence: 0.7, reason: "contains" };
  }

  function readOne(header: HeaderText): RoleGuess {
    const common = commonRole(header.plain) ?? commonRole(header.words);
    const [words, plain] = [header.words.toLowerCase(), header.plain.toLowerCase()];
    const exact = named.find(({ names }) => names.some((name) => name === words || name === plain));
    if (exact) return exactGuess(exact, words, plain);
    if (common !== null) {
      const part = isSide(common) && SORT_OF_POINTS.test(words) ? { part: true as const } : {};
      return { role: common, confidence: 0.95, reason: "word", ...part };
    }
    // A rate may stand as 0.95, 95% or 95: it is no score unless it is called one by name.
    if (RATE.test(header.words)) return NO_ROLE;
    const byStem = only(named.filter(({ names }) => names.some((name) => stemOf(name) === header.stem)));
    if (byStem) return { role: byStem.role, confidence: 0.9, reason: "stem" };
    const containing = named.filter(({ names }) =>
      names.some((name) => containsOnly(header.words, stemOf(name))),
    );
    const contained = only(containing);
    if (contained) return { role: contained.role, confidence: 0.75, reason: "contains" };
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
    const confidence = /次/.test(header.plain) ? 0.8 : 0.85;
    return { role: adjustment.role, confidence, reason: "contains" };
  }

  /** 日常扣分 is a part of the deduction; 结果扣分 is inside its component and no deduction of the total. */
  function adjustmentPart(header: HeaderText): RoleGuess | null {
    const role = partialAdjustment(header);
    if (role === null) return null;
    const rest = stemOf(header.words.replace(/(?:加|奖|奖励|扣|减|罚)分$/, ""));
    const ofComponent = named.some(
      ({ role: other, names }) =>
        other.startsWith("component:") && names.some((name) => stemOf(name) === rest),
    );
    return ofComponent
      ? { role: "unknown", confidence: 0, reason: "inside" }
      : { role, confidence: 0.7, reason: "contains", part: true };
  }
  return { read };
}

/** Words of a rate; one that stands for a component (过程节点完成率) gives way to any column of its scores. */
const RATE = /率$/;

/** The name itself is surest, then what differs from it by filler only (公众评议), then other aliases (满意度). */
function exactGuess({ role, names: [name = ""] }: NamedRole, words: string, plain: string): RoleGuess {
  if (name === words || name === plain) return { role, confidence: 1, reason: "name" };
  if (RATE.test(words)) return { role, confidence: 0.7, reason: "alias" };
  return { role, confidence: stemOf(name) === stemOf(words) ? 0.99 : 0.97, reason: "alias" };
}

function nameText(name: string): string {
  return plainText(name).toLowerCase();
}

/** 年度加分, 加分情况, 市政府加分: a bonus or deduction with harmless words around it. */
function adjustmentSum(header: HeaderText): RoleGuess | null {
  const words = header.words.replace(HARMLESS_WORDS, "");
  if (words === "加" || words === "奖励") return { role: "bonus", confidence: 0.7, reason: "contains" };
  if (words === "扣" || words === "减" || words === "扣减") {
    return { role: "deduction", confidence: 0.7, reason: "contains" };
  }
  return null;
}

/** 评议小计, 考核合计: a sum of some of the columns. */
function partialSum(header: HeaderText): RoleGuess | null {
  return /(?:小计|合计)$/.test(header.words)
    ? { role: "subtotal", confidence: 0.8, reason: "contains" }
    : null;
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

function stripped(header: HeaderText, words: RegExp): HeaderText {
  const kept = header.words.replace(words, "");
  return { ...header, plain: kept, words: kept, stem: stemOf(kept) };
}

/** A header cell that only states a weight or a full mark: `55%`, `（100分）`. */
export function isAnnotation(text: string): boolean {
  return /^[(（]?(?:满分|权重)?[:：]?\d{1,4}(?:\.\d+)?[分%]?[)）]?$/.test(plainText(text));
}

/** Header words that only say that a score stands below: 得分, 实得分. */
export function isScoreWord(words: string): boolean {
  return /^(?:得分|分数|成绩|评分|实际得分|考核得分|原始分|原始得分|百分制得分|分值|分|实得分)$/.test(words);
}

function isSumWord(words: string): boolean {
  return /^(?:小计|合计|计|总计|平均分?|均分|平均得分|平均成绩)$/.test(words);
}

/** Whether the words are that name with nothing but harmless words around it. */
function containsOnly(words: string, name: string): boolean {
  if (name.length < 2) return false;
  const at = words.indexOf(name);
  if (at < 0) return false;
  const rest = words.slice(0, at) + words.slice(at + name.length);
  return rest.replace(HARMLESS_WORDS, "") === "";
}

function only<Item>(items: readonly Item[]): Item | null {
  const [item] = items;
  return item !== undefined && items.length === 1 ? item : null;
}
