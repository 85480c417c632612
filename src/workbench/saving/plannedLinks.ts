import { parseArea, type Area } from "../../core/workbook/address";
import type { PlannedLink } from "../../core/workbook/plan";
import type { HostSheet } from "../emulator/hostWorkbook";

/** The links of an area that lead to a cell of the same workbook. */
export function plannedLinks(sheet: HostSheet, area: Area): readonly PlannedLink[] {
  const links: PlannedLink[] = [];
  for (let row = 0; row < area.rowCount; row += 1) {
    for (let column = 0; column < area.columnCount; column += 1) {
      const cell = { row: area.row + row, column: area.column + column };
      const link = sheet.linkAt(cell);
      const target = link?.documentReference === undefined ? null : parseReference(link.documentReference);
      if (target) links.push({ cell, target, tip: link?.screenTip ?? "" });
    }
  }
  return links;
}

/** `'排名'!A1` or `Sheet1!$A$1` as a sheet and a cell; null for anything else. */
export function parseReference(reference: string): PlannedLink["target"] | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(reference);
  const area = parseArea(match?.[3] ?? "");
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return area && sheet !== undefined ? { sheet, row: area.row, column: area.column } : null;
}
