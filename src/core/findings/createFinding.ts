import { CATALOGUE, type FindingCode } from "../checks/catalogue";
import type { CellPosition } from "../workbook/address";
import type { Finding, FindingParameters, Fix } from "./finding";

/** Where a finding points: a sheet, with or without a cell; null for the workbook as a whole. */
export type FindingPlace = { readonly sheet: string; readonly cell: CellPosition | null } | null;

/** Makes a finding with the severity of the catalogue. */
export function createFinding(
  code: FindingCode,
  place: FindingPlace,
  parameters: FindingParameters = {},
  fix: Fix | null = null,
): Finding {
  return {
    code,
    severity: CATALOGUE[code],
    sheet: place?.sheet ?? null,
    cell: place?.cell ? { row: place.cell.row, column: place.cell.column } : null,
    parameters,
    fix,
  };
}
