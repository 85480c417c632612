import type { BinaryOperator, Coordinate, FormulaNode, FormulaRange } from "./formulaTree";

/**
 * Takes a formula in relative form (`relativeForm`) apart. Null for what is not read here: array constants, references
 * made by operators (unions, intersections, `A1:INDEX(…)`), references across sheets (`一月:三月!A1`), declared tables'
 * columns, spill marks. Such formulas are left alone by the checks.
 */
export function parseForm(form: string): FormulaNode | null {
  const parser = new FormParser(form.startsWith("=") ? form.slice(1) : form);
  try {
    return parser.parse();
  } catch (error) {
    if (error instanceof NotRead) return null;
    throw error;
  }
}

/** Thrown inside this file only, to leave a formula that is not read. */
class NotRead extends Error {}

/** How deep brackets may stand and how long a chain may be: past it no clerk wrote the formula. */
const MAXIMUM_DEPTH = 100;
const MAXIMUM_CHAIN = 1000;

const SPACE = /\s+/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy;
const SHEET = /(?:'((?:[^']|'')+)'|((?:\[[^\][]+\])?[\p{L}\p{N}_.]+))!/uy;
const CELL = /§R(\[-?\d+\]|\d+)C(\[-?\d+\]|\d+)(?::§R(\[-?\d+\]|\d+)C(\[-?\d+\]|\d+))?/y;
const COLUMNS = /§C(\[-?\d+\]|\d+):§C(\[-?\d+\]|\d+)/y;
const ROWS = /§R(\[-?\d+\]|\d+):§R(\[-?\d+\]|\d+)/y;
const FUNCTION = /(?:_xlfn\.)?([\p{L}_][\p{L}\p{N}_.]*)\(/iuy;
const NAME = /#[A-Z/0]+[!?]?|[\p{L}_\\][\p{L}\p{N}_.\\]*/iuy;
const COMPARISON = /<=|>=|<>|[<>=]/y;

class FormParser {
  private at = 0;
  private depth = 0;
  private links = 0;

  constructor(private readonly text: string) {}

  parse(): FormulaNode {
    const node = this.comparison();
    this.skipSpace();
    if (this.at < this.text.length) throw new NotRead();
    return node;
  }

  private comparison(): FormulaNode {
    let left = this.joined();
    for (;;) {
      const match = this.take(COMPARISON);
      if (!match) return left;
      this.link();
      // The pattern matches nothing but comparison operators.
      const operator = match[0] as BinaryOperator;
      left = { kind: "binary", operator, left, right: this.joined() };
    }
  }

  private joined(): FormulaNode {
    return this.chain(["&"], () => this.sum());
  }

  private sum(): FormulaNode {
    return this.chain(["+", "-"], () => this.product());
  }

  private product(): FormulaNode {
    return this.chain(["*", "/"], () => this.power());
  }

  private power(): FormulaNode {
    return this.chain(["^"], () => this.signed());
  }

  private chain(operators: readonly BinaryOperator[], next: () => FormulaNode): FormulaNode {
    let left = next();
    for (;;) {
      const operator = operators.find((candidate) => this.skip(candidate));
      if (operator === undefined) return left;
      this.link();
      left = { kind: "binary", operator, left, right: next() };
    }
  }

  /** Every link of a chain is a level of the tree. */
  private link(): void {
    if ((this.links += 1) > MAXIMUM_CHAIN) throw new NotRead();
  }

  private signed(): FormulaNode {
    let negative: boolean | null = null;
    for (;;) {
      if (this.skip("-")) negative = negative !== true;
      else if (this.skip("+")) negative ??= false;
      else break;
    }
    this.depth += 1;
    if (this.depth > MAXIMUM_DEPTH) throw new NotRead();
    let node = this.primary();
    this.depth -= 1;
    while (this.skip("%")) {
      this.link();
      node = { kind: "percent", operand: node };
    }
    return negative === null ? node : { kind: "sign", negative, operand: node };
  }

  private primary(): FormulaNode {
    if (this.skip("(")) {
      const inside = this.comparison();
      if (!this.skip(")")) throw new NotRead();
      return inside;
    }
    const text = this.take(TEXT);
    if (text) return { kind: "text", value: (text[1] ?? "").replaceAll('""', '"') };
    const sheet = this.take(SHEET);
    if (sheet) return this.onSheet(sheet);
    const range = this.range(null, null);
    if (range) return range;
    const number = this.take(NUMBER);
    if (number) return { kind: "number", value: Number(number[0]) };
    const call = this.take(FUNCTION);
    if (call) return { kind: "call", name: (call[1] ?? "").toUpperCase(), inputs: this.inputs() };
    const name = this.take(NAME);
    if (!name) throw new NotRead();
    const upper = name[0].toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE" };
    return { kind: "name", name: name[0] };
  }

  private onSheet(match: RegExpExecArray): FormulaNode {
    const full = match[1]?.replaceAll("''", "'") ?? match[2] ?? "";
    // Looked for from the end: a pattern would begin anew at every bracket.
    const open = full.lastIndexOf("[");
    const close = full.lastIndexOf("]");
    const sheet = full.slice(close + 1);
    const book = close < 0 ? null : full.slice(open + 1, close);
    if (sheet === "" || book === "" || open > close || (open < 0 && close >= 0)) throw new NotRead();
    const range = this.range(sheet, book);
    if (!range) throw new NotRead();
    return range;
  }

  private range(sheet: string | null, book: string | null): FormulaNode | null {
    const place = { sheet, book };
    const cell = this.take(CELL);
    if (cell) {
      const [, row = "", column = "", lastRow = row, lastColumn = column] = cell;
      return this.rangeNode({ ...place, rows: ends(row, lastRow), columns: ends(column, lastColumn) });
    }
    const columns = this.take(COLUMNS);
    if (columns)
      return this.rangeNode({ ...place, rows: null, columns: ends(columns[1] ?? "", columns[2] ?? "") });
    const rows = this.take(ROWS);
    if (rows) return this.rangeNode({ ...place, rows: ends(rows[1] ?? "", rows[2] ?? ""), columns: null });
    return null;
  }

  private rangeNode(range: FormulaRange): FormulaNode {
    return { kind: "range", range };
  }

  private inputs(): (FormulaNode | null)[] {
    const inputs: (FormulaNode | null)[] = [];
    if (this.skip(")")) return inputs;
    for (;;) {
      this.skipSpace();
      const left = this.text[this.at];
      inputs.push(left === "," || left === ")" ? null : this.comparison());
      if (this.skip(")")) return inputs;
      if (!this.skip(",")) throw new NotRead();
    }
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    this.skipSpace();
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }

  private skip(sign: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private skipSpace(): void {
    SPACE.lastIndex = this.at;
    if (SPACE.test(this.text)) this.at = SPACE.lastIndex;
  }
}

function ends(first: string, last: string): readonly [Coordinate, Coordinate] {
  return [coordinate(first), coordinate(last)];
}

function coordinate(text: string): Coordinate {
  return text.startsWith("[")
    ? { fixed: false, at: Number(text.slice(1, -1)) }
    : { fixed: true, at: Number(text) - 1 };
}
