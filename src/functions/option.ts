import type { FunctionWords } from "./words";
import { contentOf, rangeOf, type Content } from "./argument";
import { shapeOf } from "./broadcast";
import { invalidValue, isFault, notAvailable, type Fault } from "./fault";
import { decimalOf, reasonOf, textOf } from "./reason";

/** An optional argument that takes one cell; null when it was left out or is blank. */
export function optionContent(
  argument: unknown,
  name: string,
  translate: FunctionWords,
): Content | Fault | null {
  const range = rangeOf(argument);
  if (range === null) return null;
  const { rows, columns } = shapeOf(range);
  if (rows > 1 || columns > 1) return invalidValue(translate("function.one-cell", { name }));
  const content = contentOf(range[0]?.[0]);
  if (content.kind === "error") return notAvailable(reasonOf(name, content, translate));
  return content.kind === "blank" ? null : content;
}

/** One of a few words, in small letters or capitals; null when left out; `#VALUE!` that lists them for another. */
export function optionWord<Word extends string>(
  argument: unknown,
  name: string,
  words: readonly Word[],
  translate: FunctionWords,
): Word | Fault | null {
  const content = optionContent(argument, name, translate);
  if (content === null || isFault(content)) return content;
  const text = textOf(content).trim().toLowerCase();
  const word = words.find((candidate) => candidate.toLowerCase() === text);
  return word ?? invalidValue(translate("function.words", { name, text, words: words.join(", ") }));
}

/** A whole number in a range; null when left out; `#VALUE!` that names the range for another. */
export function optionWhole(
  argument: unknown,
  name: string,
  [lowest, highest]: readonly [number, number],
  translate: FunctionWords,
): number | Fault | null {
  const content = optionContent(argument, name, translate);
  if (content === null || isFault(content)) return content;
  const number = decimalOf(content);
  const whole = number?.places === 0 ? number.units : null;
  if (whole !== null && whole >= lowest && whole <= highest) return whole;
  return invalidValue(translate("function.whole", { name, text: textOf(content), lowest, highest }));
}
