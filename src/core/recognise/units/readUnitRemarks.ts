import type { Decimal } from "../../numbers/decimal";
import { plainText } from "../../numbers/readNumber";
import { names } from "../../vocabulary/concepts";
import type { Scheme } from "../../scheme/scheme";
import { nameKey } from "../../units/nameKey";
import type { Roster } from "../../units/roster";
import type { SheetCell } from "../../workbook/address";
import type { ReadTable } from "../tables/classifySheet";
import { readFigureIn } from "./readFigure";

/** A text about a unit, and the cell that says it. */
export interface UnitRemark {
  readonly text: string;
  readonly source: SheetCell;
}

/** A number other than zero in a unit's column of one adjustment (约谈, 问责…), as the cell has it. */
export interface UnitEvent {
  /** Id of the scheme's adjustment. */
  readonly adjustment: string;
  readonly value: Decimal;
  readonly source: SheetCell;
}

/** What the tables say about each unit beside its scores, by `remarkKey`. */
export interface UnitRemarks {
  /** Cells of columns such as 存在问题 and 扣分原因, as they stand. */
  readonly problems: ReadonlyMap<string, readonly UnitRemark[]>;
  readonly events: ReadonlyMap<string, readonly UnitEvent[]>;
}

/** The key of a unit: its id in the roster, or its name without one. */
export function remarkKey(unit: { readonly id: string | null; readonly name: string }): string {
  return unit.id ?? nameKey(unit.name);
}

/**
 * Reads the problems and events that tables state for units: facts from cells only. A text that says there is none
 * (无, —, /) is no problem. Rows whose unit nobody can place are left out; the recogniser reports them.
 */
export function readUnitRemarks(
  tables: readonly ReadTable[],
  scheme: Scheme,
  roster: Roster | null,
): UnitRemarks {
  const problems = new Map<string, UnitRemark[]>();
  const events = new Map<string, UnitEvent[]>();
  for (const table of tables) {
    for (const { kind, row } of table.rows) {
      if (kind !== "unit") continue;
      const key = rowKey(table, row, roster);
      if (key === null) continue;
      for (const remark of rowProblems(table, row)) append(problems, key, remark);
      for (const event of rowEvents(table, row, scheme)) append(events, key, event);
    }
  }
  return { problems, events };
}

function rowKey({ block }: ReadTable, row: number, roster: Roster | null): string | null {
  const text = block.view.shown(row, block.unitColumn);
  if (typeof text !== "string") return null;
  if (roster === null) return nameKey(text);
  const resolution = roster.resolve(text);
  return resolution.kind === "known" ? resolution.entry.unit.id : null;
}

function rowProblems({ block, columns }: ReadTable, row: number): UnitRemark[] {
  const { view } = block;
  return columns
    .filter(({ role }) => role === "problem")
    .flatMap(({ column }): UnitRemark[] => {
      const value = view.value(row, column);
      if (typeof value !== "string") return [];
      if (plainText(value) === "" || names(value, "nothing")) return [];
      return [{ text: value.trim(), source: { sheet: view.sheet.name, ...view.position(row, column) } }];
    });
}

function rowEvents({ block, columns }: ReadTable, row: number, scheme: Scheme): UnitEvent[] {
  return scheme.adjustments.flatMap(({ id }): UnitEvent[] => {
    const column = columns.find(({ role }) => role === `adjustment:${id}`);
    if (!column) return [];
    const reading = readFigureIn(block.view, row, column.column);
    if (reading.kind !== "figure" || reading.figure.value.units === 0) return [];
    return [{ adjustment: id, value: reading.figure.value, source: reading.figure }];
  });
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
