import { figureIn } from "../numbers/cellFigure";
import { comesToWhole } from "../numbers/comesToWhole";
import type { GeneralRole, ReadColumn, TableReading } from "../recognise/reading/tableReading";
import type { HeaderPlace, SettleAnswers, SettledRole, TotalMethod } from "./answers";

const ROLE_OF: Readonly<Record<GeneralRole, SettledRole>> = {
  sequence: "unused",
  unit: "unit",
  group: "group",
  period: "period",
  score: "score",
  weight: "weight",
  "full-mark": "full-mark",
  bonus: "bonus",
  deduction: "deduction",
  net: "net",
  subtotal: "unused",
  total: "total",
  rank: "rank",
  grade: "unused",
  note: "unused",
  unknown: "unused",
};

/** Roles that one column of a table has at most. */
export const SINGLE_ROLES: ReadonlySet<SettledRole> = new Set([
  "unit",
  "group",
  "net",
  "total",
  "rank",
  "period",
]);

/** The answers that the evidence suggests, which the settling view opens with. */
export function suggestAnswers(reading: TableReading, place: HeaderPlace): SettleAnswers {
  const roles = suggestedRoles(reading);
  return {
    place,
    roles,
    method: suggestedMethod(reading, roles),
    order: reading.result?.order ?? "descending",
  };
}

function suggestedRoles({ columns, shape, result }: TableReading): Map<number, SettledRole> {
  const unit = shape.unitColumns[0] ?? columns.find(({ profile }) => namesUnits(profile))?.column ?? null;
  const roles = new Map<number, SettledRole>();
  for (const column of columns) {
    const role = column.column === unit ? "unit" : suggestedRole(column);
    const isTaken = SINGLE_ROLES.has(role) && [...roles.values()].includes(role);
    const isWrong = role === "total" && column.column !== result?.total;
    roles.set(column.column, (isTaken && column.column !== unit) || isWrong ? "unused" : role);
  }
  // Only the column that names the units is the unit, and only what the author ranks within is the group.
  for (const [column, role] of roles) if (role === "unit" && column !== unit) roles.set(column, "unused");
  return roles;
}

function suggestedRole({ role, profile }: ReadColumn): SettledRole {
  const own = ROLE_OF[role];
  if (own === "group" && (profile.distinct * 2 > profile.filled || profile.texts === 0)) return "unused";
  return own;
}

/** Whether a column looks as if it named the units: texts, mostly different ones. */
export function namesUnits({ texts, numbers, distinct }: ReadColumn["profile"]): boolean {
  return texts > numbers && distinct * 2 > texts;
}

function suggestedMethod(reading: TableReading, roles: ReadonlyMap<number, SettledRole>): TotalMethod {
  const all = [...roles.values()];
  if (all.includes("total")) return { by: "stated" };
  const [row] = weightRows(reading, roles);
  if (row !== undefined) return { by: "weighted", from: "row", row };
  return all.includes("weight") ? { by: "weighted", from: "columns" } : { by: "sum" };
}

/** So many rows from the header on may hold weights. */
const ROWS_LOOKED_AT = 4;

/** Rows from the header on whose figures in the score columns come to 1 or 100: the weights, if anything is. */
export function weightRows(
  { shape: { grid, headerRows }, unitRows }: TableReading,
  roles: ReadonlyMap<number, SettledRole>,
): number[] {
  const scores = [...roles].filter(([, role]) => role === "score").map(([column]) => column);
  if (scores.length < 2) return [];
  const first = headerRows?.[0] ?? grid.firstRow;
  const last = Math.max((headerRows?.[1] ?? first) + ROWS_LOOKED_AT, unitRows[0] ?? 0);
  const rows: number[] = [];
  for (let row = first; row <= Math.min(last, grid.endRow - 1); row += 1) {
    const figures = scores.map((column) => figureIn(grid.shown(row, column)));
    if (figures.every((figure) => figure !== null) && comesToWhole(figures)) rows.push(row);
  }
  return rows;
}
