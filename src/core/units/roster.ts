import type { RefusedName, Scheme, SchemeGroup, SchemeUnit } from "../scheme/scheme";
import { bareNameKey, nameKey } from "./nameKey";
import { editDistance } from "./editDistance";

/** A unit of the roster with its group. */
export interface RosterEntry {
  readonly unit: SchemeUnit;
  readonly group: SchemeGroup;
}

/** What a name in a cell says. */
export type NameResolution =
  /** The roster's own name, or an accepted alias (`alias` true). */
  | { readonly kind: "known"; readonly entry: RosterEntry; readonly alias: boolean }
  /** Several units could be meant, or the name is one that is refused: why, and which. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly RosterEntry[]; readonly why: string }
  /** No unit's name. `suggestions` are likely aliases and near names; they are never applied by themselves. */
  | { readonly kind: "unknown"; readonly suggestions: readonly RosterEntry[] };

/** The roster of a scheme, made ready for looking names up. */
export interface Roster {
  readonly entries: readonly RosterEntry[];
  /** Resolves a cell's text by rule 22: exact after normalisation, never by nearness. */
  resolve(text: string): NameResolution;
  /** The group with that name (`第一组`, `一组`, `第1组`…), or null. */
  group(text: string): SchemeGroup | null;
}

/** Makes the roster of a scheme that has groups; null when the scheme takes whatever the workbook has. */
export function createRoster(scheme: Scheme): Roster | null {
  if (scheme.groups === null) return null;
  const entries = scheme.groups.flatMap((group) => group.units.map((unit) => ({ unit, group })));
  const accepted = indexBy(entries, ({ unit }) => [unit.name, ...unit.aliases]);
  const likely = indexBy(entries, ({ unit }) => unit.likelyAliases);
  const refused = new Map(scheme.refusedNames.map((name) => [nameKey(name.text), name]));
  const nearNames = indexNearNames(entries);
  const groups = new Map(scheme.groups.map((group) => [groupKey(group.name), group]));

  function resolve(text: string): NameResolution {
    const key = nameKey(text);
    const resolution = resolveKey(key);
    if (resolution.kind !== "unknown") return resolution;
    const bare = bareNameKey(key);
    if (bare === key) return resolution;
    const found = resolveKey(bare);
    return found.kind === "known" ? { ...found, alias: true } : found;
  }

  function resolveKey(key: string): NameResolution {
    const name = refused.get(key);
    if (name) {
      const candidates = candidatesOf(entries, name);
      if (candidates.length > 1) return { kind: "ambiguous", candidates, why: name.why };
      // No unit's name, such as an agency of later years: what follows it is suggested, nothing that is merely near.
      return { kind: "unknown", suggestions: candidates };
    }
    const matches = accepted.get(key) ?? [];
    const [match] = matches;
    if (match && matches.length === 1) {
      return { kind: "known", entry: match, alias: nameKey(match.unit.name) !== key };
    }
    if (matches.length > 1) return { kind: "ambiguous", candidates: matches, why: "" };
    return {
      kind: "unknown",
      // Whole sheets are looked through for names, and few of the strangers are asked what they could mean.
      get suggestions() {
        return likely.get(key) ?? nearNames(key);
      },
    };
  }
  return { entries, resolve, group: (text) => groups.get(groupKey(text)) ?? null };
}

function indexBy(
  entries: readonly RosterEntry[],
  namesOf: (entry: RosterEntry) => readonly string[],
): Map<string, RosterEntry[]> {
  const index = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    for (const key of new Set(namesOf(entry).map(nameKey))) {
      const list = index.get(key);
      if (list) list.push(entry);
      else index.set(key, [entry]);
    }
  }
  return index;
}

/**
 * The units that a refused name could mean: those that the scheme says, else those with a name or accepted alias that
 * has the text in it (税务局 is in 国家税务局, an alias of 市国税局).
 */
function candidatesOf(entries: readonly RosterEntry[], { text, units }: RefusedName): RosterEntry[] {
  if (units) return entries.filter(({ unit }) => units.includes(unit.id));
  const key = nameKey(text);
  const has = (name: string) => nameKey(name).includes(key);
  return entries.filter(({ unit }) => has(unit.name) || unit.aliases.some(has)).slice(0, MAXIMUM_SUGGESTIONS);
}

const MAXIMUM_SUGGESTIONS = 5;

/** Names by what is left of them without one character: two names one edit apart have such a text in common. */
function indexNearNames(entries: readonly RosterEntry[]): (key: string) => RosterEntry[] {
  const index = new Map<string, Map<string, RosterEntry>>();
  for (const entry of entries) {
    for (const name of [entry.unit.name, ...entry.unit.aliases].map(nameKey)) {
      for (const text of withoutOne(name)) {
        const names = index.get(text) ?? new Map<string, RosterEntry>();
        index.set(text, names.set(name, entry));
      }
    }
  }
  return (key) => {
    if (key.length < 3 || key.length > LONGEST_NAME) return [];
    const units = new Set<RosterEntry>();
    for (const text of withoutOne(key)) {
      for (const [name, entry] of index.get(text) ?? [])
        if (editDistance(name, key, 1) <= 1) units.add(entry);
    }
    return [...units].slice(0, MAXIMUM_SUGGESTIONS);
  };
}

const LONGEST_NAME = 60;

/** The text itself and every text that one deletion makes of it. */
function withoutOne(text: string): string[] {
  const texts = [text];
  let at = 0;
  for (const letter of text) {
    texts.push(text.slice(0, at) + text.slice(at + letter.length));
    at += letter.length;
  }
  return texts;
}

const DIGITS = "一二三四五六七八九十";

/** The key of a group's name: 第一组, 一组, 第1组 and 第１组 are one. */
function groupKey(text: string): string {
  return nameKey(text)
    .replace(/[一二三四五六七八九十]/g, (digit) => String(DIGITS.indexOf(digit) + 1))
    .replace(/^第?\(?(\d+)\)?(?:小|考核)?组.*$/, "$1组")
    .replace(/^组(\d+)$/, "$1组");
}

/** Whether two texts name the same group: 第一组, 1组 and 一组 do. */
export function sameGroup(left: string, right: string): boolean {
  return groupKey(left) === groupKey(right);
}
