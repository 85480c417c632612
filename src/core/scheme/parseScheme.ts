import * as v from "valibot";
import { equalDecimals, formatDecimal } from "../numbers/decimal";
import { exactSum, formatWide, narrow } from "../numbers/exactSum";
import type { Scheme } from "./scheme";
import { schemeFile, type SchemeFile } from "./schemeFile";
import { checkedDecimal, schemeOfFile } from "./schemeOfFile";

/** Why a scheme file is refused: a code (`scheme.<code>` in `src/i18n`), the path of the key, and values to name. */
export interface SchemeProblem {
  readonly code:
    | "not-json"
    | "unknown-key"
    | "missing-key"
    | "wrong-value"
    | "weight-sum"
    | "duplicate"
    | "unknown-component";
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A scheme, or the first reason why the file is none. */
export type SchemeOutcome =
  { readonly ok: true; readonly scheme: Scheme } | { readonly ok: false; readonly problem: SchemeProblem };

/** Reads a scheme from the JSON text of a scheme file. */
export function parseSchemeText(text: string): SchemeOutcome {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // JSON.parse throws SyntaxError only; its message says where the text breaks.
    return refuse("not-json", "", { reason: error instanceof Error ? error.message : "" });
  }
  return parseScheme(data);
}

/**
 * Checks scheme data and makes a Scheme of it. Refused: unknown keys (with their path), wrong types, decimals that
 * are not strings, ids used twice, no components where there is no base either, and components whose maxima × weights
 * do not, with the base, sum to the full mark.
 */
export function parseScheme(data: unknown): SchemeOutcome {
  const parsed = v.safeParse(schemeFile, data);
  if (!parsed.success) return { ok: false, problem: problemOfIssue(parsed.issues[0]) };
  const file = parsed.output;
  const problem =
    emptyProblem(file) ?? duplicateProblem(file) ?? referenceProblem(file) ?? weightProblem(file);
  return problem ? { ok: false, problem } : { ok: true, scheme: schemeOfFile(file) };
}

function refuse(
  code: SchemeProblem["code"],
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): SchemeOutcome & { ok: false } {
  return { ok: false, problem: { code, path, parameters } };
}

function problemOfIssue(issue: v.BaseIssue<unknown>): SchemeProblem {
  const path = v.getDotPath(issue) ?? "";
  const received = issue.received;
  if (issue.type === "strict_object" && issue.expected === "never") {
    return { code: "unknown-key", path, parameters: {} };
  }
  if (received === "undefined") return { code: "missing-key", path, parameters: {} };
  return { code: "wrong-value", path, parameters: { received, expected: issue.expected ?? issue.message } };
}

/** Without anything to score or to start from there is no total. */
function emptyProblem({ base, components }: SchemeFile): SchemeProblem | null {
  if (base !== undefined || components.length > 0) return null;
  return { code: "wrong-value", path: "components", parameters: { received: "0", expected: ">=1" } };
}

function duplicateProblem(file: SchemeFile): SchemeProblem | null {
  const lists: [string, readonly string[]][] = [
    ["components", file.components.map(({ id }) => id)],
    ["adjustments", file.adjustments.map(({ id }) => id)],
    ["groups", (file.groups ?? []).map(({ id }) => id)],
    ["groups.units", (file.groups ?? []).flatMap(({ units }) => units.map(({ id }) => id))],
    ["groups.units.name", (file.groups ?? []).flatMap(({ units }) => units.map((unit) => unit.name))],
  ];
  for (const [path, ids] of lists) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) return { code: "duplicate", path, parameters: { id: twice } };
  }
  return null;
}

function referenceProblem(file: SchemeFile): SchemeProblem | null {
  const known = new Set(file.components.map(({ id }) => id));
  for (const [path, ids] of [
    ["tieBreak", file.tieBreak],
    ["dynamic.without", file.dynamic?.without ?? []],
  ] as const) {
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) return { code: "unknown-component", path, parameters: { id: unknown } };
  }
  return null;
}

function weightProblem(file: SchemeFile): SchemeProblem | null {
  const sum = exactSum([
    ...(file.base === undefined ? [] : [{ factor: checkedDecimal(file.base) }]),
    ...file.components.map(({ max, weight }) => ({
      factor: checkedDecimal(max),
      by: checkedDecimal(weight),
    })),
  ]);
  const fullMark = checkedDecimal(file.fullMark);
  const narrowed = narrow(sum);
  if (narrowed !== null && equalDecimals(narrowed, fullMark)) return null;
  return {
    code: "weight-sum",
    path: "components",
    parameters: { sum: formatWide(sum), fullMark: formatDecimal(fullMark) },
  };
}
