/**
 * Rewrites a formula outside its text constants, quoted sheet names and structured references. `map` gets each
 * stretch of it, and where in the formula that begins.
 */
export function mapOutsideQuotes(formula: string, map: (plain: string, offset: number) => string): string {
  let result = "";
  let position = 0;
  for (const [start, end] of opaqueParts(formula)) {
    result += map(formula.slice(position, start), position) + formula.slice(start, end);
    position = end;
  }
  return result + map(formula.slice(position), position);
}

/**
 * Where the parts of a formula begin and end that are never looked into: text constants, quoted sheet names and
 * what stands in brackets. One that is not closed is none; what follows its first character is looked at anew, once
 * for each kind, so that the cost stays that of the length.
 */
function opaqueParts(formula: string): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  const unclosed = new Set<string>();
  const opening = /["'[]/g;
  for (let match = opening.exec(formula); match; match = opening.exec(formula)) {
    const [mark] = match;
    if (unclosed.has(mark)) continue;
    const end = mark === "[" ? endOfBracket(formula, match.index) : endOfQuote(formula, match.index, mark);
    if (end === null) {
      unclosed.add(mark);
    } else {
      parts.push([match.index, end]);
      opening.lastIndex = end;
    }
  }
  return parts;
}

/** Where a quoted part ends, a doubled quote being one of its characters; null when nothing closes it. */
function endOfQuote(formula: string, start: number, quote: string): number | null {
  for (let at = start + 1; ; at += 2) {
    at = formula.indexOf(quote, at);
    if (at < 0) return null;
    if (formula[at + 1] !== quote) return at + 1;
  }
}

/** Where a bracketed part ends, in which brackets may stand once more and `'` takes its meaning from what follows. */
function endOfBracket(formula: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return at + 1;
  }
  return null;
}

/**
 * A formula as the clerk sees it, from how the file stores it, without the leading `=`:
 * `_xldudf_PERF_TOTAL(A1)` → `PERF.TOTAL(A1)`, `_xlfn._xlws.SORT(A1:A3)` → `SORT(A1:A3)`.
 */
export function shownFormula(stored: string): string {
  if (!stored.includes("_x")) return stored;
  return mapOutsideQuotes(stored, (plain) =>
    plain
      // Some programs write function names in small letters.
      .replace(/_xldudf_([A-Za-z0-9]+)_([A-Za-z0-9_.]+)/g, (_, space: string, name: string) =>
        `${space}.${name}`.toUpperCase(),
      )
      .replace(/_xlfn\.ANCHORARRAY\(([^()]*)\)/g, "$1#")
      .replace(/_xl(?:fn|ws|pm|udf)\./g, ""),
  );
}

/** Functions newer than the file format: files carry them with a prefix. */
const PREFIXED = new Map<string, string>([
  ...(
    "ACOT ARABIC ARRAYTOTEXT BASE BITAND BITOR BITXOR BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS " +
    "CONCAT COVARIANCE.P COVARIANCE.S DAYS DECIMAL DROP ENCODEURL EXPAND FLOOR.MATH FORMULATEXT HSTACK IFNA IFS " +
    "ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL " +
    "NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC RANDARRAY " +
    "RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SHEET SHEETS SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE " +
    "TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS " +
    "XLOOKUP XMATCH XOR"
  )
    .split(" ")
    .map((name) => [name, `_xlfn.${name}`] as const),
  ["FILTER", "_xlfn._xlws.FILTER"],
  ["SORT", "_xlfn._xlws.SORT"],
]);

/**
 * A formula as the file stores it, from how the clerk sees it: the inverse of `shownFormula` for the functions
 * that PERF writes. Takes and gives it without the leading `=`.
 */
export function storedFormula(shown: string): string {
  return mapOutsideQuotes(shown, (plain) =>
    plain.replace(/(?<![A-Za-z0-9_.])([A-Za-z][A-Za-z0-9.]*)\(/g, (call, name: string) => {
      const upper = name.toUpperCase();
      if (upper.startsWith("PERF.")) return `_xldudf_${upper.replaceAll(".", "_")}(`;
      const prefixed = PREFIXED.get(upper);
      return prefixed === undefined ? call : `${prefixed}(`;
    }),
  );
}
