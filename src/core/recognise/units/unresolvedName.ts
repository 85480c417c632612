import type { FindingCode } from "../../checks/catalogue";
import type { FindingParameters } from "../../findings/finding";
import type { NameResolution, RosterEntry } from "../../units/roster";

/** What is to be said about a name that stands for no unit or for several; null for a name that is known. */
export function unresolvedName(
  text: string,
  resolution: NameResolution,
): { readonly code: FindingCode; readonly parameters: FindingParameters } | null {
  if (resolution.kind === "known") return null;
  if (resolution.kind === "ambiguous") {
    const candidates = resolution.candidates.map(entryName).join("、");
    return { code: "unit-ambiguous", parameters: { text, candidates, why: resolution.why } };
  }
  const suggestions = resolution.suggestions.map(entryName).join("、");
  return { code: suggestions === "" ? "unit-unknown" : "unit-likely", parameters: { text, suggestions } };
}

function entryName({ unit, group }: RosterEntry): string {
  return `${unit.name}(${group.name})`;
}
