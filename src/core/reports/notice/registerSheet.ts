import {
  REGISTER_HEADER,
  REGISTER_MARK,
  registerRows,
  type NoticeRegister,
} from "../../notices/noticeRegister";
import { plainPage } from "../../workbook/plainPage";
import type { CellStyle, SheetPlan } from "../../workbook/plan";

const HEADER: CellStyle = { fontName: "宋体", fontSize: 11, bold: true, fill: "#E8EEF4", borders: "thin" };
const CELL: CellStyle = { fontName: "宋体", fontSize: 11, borders: "thin" };

/** The register of approvals and notices as a sheet that the clerk can look at and print. */
export function planNoticeRegisterSheet(register: NoticeRegister): SheetPlan {
  const rows = registerRows(register);
  const columnCount = REGISTER_HEADER.length;
  return {
    name: "发文登记",
    mark: REGISTER_MARK,
    visibility: "visible",
    cells: [[...REGISTER_HEADER], ...rows],
    styles: [
      { area: { row: 0, column: 0, rowCount: 1, columnCount }, style: HEADER },
      ...(rows.length === 0
        ? []
        : [{ area: { row: 1, column: 0, rowCount: rows.length, columnCount }, style: CELL }]),
    ],
    merges: [],
    columnWidths: [20, 13, 28, 7, 7, 20, 9, 12, 14, 22, 8, 19],
    rowHeights: new Map(),
    links: [],
    page: {
      ...plainPage("landscape"),
      repeatRows: [0, 0],
    },
    frozenRows: 1,
  };
}
