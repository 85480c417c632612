import type { CorpusWorkbook, FaultFamily, PlantedFault } from "../corpusWorkbook";
import { SheetDraft, type CellContent } from "../draft";
import { rosterUnits, type UnitChoice } from "../madeUnits";
import type { MadeUnit } from "../oracle";
import { byGroup, planColumns, unitRows, type PlanColumns } from "../planTable";
import { seededRandom } from "../random";
import { layTable, type LaidTable, type MadeColumn } from "../scoreTable";
import { planWorkbook } from "./planWorkbook";

/** How the groups of a workbook stand. */
export type Arrangement = "group-column" | "sheet-per-group" | "sections";

/** What a faulty workbook starts from. */
export interface FaultyStart {
  readonly seed: number;
  readonly arrangement: Arrangement;
  readonly columns?: PlanColumns | ((units: readonly MadeUnit[]) => PlanColumns);
  readonly choice?: UnitChoice;
  /** Changes the made-up units before they are written. */
  readonly prepare?: (units: MadeUnit[]) => MadeUnit[];
  /** Rows of averages under each group. */
  readonly averages?: boolean;
}

/** A workbook of the whole roster that is right at first, to plant faults in. */
export class FaultyPlan {
  readonly units: MadeUnit[];
  readonly tables: LaidTable[];
  readonly otherSheets: SheetDraft[] = [];
  private readonly faults: PlantedFault[] = [];
  private readonly unranked = new Set<MadeUnit>();
  private readonly unread = new Map<MadeUnit, string[]>();

  constructor(start: FaultyStart) {
    const made = rosterUnits(seededRandom(start.seed), start.choice);
    this.units = start.prepare ? start.prepare(made) : made;
    this.tables = arrange(start, this.units);
  }

  /** The unit at a place of a group, both zero-based. */
  unit(group: number, index: number): MadeUnit {
    const unit = byGroup(this.units)[group]?.[1][index];
    if (!unit) throw new Error(`No unit ${group}/${index}`);
    return unit;
  }

  tableOf(unit: MadeUnit): LaidTable {
    const table = this.tables.find(({ has }) => has(unit));
    if (!table) throw new Error(`${unit.name} is in no table`);
    return table;
  }

  /** Writes something else into a unit's cell. */
  write(unit: MadeUnit, role: string, content: CellContent): void {
    const table = this.tableOf(unit);
    const { row, column } = table.cell(unit, role);
    table.sheet.put(row, column, content);
  }

  /** Notes a fault at a unit's cell. */
  blame(family: FaultFamily, unit: MadeUnit, role: string): void {
    const table = this.tableOf(unit);
    this.faults.push({ family, sheet: table.sheet.name, area: table.address(unit, role) });
  }

  /** Notes a fault in a whole column of a table. */
  blameColumn(family: FaultFamily, table: LaidTable, role: string): void {
    this.faults.push({ family, sheet: table.sheet.name, area: table.column(role) });
  }

  /** Notes a fault in an area of a sheet. */
  blameAt(family: FaultFamily, sheet: string, area: string): void {
    this.faults.push({ family, sheet, area });
  }

  /** Notes a fault somewhere on a sheet, or in the workbook. */
  blameSheet(family: FaultFamily, sheet: string | null): void {
    this.faults.push({ family, sheet, area: null });
  }

  /** Writes a fault into a unit's cell that leaves its figure readable. */
  plant(family: FaultFamily, unit: MadeUnit, role: string, content: CellContent): void {
    this.write(unit, role, content);
    this.blame(family, unit, role);
  }

  /** Writes a fault that leaves the component without a figure, so that the unit is not ranked. */
  spoil(family: FaultFamily, unit: MadeUnit, id: string, content: CellContent): void {
    this.plant(family, unit, `component:${id}`, content);
    this.unread.set(unit, [...(this.unread.get(unit) ?? []), id]);
  }

  /** Keeps a unit out of the ranking. */
  exclude(unit: MadeUnit): void {
    this.unranked.add(unit);
  }

  /** Leaves the figure of a component unread without a fault of its own. */
  blur(unit: MadeUnit, id: string): void {
    this.unread.set(unit, [...(this.unread.get(unit) ?? []), id]);
  }

  workbook(name: string, oddities: readonly string[]): CorpusWorkbook {
    return planWorkbook(name, oddities, this.tables, this.units, {
      faults: this.faults,
      unranked: this.unranked,
      unread: this.unread,
      otherSheets: this.otherSheets,
    });
  }
}

function arrange(
  { arrangement, columns, averages = false }: FaultyStart,
  units: readonly MadeUnit[],
): LaidTable[] {
  const options = (members: readonly MadeUnit[]) =>
    typeof columns === "function" ? columns(members) : (columns ?? {});
  const rows = (members: readonly MadeUnit[]) => [
    ...unitRows(members),
    ...(averages ? [{ kind: "summary", label: "平均分", calculate: "AVERAGE" } as const] : []),
  ];
  if (arrangement === "sheet-per-group") {
    return byGroup(units).map(([name, members]) => {
      const sheet = new SheetDraft(name);
      const made = planColumns(members, options(members));
      sheet.title(0, 0, made.length, `2015年度绩效考核${name}成绩`);
      return layTable(sheet, { row: 1, column: 0, columns: made, rows: rows(members) });
    });
  }
  const sheet = new SheetDraft("考核成绩");
  const bySections = arrangement === "sections";
  const made: MadeColumn[] = planColumns(units, {
    ...(bySections ? {} : { groupColumn: "repeated" }),
    ...options(units),
  });
  sheet.title(0, 0, made.length, "2015年度绩效考核成绩");
  return [
    layTable(sheet, {
      row: 1,
      column: 0,
      columns: made,
      rows: bySections
        ? byGroup(units).flatMap(([name, members]) => [
            { kind: "section", text: name } as const,
            ...rows(members),
          ])
        : rows(units),
    }),
  ];
}
