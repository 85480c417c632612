import { decimalOfNumber, type Decimal } from "../core/numbers/decimal";
import { nameKey } from "../core/units/nameKey";
import type { Roster } from "../core/units/roster";
import { contentOf } from "./argument";
import { notAvailable, type Fault } from "./fault";
import { decimalOf, reasonOf, textOf } from "./reason";
import type { FunctionWords } from "./words";

/** What a total's cell says: a number to rank, nothing, or why it cannot be ranked. */
export function totalAt(cell: unknown, translate: FunctionWords): Decimal | Fault | null {
  const plain = typeof cell === "number" ? decimalOfNumber(cell) : null;
  if (plain !== null) return plain;
  const content = contentOf(cell);
  if (content.kind === "blank") return null;
  return decimalOf(content) ?? notAvailable(reasonOf(translate("function.total"), content, translate));
}

/**
 * Reads groups from cells, as keys that equal groups share: the roster's group (第一组 and 一组 are one), else the text
 * itself. A blank group is `#N/A`: under merged cells only the first row has the group's name. The same few groups
 * stand in thousands of rows, so that each text is looked up once.
 */
export function groupReader(
  roster: Roster | null,
  translate: FunctionWords,
): (cell: unknown) => string | Fault {
  const known = new Map<unknown, string | Fault>();

  function read(cell: unknown): string | Fault {
    const content = contentOf(cell);
    if (content.kind === "blank") return notAvailable(translate("function.no-group"));
    if (content.kind === "error") {
      return notAvailable(reasonOf(translate("function.group"), content, translate));
    }
    return groupKeyOf(textOf(content), roster);
  }

  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const group = read(cell);
    known.set(cell, group);
    return group;
  };
}

/** The key of a group's name: the roster's own name for it, else the text without white space. */
export function groupKeyOf(text: string, roster: Roster | null): string {
  return roster?.group(text)?.name ?? nameKey(text);
}
