export const problems = {
  "problem.not-a-workbook": "Not an Excel workbook: {detail}",
  "problem.encrypted": "The workbook is encrypted; remove its password in Excel first: {detail}",
  "problem.empty-file": "The file is empty: {detail}",
  "problem.damaged": "The workbook is damaged and cannot be read: {detail}",
  "problem.too-large": "The workbook is too large when unpacked and was refused: {detail}",
  "problem.host-limit": "There is more data than Excel takes at once (5 MB); nothing was written: {detail}",
  "problem.old-format": "This is an old .xls file; save it as .xlsx first: {detail}",
  "problem.unsupported-workbook": "This kind of workbook is not supported: {detail}",
  "problem.structure-protected":
    "The workbook structure is protected, so no sheet can be added; unprotect it first",
  "problem.sheet-protected": 'The sheet "{detail}" is protected; unprotect it first',
  "problem.cell-changed": "Cell {detail} was changed meanwhile; nothing was written",
  "problem.cell-has-formula": "Cell {detail} holds a formula and is not overwritten",
  "problem.layout-unknown": "“{detail}” is new, or its rows or columns have moved: check the workbook again",
  "problem.editing-cell": "Finish editing the cell first (press Enter)",
  "problem.no-such-sheet": "There is no sheet “{detail}” (any more): it may have been renamed or deleted",
  "problem.cancelled": "Cancelled",
  "problem.host-failure": "Excel could not do this: {detail}",
  "problem.nothing-recognised": "No table of scores was recognised: {detail}",
  "problem.period-not-found": "No table of scores is about the period {detail}",
  "problem.scheme-refused": "The scheme is not valid: {detail}",
  "problem.scheme-sheet-exists":
    "The workbook already has “{detail}”; nothing was changed. Delete that sheet first.",
  "problem.no-scheme-in-headers":
    "The headers state no weights or full marks, and there are no totals to rank by: no scheme can be made from them",
} as const;
