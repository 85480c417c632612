import { formatDecimal } from "../numbers/decimal";
import { exactSum, formatWide } from "../numbers/exactSum";
import { parseScheme } from "../scheme/parseScheme";
import type { Scheme } from "../scheme/scheme";
import type { SchemeFileInput } from "../scheme/schemeFile";
import { finish, type Steps } from "../steps";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { readTablesInSteps, type ReadTable, type RecognitionRules } from "./tables/classifySheet";
import { createRoleReader } from "./header/columnRole";
import { isForm } from "./layouts/findForms";
import type { RoleCorrections } from "./columns/tableColumns";
import {
  componentId,
  componentsOf,
  totalAsComponent,
  type ProposalBasis,
  type ProposedComponents,
} from "./proposal/componentsOf";
import { listedItems } from "./proposal/itemLists";
import { readWorkbook, type SheetReading, type WorkbookReading } from "./reading/readTables";
import { resultQuestions, type ResultQuestion } from "../settle/questions";
import { names } from "../vocabulary/concepts";
import { createSheetView } from "./tables/sheetView";
import { listsOwnWeights, WEIGHED_TOTAL } from "./layouts/weighRows";
import { scoredTable, type ScoredTable } from "./proposal/scoredTable";

/** A scheme made from a workbook's own headers: offered to the clerk, never applied by itself. */
export interface SchemeProposal {
  readonly file: SchemeFileInput;
  readonly scheme: Scheme;
  readonly sheet: string;
  readonly basis: ProposalBasis;
  /** What each column is under the scheme, by the key of its header. */
  readonly roles: RoleCorrections;
  /** What the sheet leaves open: the clerk is asked. */
  readonly questions: readonly ResultQuestion[];
}

/** The scheme under which headers are read to propose one: it knows no components and no roster. */
const BLANK_SCHEME: SchemeFileInput = {
  id: "headers",
  name: "headers",
  fullMark: "1",
  components: [{ id: "none", name: "\u0000", max: "1", weight: "1" }],
  rounding: { places: 2, mode: "half-up" },
  ties: "competition",
  groups: null,
};

/**
 * Proposes a scheme from the first table, form or list that says how its totals come about (`componentsOf`); where
 * none does, from the author's totals as they stand. Null when there are none either: it is not guessed.
 */
export function proposeScheme(snapshot: Snapshot): SchemeProposal | null {
  return finish(proposeSchemeInSteps(readWorkbook(snapshot)));
}

/** `proposeScheme` as work that may be interrupted, on a workbook that was read already. */
export function* proposeSchemeInSteps({ sheets }: WorkbookReading): Steps<SchemeProposal | null> {
  const tables: { readonly reading: SheetReading; readonly scored: readonly ScoredTable[] }[] = [];
  for (const reading of sheets) {
    const { sheet } = reading;
    const read = yield* readTablesInSteps(reading, blankRules());
    const scored = scoredTables(sheet, read);
    tables.push({ reading, scored });
    yield;
    const found = firstOf(scored, componentsOf) ?? (yield* ofList(sheet)) ?? ofOwnWeights(read);
    const proposal = found && makeProposal(found, reading);
    if (proposal) return proposal;
  }
  for (const { reading, scored } of tables) {
    const found = firstOf(scored, totalAsComponent);
    const proposal = found && makeProposal(found, reading);
    if (proposal) return proposal;
  }
  return null;
}

/** The tables of a sheet; none of a form. */
function scoredTables(sheet: SheetSnapshot, tables: readonly ReadTable[]): ScoredTable[] {
  if (isForm(createSheetView(sheet), null)) return [];
  return tables.filter((table) => table.kind !== "not-data" && !listsItems(table)).map(scoredTable);
}

/** Whether the rows of a table are what is scored, not who. */
function listsItems({ block, columns }: ReadTable): boolean {
  // On its side, the corner heads the items that stand under it.
  if (block.view.flipped) return false;
  const unit = columns.find(({ column }) => column === block.unitColumn);
  return unit?.path.some((text) => names(text, "item")) ?? false;
}

function blankRules(): RecognitionRules {
  const blank = parseScheme(BLANK_SCHEME);
  if (!blank.ok) throw new Error(`The blank scheme is wrong: ${blank.problem.code}`);
  return {
    scheme: blank.scheme,
    roster: null,
    reader: createRoleReader(blank.scheme),
    corrections: new Map(),
  };
}

/** A form's or a list's items weigh what it says; no author's totals stand there to compare scores with. */
function* ofList(sheet: SheetSnapshot): Steps<ProposedComponents | null> {
  const items = yield* listedItems(sheet);
  if (items === null) return null;
  return componentsOf({
    sheet,
    fact: null,
    ties: "competition",
    order: "descending",
    parts: [],
    items: items.map((item) => ({ ...item, column: null, values: [], cells: [] })),
    units: [],
    totalName: null,
    columns: null,
  });
}

/** Units whose items have weights of their own are ranked by their weighted sums. */
function ofOwnWeights(tables: readonly ReadTable[]): ProposedComponents | null {
  if (!tables.some(({ block, columns }) => listsOwnWeights(block, columns))) return null;
  const components = [
    {
      column: null,
      name: WEIGHED_TOTAL,
      maximum: { units: 100, places: 0 },
      weight: { units: 1, places: 0 },
    },
  ];
  return { basis: "weights", components, roles: new Map(), places: 2 };
}

function firstOf<Input, Output>(
  inputs: readonly Input[],
  make: (input: Input) => Output | null,
): Output | null {
  for (const input of inputs) {
    const output = make(input);
    if (output !== null) return output;
  }
  return null;
}

function makeProposal(
  { basis, base, components, places, ties, order, roles }: ProposedComponents,
  reading: SheetReading,
) {
  const { sheet } = reading;
  const fullMark = formatWide(
    exactSum([
      ...(base === undefined ? [] : [{ factor: base }]),
      ...components.map(({ maximum, weight }) => ({ factor: maximum, by: weight })),
    ]),
  );
  const file: SchemeFileInput = {
    id: "workbook",
    name: sheet.name,
    fullMark,
    ...(base === undefined ? {} : { base: formatDecimal(base) }),
    components: components.map(({ name, maximum, weight }, index) => ({
      id: componentId(index),
      name,
      max: formatDecimal(maximum),
      weight: formatDecimal(weight),
    })),
    rounding: { places, mode: "half-up" },
    ties: ties ?? "competition",
    ...(order === "ascending" ? { order } : {}),
    groups: null,
  };
  const outcome = parseScheme(file);
  const proposal: SchemeProposal | null = outcome.ok
    ? { file, scheme: outcome.scheme, sheet: sheet.name, basis, roles, questions: resultQuestions(reading) }
    : null;
  return proposal;
}
