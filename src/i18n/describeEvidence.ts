import type { Evidence } from "../core/recognise/reading/tableReading";
import { isMessageKey, type Translate } from "./translate";

/** What speaks for a column's role, in words. */
export function describeEvidence(translate: Translate, { kind, says }: Evidence): string {
  if (kind === "header")
    return translate(says.startsWith("under-") ? "evidence.named-above" : "evidence.named");
  const key = `evidence.${says}`;
  return translate(isMessageKey(key) ? key : "evidence.follows");
}
