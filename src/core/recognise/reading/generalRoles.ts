import type { Fact } from "../../facts/fact";
import { conceptsOf, type Concept, type ConceptMatch } from "../../vocabulary/concepts";
import type { ColumnProfile } from "./columnProfile";
import type { Evidence, GeneralRole, RoleCandidate } from "./tableReading";

/** A column before its role is known. */
export interface ColumnEvidence {
  readonly column: number;
  readonly path: readonly string[];
  readonly profile: ColumnProfile;
}

/** What the roles of a table's columns are told from, beside the columns themselves. */
export interface RoleSetting {
  /** Columns that name the units, as the shape of the table shows them. */
  readonly unitColumns: readonly number[];
  readonly facts: readonly Fact[];
}

/** Roles that a header's words speak for; the strength of words is in bits, like that of all evidence. */
const ROLE_OF_CONCEPT: Partial<Record<Concept, GeneralRole>> = {
  unit: "group",
  group: "group",
  sequence: "sequence",
  identifier: "sequence",
  period: "period",
  date: "period",
  total: "total",
  subtotal: "subtotal",
  mean: "subtotal",
  rank: "rank",
  grade: "grade",
  bonus: "bonus",
  deduction: "deduction",
  net: "net",
  weight: "weight",
  "full-mark": "full-mark",
  note: "note",
  problem: "note",
  reason: "note",
  score: "score",
  "weighted-score": "subtotal",
};

const BITS_OF_WORDS: Readonly<Record<ConceptMatch["strength"], number>> = {
  whole: 6,
  affixed: 5,
  contained: 2.5,
};

/** Every role that something speaks for, the best supported first; `unknown` last, with no evidence. */
export function candidatesOf(column: ColumnEvidence, setting: RoleSetting): RoleCandidate[] {
  const evidence = new Map<GeneralRole, Evidence[]>();
  const add = (role: GeneralRole, kind: Evidence["kind"], bits: number, says: string) => {
    const list = evidence.get(role) ?? [];
    list.push({ kind, bits, says });
    evidence.set(role, list);
  };
  byWords(column, add);
  byContent(column.profile, add);
  byFacts(column.column, setting.facts, add);
  if (setting.unitColumns[0] === column.column) add("unit", "place", 20, "tells-units");
  const candidates = [...evidence].map(([role, list]): RoleCandidate => ({
    role,
    bits: list.reduce((sum, { bits }) => sum + bits, 0),
    evidence: list,
  }));
  return [
    ...candidates.filter(({ bits }) => bits > 0).sort((left, right) => right.bits - left.bits),
    { role: "unknown", bits: 0, evidence: [] },
  ];
}

type Add = (role: GeneralRole, kind: Evidence["kind"], bits: number, says: string) => void;

/** The lowest header cell speaks loudest; those above help where it says only that a score stands here. */
function byWords({ path, profile }: ColumnEvidence, add: Add): void {
  const leaf = path.at(-1);
  if (leaf === undefined) return;
  // What differs in every row divides nobody into groups: it is another mark of the unit, such as its number.
  const differsInEveryRow = profile.filled > 1 && profile.distinct === profile.filled;
  for (const { concept, strength } of conceptsOf(leaf)) {
    const role = concept === "unit" && differsInEveryRow ? "sequence" : ROLE_OF_CONCEPT[concept];
    if (role !== undefined) add(role, "header", BITS_OF_WORDS[strength], `names-${concept}`);
  }
  const parent = path.at(-2);
  if (parent === undefined) return;
  for (const { concept, strength } of conceptsOf(parent)) {
    const role = ROLE_OF_CONCEPT[concept];
    if (role !== undefined && strength !== "contained") add(role, "header", 1.5, `under-${concept}`);
  }
}

function byContent(profile: ColumnProfile, add: Add): void {
  const { rows, filled, numbers, texts, distinct, whole, steps, smallest, largest, textLength } = profile;
  if (filled === 0) return;
  const mostlyNumbers = numbers > texts;
  if (mostlyNumbers) {
    if (profile.dates) add("period", "content", 3, "dates");
    else add("score", "content", 1 + numbers / rows, "figures");
    if (steps) add("sequence", "content", 4, "runs-on");
    // Numbers of ten digits tell things apart, they measure nothing.
    if (whole && distinct === numbers && numbers > 4 && smallest >= 100_000 && largest < smallest * 100)
      add("sequence", "content", 3, "all-different");
    return;
  }
  if (distinct * 3 <= filled && textLength <= 20) add("group", "content", 1.5, "few-different");
  if (textLength > 15) add("note", "content", 2, "long-texts");
}

const TOTAL_KINDS: ReadonlySet<Fact["kind"]> = new Set([
  "sum",
  "weighted-sum",
  "mean",
  "trimmed-mean",
  "best-of",
]);

function byFacts(column: number, facts: readonly Fact[], add: Add): void {
  for (const fact of facts) {
    if (fact.column === column) {
      if (fact.kind === "rank") add("rank", "fact", 8, "ranks");
      else if (fact.kind === "grade") add("grade", "fact", 6, "grades");
      else if (TOTAL_KINDS.has(fact.kind)) add("subtotal", "fact", 5, fact.kind);
      else add("unknown", "fact", 0, fact.kind);
    }
    if (fact.kind === "rank" && fact.within === column) add("group", "fact", 8, "ranked-within");
    if (!TOTAL_KINDS.has(fact.kind)) continue;
    if (fact.minus.includes(column)) add("deduction", "fact", 4, "taken-off");
    else if (fact.plus.includes(column)) add("bonus", "fact", 2, "added-on");
    else if (fact.of.includes(column)) add("score", "fact", 4, "part-of");
  }
}
