import type { ColumnRole } from "../core/assessment/assessment";
import type { Scheme } from "../core/scheme/scheme";
import { isMessageKey, type Translate } from "./translate";

/** A role in words: the scheme's own name of a component or adjustment. */
export function roleName(role: ColumnRole, scheme: Scheme, translate: Translate): string {
  const [kind = "", id] = role.split(":");
  if (id === undefined) {
    const key = `role.${kind}`;
    return isMessageKey(key) ? translate(key) : kind;
  }
  const named = [...scheme.components, ...scheme.adjustments].find((one) => one.id === id);
  const name = named?.name ?? id;
  return kind === "weighted" ? translate("role.weighted", { name }) : name;
}
