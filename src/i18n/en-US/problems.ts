export const problems = {
  "problem.not-a-workbook": "Not an Excel workbook: {detail}",
  "problem.encrypted": "The workbook is encrypted; remove its password in Excel first: {detail}",
  "problem.empty-file": "The file is empty: {detail}",
  "problem.damaged": "The workbook is damaged and cannot be read: {detail}",
  "problem.too-large": "The workbook is too large: {detail}",
  "problem.host-limit": "There is more data than Excel takes at once (5 MB); it can't be read",
  "problem.old-format": "This is an old .xls file; save it as .xlsx first: {detail}",
  "problem.unsupported-workbook": "This kind of workbook is not supported: {detail}",
  "problem.structure-protected":
    "The workbook structure is protected, so no sheet can be added; unprotect it first",
  "problem.sheet-protected": 'The sheet "{detail}" is protected; unprotect it first',
  "problem.cell-changed": "Cell {detail} was changed meanwhile; nothing was written",
  "problem.cell-has-formula": "Cell {detail} has a formula and wasn't changed",
  "problem.layout-unknown": "“{detail}” is new, or its rows or columns have moved. Check again",
  "problem.editing-cell": "Finish editing the cell first (press Enter)",
  "problem.no-such-sheet": "There is no sheet “{detail}”. It may have been renamed or deleted",
  "problem.cancelled": "Canceled",
  "problem.workbook-changed": "“{detail}” was changed after it was read; nothing was written. Try again",
  "problem.changed-while-writing":
    "“{detail}” was changed while PERF wrote; what was written may be out of date. Do it again",
  "problem.reading-failed": "Excel couldn't finish reading; the workbook is unchanged. Try again",
  "problem.reading-denied": "Excel doesn't allow reading; the workbook may be protected",
  "problem.writing-failed": "Excel couldn't finish writing; the workbook is as it was. Try again",
  "problem.writing-denied": "Excel doesn't allow writing; the workbook may be protected. It is as it was",
  "problem.writing-too-large":
    "There is more to write than Excel takes at once (5 MB); the workbook is as it was",
  "problem.writing-unfinished":
    "Excel broke off the writing. Finish editing the cell and do it again: PERF restores first",
  "problem.no-answer":
    "Excel doesn't answer; the action was stopped. PERF checks the workbook before the next one",
  "problem.host-failure": "Excel couldn't do this. Try again",
  "problem.nothing-recognised": "No table of scores was found. Check the headers: {detail}",
  "problem.period-not-found": "No table of scores is about the period {detail}",
  "problem.scheme-refused": "The scheme is not valid: {detail}",
  "problem.scheme-sheet-exists":
    "The workbook already has “{detail}”; nothing was changed. Delete that sheet first.",
  "problem.no-scheme-in-headers":
    "The workbook has no weights, maximum scores, or totals to make a scheme from",
  "problem.not-in-roster": "The roster on the sheet 考评方案 has no “{detail}”. Add it there",
} as const;
