import type { CheckOutput } from "../actions/checkAction";
import type { ColumnRole, RecognisedColumn, TableKind } from "../core/assessment/assessment";
import { offeredRoles } from "../core/recognise/roleSheet";
import type { Scheme } from "../core/scheme/scheme";
import { areaAddress, type Area } from "../core/workbook/address";
import { isMessageKey, type Translate } from "../i18n/translate";

/** What takes a role that was given by hand back, so that it is found again. */
export const AUTOMATIC = "automatic";

/** What a clerk can choose for a column. */
export type RoleChoice = ColumnRole | typeof AUTOMATIC;

/** Where a table is. */
export interface TablePlace {
  readonly sheet: string;
  readonly area: Area;
}

/** Tables whose columns were understood alike, such as one form a unit: they are corrected together. */
export interface MappedTables {
  /** Stays the same from one check to the next. */
  readonly id: string;
  readonly kind: TableKind;
  readonly places: readonly [TablePlace, ...TablePlace[]];
  /** Columns that the clerk is asked about, then the others; each key once. */
  readonly questions: readonly RecognisedColumn[];
  readonly columns: readonly RecognisedColumn[];
}

/** The columns of every table, tables with questions first. Sheets without a table are left out. */
export function mapTables({ assessment }: CheckOutput): readonly MappedTables[] {
  const groups = new Map<string, MappedTables>();
  for (const { sheet, area, kind, columns } of assessment.tables) {
    if (columns.length === 0) continue;
    const place: TablePlace = { sheet, area };
    const questions = onceEach(columns.filter(isQuestion));
    const asked = new Set(questions.map(({ key }) => key));
    const id = JSON.stringify([kind, columns.map(({ key }) => key), [...asked]]);
    const known = groups.get(id);
    if (known) groups.set(id, { ...known, places: [...known.places, place] });
    else {
      const others = onceEach(columns.filter(({ key }) => !asked.has(key)));
      groups.set(id, { id, kind, places: [place], questions, columns: others });
    }
  }
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

function isQuestion({ key, reason, unusedFigures }: RecognisedColumn): boolean {
  return key !== "" && (unusedFigures === true || reason === "twice");
}

function rank({ questions }: MappedTables): number {
  return questions.length > 0 ? 0 : 1;
}

/** A header that stands over several columns is corrected in one place; columns without a header are all kept. */
function onceEach(columns: readonly RecognisedColumn[]): readonly RecognisedColumn[] {
  const keys = new Set<string>();
  return columns.filter(({ key }) => {
    if (key === "" || !keys.has(key)) {
      keys.add(key);
      return true;
    }
    return false;
  });
}

/** The roles that a clerk may choose for a column, with the one that it has. */
export function rolesFor(column: RecognisedColumn, scheme: Scheme): readonly ColumnRole[] {
  const offered = offeredRoles(scheme);
  return offered.includes(column.role) ? offered : [column.role, ...offered];
}

/** Why a column has its role, in words. */
export function reasonText(reason: string, translate: Translate): string {
  const key = `reason.${reason}`;
  return translate(isMessageKey(key) ? key : "reason.none");
}

/** A table's place as clerks write it: `汇总!A3:L75`. */
export function tableName({ sheet, area }: TablePlace): string {
  return `${sheet}!${areaAddress(area)}`;
}
