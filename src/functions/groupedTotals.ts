import type { Decimal } from "../core/numbers/decimal";
import type { Roster } from "../core/units/roster";
import { nameKey } from "../core/units/nameKey";
import type { FunctionWords } from "./words";
import { contentOf } from "./argument";
import { notAvailable, type Fault } from "./fault";
import { decimalOf, reasonOf, textOf } from "./reason";

/** What a total's cell says: a number to rank, nothing, or why it cannot be ranked. */
export function totalAt(cell: unknown, translate: FunctionWords): Decimal | Fault | null {
  const content = contentOf(cell);
  if (content.kind === "blank") return null;
  return decimalOf(content) ?? notAvailable(reasonOf(translate("function.total"), content, translate));
}

/**
 * The group that a cell names, as a key that equal groups share: the roster's group (第一组 and 一组 are one), else the
 * text itself. A blank group is `#N/A`: under merged cells only the first row has the group's name.
 */
export function groupAt(cell: unknown, roster: Roster | null, translate: FunctionWords): string | Fault {
  const content = contentOf(cell);
  const name = translate("function.group");
  if (content.kind === "error") return notAvailable(reasonOf(name, content, translate));
  if (content.kind === "blank") return notAvailable(translate("function.no-group"));
  const text = textOf(content);
  return roster?.group(text)?.name ?? nameKey(text);
}
