import type { Figure } from "../assessment/assessment";
import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { equalDecimals, formatDecimal, formatFixed, type Decimal } from "../numbers/decimal";
import { roundDecimal } from "../numbers/rounding";
import { scoreSetOf } from "../ranking/rankAssessment";
import type { RankedUnit, Ranking } from "../ranking/ranking";
import type { ReadTable } from "../recognise/tables/classifySheet";
import { readScoreIn } from "../recognise/units/readFigure";
import { rankInText } from "../recognise/units/rankText";
import type { TableColumn } from "../recognise/columns/tableColumns";
import { explainTotal } from "../scoring/explainTotal";
import { totalFormula } from "../scoring/total";
import { STEP_SIZE, type Steps } from "../steps";
import { nameKey } from "../units/nameKey";
import { cellAddress, type SheetCell } from "../workbook/address";
import type { CheckSubject } from "./checkSubject";
import { correctionOf } from "./correction";

/** A column restates totals or ranks when so many rows, and this share of them, say what is stated or right. */
const MINIMUM_AGREEING = 3;
const SHARE_AGREEING = 0.6;

type Role = "total" | "rank";

/** A unit's total or rank in a further table. */
interface Restatement {
  readonly ranked: RankedUnit;
  readonly value: Decimal;
  readonly cell: SheetCell;
}

/**
 * Totals and ranks that stand in a further table (a publication beside the scores) and say something else than the
 * table that they are taken from; where no score table states them, something else than the exact ones. Columns that
 * mostly say something else are another matter, such as a leader's own points, and are left alone.
 */
export function* checkRestatedResults(subject: CheckSubject): Steps<Finding[]> {
  const { recognition, ranking } = subject;
  if (recognition.unitTables.length < 2) return [];
  const units = yield* unitsByName(ranking);
  const findings: Finding[] = [];
  for (const table of recognition.unitTables) {
    for (const role of ["total", "rank"] as const) {
      const [column, ...others] = table.columns.filter((candidate) => candidate.role === role);
      if (!column || others.length > 0) continue;
      const restated = yield* restatementsIn(table, column, role, units);
      const differing = restated.filter((row) => !agrees(ranking, role, row));
      const agreeing = restated.length - differing.length;
      if (agreeing < Math.max(MINIMUM_AGREEING, restated.length * SHARE_AGREEING)) continue;
      findings.push(...differing.map((row) => differingFinding(subject, role, column, row)));
    }
  }
  return findings;
}

/** Ranked units by what their cells and the roster call them; a name that two of them have stands for none. */
function* unitsByName({ groups }: Ranking): Steps<Map<string, RankedUnit | null>> {
  const units = new Map<string, RankedUnit | null>();
  for (const [index, ranked] of groups.flatMap((group) => group.ranked).entries()) {
    if (index % STEP_SIZE === 0) yield;
    for (const key of new Set([nameKey(ranked.unit.as), nameKey(ranked.unit.name)]))
      units.set(key, units.has(key) ? null : ranked);
  }
  return units;
}

function* restatementsIn(
  { block: { view, unitColumn }, rows }: ReadTable,
  { column }: TableColumn,
  role: Role,
  units: ReadonlyMap<string, RankedUnit | null>,
): Steps<Restatement[]> {
  const found: Restatement[] = [];
  for (const [index, { kind, row }] of rows.entries()) {
    if (index % STEP_SIZE === 0) yield;
    if (kind !== "unit") continue;
    const ranked = units.get(nameKey(view.text(row, unitColumn)));
    if (!ranked) continue;
    const value = role === "rank" ? rankIn(view.value(row, column)) : null;
    const stated = value ?? readScoreIn(view, row, column);
    if (stated === null) continue;
    const cell = { sheet: view.sheet.name, ...view.position(row, column) };
    if (!isSame(cell, statedIn(ranked, role))) found.push({ ranked, value: stated, cell });
  }
  return found;
}

function rankIn(value: unknown): Decimal | null {
  const rank = typeof value === "string" ? rankInText(value) : null;
  return rank === null ? null : { units: rank, places: 0 };
}

function statedIn({ unit }: RankedUnit, role: Role): Figure | null {
  return role === "total" ? unit.statedTotal : unit.statedRank;
}

function isSame(cell: SheetCell, figure: Figure | null): boolean {
  return (
    figure !== null && figure.sheet === cell.sheet && figure.row === cell.row && figure.column === cell.column
  );
}

function agrees({ scheme }: Ranking, role: Role, { ranked, value }: Restatement): boolean {
  const stated = statedIn(ranked, role)?.value ?? null;
  if (role === "rank") {
    const right: Decimal = { units: ranked.rank, places: 0 };
    return equalDecimals(value, right) || (stated !== null && equalDecimals(value, stated));
  }
  const rounded = roundDecimal(value, scheme.rounding);
  return (
    equalDecimals(rounded, ranked.total) ||
    (stated !== null && equalDecimals(rounded, roundDecimal(stated, scheme.rounding)))
  );
}

function differingFinding(
  subject: CheckSubject,
  role: Role,
  column: TableColumn,
  { ranked, value, cell }: Restatement,
): Finding {
  const { ranking } = subject;
  const { unit, total, rank } = ranked;
  const own = formatDecimal(value);
  const place = { sheet: cell.sheet, cell };
  const stated = statedIn(ranked, role);
  if (stated !== null) {
    return createFinding("results-disagree", place, {
      unit: unit.name,
      column: column.header,
      value: own,
      other: formatDecimal(stated.value),
      place: `${stated.sheet}!${cellAddress(stated)}`,
    });
  }
  if (role === "rank") {
    return createFinding(
      "rank-differs",
      place,
      { unit: unit.name, stated: own, computed: rank },
      correctionOf(subject, cell, { stated: own, right: String(rank) }),
    );
  }
  const formula = totalFormula(ranking.scheme, ranking.dynamic);
  const computed = formatFixed(total, ranking.scheme.rounding.places);
  return createFinding(
    "total-differs",
    place,
    {
      unit: unit.name,
      stated: own,
      computed,
      explanation: explainTotal(formula, scoreSetOf(formula, unit)) ?? "",
    },
    correctionOf(subject, cell, { stated: own, right: computed }),
  );
}
