import { createRoster, type Roster, type RosterEntry } from "../core/units/roster";
import type { FunctionWords } from "./words";
import { contentOf } from "./argument";
import { broadcast } from "./broadcast";
import type { FunctionEnvironment } from "./environment";
import { isFault, notAvailable, type CellResult, type Fault } from "./fault";
import type { PerfFunctions } from "./host";
import { perScheme } from "./perScheme";
import { reasonOf, textOf } from "./reason";

/** `PERF.UNIT`: the roster's name for what a cell says (rule 22). */
export function createUnit(environment: FunctionEnvironment): PerfFunctions["unit"] {
  return forRosterEntries(environment, ({ unit }) => unit.name);
}

/** `PERF.GROUP`: the group of the unit that a cell names (rule 22). */
export function createGroup(environment: FunctionEnvironment): PerfFunctions["group"] {
  return forRosterEntries(environment, ({ group }) => group.name);
}

/** A blank name stays blank; an unknown or ambiguous one is `#N/A` with the units that it could be. */
function forRosterEntries(
  environment: FunctionEnvironment,
  evaluate: (entry: RosterEntry) => CellResult,
): PerfFunctions["unit"] {
  const rosterOf = perScheme(createRoster);
  return (name) => {
    const { scheme, translate } = environment;
    const roster = rosterOf(scheme);
    if (roster === null) return [[notAvailable(translate("function.no-roster", { scheme: scheme.name }))]];
    return broadcast(
      [name],
      () => translate("function.unit"),
      translate,
      ([cell]) => {
        const content = contentOf(cell);
        if (content.kind === "blank") return "";
        if (content.kind === "error")
          return notAvailable(reasonOf(translate("function.unit"), content, translate));
        const entry = entryOf(roster, textOf(content), translate);
        return isFault(entry) ? entry : evaluate(entry);
      },
    );
  };
}

function entryOf(roster: Roster, text: string, translate: FunctionWords): RosterEntry | Fault {
  const resolution = roster.resolve(text);
  if (resolution.kind === "known") return resolution.entry;
  const units = resolution.kind === "ambiguous" ? resolution.candidates : resolution.suggestions;
  const candidates = units.map(({ unit, group }) => `${unit.name}（${group.name}）`).join("、");
  if (resolution.kind === "ambiguous") {
    return notAvailable(translate("finding.unit-ambiguous", { text, candidates, why: resolution.why }));
  }
  const key = units.length > 0 ? "finding.unit-likely" : "finding.unit-unknown";
  return notAvailable(translate(key, { text, suggestions: candidates }));
}
