import type { WorkbookReading } from "../core/recognise/reading/readTables";
import { tableArea } from "../core/recognise/reading/tableArea";
import type { TableReading } from "../core/recognise/reading/tableReading";
import { columnMark } from "../core/shape/columnMark";
import { areaAddress, cellAddress } from "../core/workbook/address";
import type { Translate } from "../i18n";
import { describeFact } from "../i18n/describeFact";

/** A workbook's tables as lines to read: each with the rule of every derived column and the cells that break it. */
export function inspectLines(file: string, { sheets }: WorkbookReading, translate: Translate): string[] {
  const tables = sheets.flatMap((sheet) => sheet.tables);
  if (tables.length === 0) return [file, translate("inspect.none")];
  return [file, ...tables.flatMap((table) => tableLines(table, translate))];
}

function tableLines(table: TableReading, translate: Translate): string[] {
  const { sheet, shape, unitRows, columns, facts } = table;
  const nameOf = (column: number) =>
    columns.find((one) => one.column === column)?.path.at(-1) ??
    translate("fact.column", { letters: columnMark(shape.grid, column) });
  const [unit] = shape.unitColumns;
  const head = translate("inspect.table", {
    sheet: sheet.name,
    range: areaAddress(tableArea(shape)),
    count: unitRows.length,
    unit: unit === undefined ? translate("inspect.no-unit") : nameOf(unit),
  });
  return [
    head,
    ...facts.flatMap((fact) => [
      translate("inspect.fact", { fact: describeFact(translate, fact, nameOf) }),
      ...fact.broken.map(({ place, stated, right }) =>
        translate("inspect.broken", { cell: cellAddress(place), stated, right }),
      ),
    ]),
  ];
}
