import { SCHEME_MARK } from "../../scheme/schemeSheet";
import { schemeOfCells } from "../../scheme/sheet/storedScheme";
import type { Scheme } from "../../scheme/scheme";
import { isCellError, sheetMarked, type CellValue, type Snapshot } from "../../workbook/snapshot";
import { ROLES_MARK } from "../roleSheet";
import type { BeforeSettled } from "./settledPlace";

/** What a workbook holds of scheme and roles, to be put back when the clerk takes his answers back. */
export function beforeSettled(snapshot: Snapshot): BeforeSettled {
  const scheme = sheetMarked(snapshot, SCHEME_MARK);
  const roles = sheetMarked(snapshot, ROLES_MARK)?.values ?? [];
  return {
    scheme:
      scheme === undefined
        ? null
        : {
            row: scheme.area.row,
            column: scheme.area.column,
            isVisible: scheme.visibility === "visible",
            values: scheme.values.map((row) =>
              row.map((value) => (isCellError(value) ? value.error : value)),
            ),
          },
    roles: roles.map(([header, role]) => [textIn(header), textIn(role)]),
  };
}

/** The scheme that was in the workbook before; null where there was none that can be read. */
export function schemeBefore({ scheme }: BeforeSettled): Scheme | null {
  if (scheme === null) return null;
  const { row, column, values, isVisible } = scheme;
  return schemeOfCells({
    name: "",
    visibility: isVisible ? "visible" : "veryHidden",
    area: { row, column, rowCount: values.length, columnCount: values[0]?.length ?? 0 },
    values,
    merges: null,
  }).scheme;
}

function textIn(value: CellValue | undefined): string {
  return typeof value === "string" ? value : "";
}
