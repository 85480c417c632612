import type { ColumnRole } from "../assessment/assessment";
import { rankedCount, type Ranking } from "../ranking/ranking";
import { rankInSteps } from "../ranking/rankAssessment";
import { readColumns, type RoleCorrections } from "../recognise/columns/tableColumns";
import { createRoleReader } from "../recognise/header/columnRole";
import { componentId } from "../recognise/proposal/componentsOf";
import type { WorkbookReading } from "../recognise/reading/readTables";
import type { TableReading } from "../recognise/reading/tableReading";
import { recogniseInSteps } from "../recognise/recognise";
import { headerTextsOf } from "../recognise/settled/followPlace";
import type { SettledPlace } from "../recognise/settled/settledPlace";
import { settledWorkbook } from "../recognise/settled/settledWorkbook";
import { blockOf } from "../recognise/tables/tableBlock";
import type { Scheme } from "../scheme/scheme";
import type { Steps } from "../steps";
import { POINTS, type SettleAnswers, type SettledRole } from "./answers";
import { columnName } from "./columnName";
import { faulty, settled, type Settled } from "./faults";
import { columnsOf, schemeOfAnswers, type SettledScheme } from "./schemeOfAnswers";
import { readTableAt } from "./settleTable";
import { SINGLE_ROLES } from "./suggest";

/** What the clerk's answers come to: what the workbook will keep, and the ranking that it will have. */
export interface Settlement {
  readonly place: SettledPlace;
  readonly scheme: Scheme;
  readonly roles: RoleCorrections;
  readonly reading: TableReading;
  readonly ranking: Ranking;
}

/**
 * From a workbook and the clerk's answers to column roles, a scheme and the ranking that follows. The ranking is made
 * by the same steps as any other, so that what the settling view shows is what the sheet will say. `defaultYear` dates a
 * period that nothing else dates.
 */
export function* settleInSteps(
  workbook: WorkbookReading,
  answers: SettleAnswers,
  defaultYear: number,
): Steps<Settled<Settlement>> {
  const [unitColumn] = columnsOf(answers, "unit");
  if (unitColumn === undefined) return faulty("no-unit");
  const { method } = answers;
  const weightRow = method.by === "weighted" && method.from === "row" ? method.row : null;
  const reading = yield* readTableAt(workbook, answers.place, { unitColumn, weightRow });
  if (reading === null) return faulty("nothing-there", { text: answers.place.sheet });
  const twice = repeatedRole(reading, answers);
  if (twice !== null) return faulty("two-of-role", twice);
  const made = schemeOfAnswers(reading, answers);
  if (!made.ok) return made;
  const place: SettledPlace = {
    ...answers.place,
    unitColumn,
    weightRow,
    header: headerTextsOf(reading.shape.grid, answers.place.headerRow),
    countsRecords: method.by !== "stated",
  };
  return yield* bestRanking({ workbook, reading, answers, made: made.value, place, defaultYear });
}

/** What a ranking is tried with. */
interface Trial {
  readonly workbook: WorkbookReading;
  readonly reading: TableReading;
  readonly answers: SettleAnswers;
  readonly made: SettledScheme;
  readonly place: SettledPlace;
  readonly defaultYear: number;
}

/**
 * The author's own total is compared with ours where that leaves all units in the ranking. Where it would keep units
 * out, because it came about otherwise than the clerk says now, it counts nothing.
 */
function* bestRanking(trial: Trial): Steps<Settled<Settlement>> {
  const compared = yield* rankingOf(trial, true);
  const hasTotal =
    trial.answers.method.by !== "stated" && [...trial.answers.roles.values()].includes("total");
  const alone = hasTotal ? yield* rankingOf(trial, false) : null;
  const best = alone !== null && rankedIn(alone) > rankedIn(compared) ? alone : compared;
  return best === null || rankedIn(best) === 0 ? faulty("nobody-ranked") : settled(best);
}

function rankedIn(settlement: Settlement | null): number {
  return settlement === null ? 0 : rankedCount(settlement.ranking);
}

function* rankingOf(trial: Trial, comparesTotal: boolean): Steps<Settlement | null> {
  const { workbook, reading, made, place, defaultYear } = trial;
  const roles = correctionsOf(trial, comparesTotal);
  const recognition = yield* recogniseInSteps(
    settledWorkbook(workbook, reading, place.countsRecords),
    made.scheme,
    {
      defaultYear,
      corrections: roles,
    },
  );
  if (recognition === null) return null;
  const ranking = yield* rankInSteps(made.scheme, recognition.assessment);
  return { place, scheme: made.scheme, roles, reading, ranking };
}

/** The role of every column under the scheme, by the key of its header. */
function correctionsOf({ reading, answers, made }: Trial, comparesTotal: boolean): RoleCorrections {
  const block = blockOf(reading, Infinity);
  const columns = readColumns(block, reading, createRoleReader(made.scheme));
  return new Map(
    columns.map(({ key, column }) => {
      const index = made.columns.indexOf(column);
      if (index >= 0) return [key, `component:${componentId(index)}` as const];
      const role = columnRole(answers.roles.get(column) ?? "unused", answers);
      return [key, role === "total" && !comparesTotal ? "unknown" : role];
    }),
  );
}

/** Roles that recognition knows by the same name. */
const KEPT: ReadonlySet<SettledRole> = new Set(["unit", "group", "total", "rank", "period"]);

/** Points are in a total that stands there already. */
function columnRole(role: SettledRole, { method }: SettleAnswers): ColumnRole {
  if (KEPT.has(role) || (POINTS.has(role) && method.by !== "stated")) return role as ColumnRole;
  return "unknown";
}

function repeatedRole(reading: TableReading, { roles }: SettleAnswers) {
  const seen = new Set<SettledRole>();
  for (const [column, role] of roles) {
    if (SINGLE_ROLES.has(role) && seen.has(role)) return { column: columnName(reading, column), role };
    seen.add(role);
  }
  return null;
}
