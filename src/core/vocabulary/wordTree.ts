import { endOfNumber, isDigit } from "./numerals";

/** Words as a tree by their characters: all words that begin at a place of a text are found in one walk. */
interface Branch<Value> {
  readonly next: Map<string, Branch<Value>>;
  readonly values: Value[];
}

/** Stands in a word for any number. */
const NUMBER = "0";

/** Words with a value each. A digit in a word stands for a number of digits or numerals. */
export class WordTree<Value> {
  private readonly root: Branch<Value> = { next: new Map(), values: [] };

  add(word: string, value: Value): void {
    let branch = this.root;
    for (let at = 0; at < word.length;) {
      const character = word.charAt(at);
      const key = isDigit(character) ? NUMBER : character;
      at = key === NUMBER ? endOfNumber(word, at) : at + 1;
      const next = branch.next.get(key) ?? { next: new Map(), values: [] };
      branch.next.set(key, next);
      branch = next;
    }
    branch.values.push(value);
  }

  /** Calls `found` for each word that begins at a place of a text, with the place where it ends. */
  walk(text: string, from: number, found: (value: Value, end: number) => void): void {
    this.step(this.root, text, from, found);
  }

  private step(
    branch: Branch<Value>,
    text: string,
    at: number,
    found: (value: Value, end: number) => void,
  ): void {
    for (const value of branch.values) found(value, at);
    if (at >= text.length) return;
    const character = text.charAt(at);
    const next = isDigit(character) ? undefined : branch.next.get(character);
    if (next) this.step(next, text, at + 1, found);
    const number = branch.next.get(NUMBER);
    if (!number) return;
    const end = endOfNumber(text, at);
    if (end > at) this.step(number, text, end, found);
  }
}
