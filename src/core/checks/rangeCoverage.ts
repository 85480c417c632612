import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import type { FormulaForm } from "../formulas/formulaIndex";
import { areaOfRange, type RangeUse } from "../formulas/formulaTree";
import { formulaOfForm } from "../formulas/relativeForm";
import { areaAddress, cellOfKey, type Area, type CellPosition } from "../workbook/address";
import type { CheckSubject } from "./checkSubject";
import { createGroupIndex, createTableSpan, type RangeCoverage, type TableSpan } from "./tableSpan";

/** Functions that take every number of a range for one of the units' figures. */
const AGGREGATES =
  /^(?:SUM|AVERAGE|MAX|MIN|COUNT|COUNTA|MEDIAN|LARGE|SMALL|RANK(?:\.EQ|\.AVG)?|PERCENTRANK(?:\.INC|\.EXC)?|STDEV(?:\.P|\.S|P|A)?|VAR(?:\.P|\.S|P|A)?|SUMPRODUCT)$/;
/** Functions that look something up in a range or take part of it by a condition. */
const LOOKUPS =
  /^(?:SUMIFS?|COUNTIFS?|AVERAGEIFS?|MAXIFS|MINIFS|VLOOKUP|HLOOKUP|XLOOKUP|LOOKUP|MATCH|XMATCH|INDEX)$/;

/** A formula copied to more cells than this is one finding. */
const MAXIMUM_SINGLE = 3;

interface RangeFault {
  readonly cell: CellPosition;
  readonly range: string;
  readonly fault: RangeCoverage;
}

/**
 * Ranges in formulas that go over the rows of a table but leave out some of its units (`range-short`), such as a
 * RANK that was copied down without `$`, or take in its average or total row (`range-takes-summary`). A range that
 * covers whole groups is right. A formula that was copied to many cells is one finding.
 */
export function checkRangeCoverage(subject: CheckSubject): Finding[] {
  const spans = new Map<string, TableSpan[]>();
  const groups = createGroupIndex(subject.recognition.assessment);
  for (const table of subject.recognition.tables) {
    const { name } = table.block.view.sheet;
    const span = createTableSpan(table, groups);
    const own = spans.get(name);
    if (own) own.push(span);
    else spans.set(name, [span]);
  }
  return subject.formulas.sheets.flatMap(({ sheet, forms }) => {
    const faults = new Map<FormulaForm, RangeFault[]>();
    const plain = new Map<FormulaForm, readonly RangeUse[]>();
    for (const [key, form] of forms) {
      let uses = plain.get(form);
      if (uses === undefined) {
        uses = form.ranges.filter(isLongRange);
        plain.set(form, uses);
      }
      if (uses.length === 0) continue;
      const cell = cellOfKey(key);
      const known = faults.get(form);
      for (const use of uses) {
        const fault = faultOf(use, cell, sheet.name, spans);
        if (fault === null) continue;
        if (known) known.push({ cell, ...fault });
        else faults.set(form, [{ cell, ...fault }]);
        break;
      }
    }
    return [...faults].flatMap(([form, own]) => {
      const shown = own.length > MAXIMUM_SINGLE ? own.slice(0, 1) : own;
      return shown.map((fault) => rangeFinding(sheet.name, form, fault, own.length - shown.length + 1));
    });
  });
}

function rangeFinding(
  sheet: string,
  form: FormulaForm,
  { cell, range, fault }: RangeFault,
  count: number,
): Finding {
  const formula = formulaOfForm(form.text, cell);
  return fault.kind === "short"
    ? createFinding("range-short", { sheet, cell }, { formula, range, count, missing: fault.missing })
    : createFinding("range-takes-summary", { sheet, cell }, { formula, range, count, row: fault.row + 1 });
}

/** Whether a use is a range of several rows or columns that one of the known functions goes over. */
function isLongRange({ range, within }: RangeUse): boolean {
  if (range.book !== null || !(AGGREGATES.test(within) || LOOKUPS.test(within))) return false;
  const { rows, columns } = range;
  if (rows === null || columns === null) return true;
  // From a fixed first row to the formula's own row: a running sum, short on purpose.
  const running = rows[0].fixed && !rows[1].fixed && Math.abs(rows[1].at) <= 1;
  const oneCell = rows[0].at === rows[1].at && columns[0].at === columns[1].at;
  return !running && !oneCell;
}

function faultOf(
  { range, within }: RangeUse,
  cell: CellPosition,
  ownSheet: string,
  spans: ReadonlyMap<string, readonly TableSpan[]>,
): { range: string; fault: RangeCoverage } | null {
  const sheet = range.sheet ?? ownSheet;
  const candidates = spans.get(sheet);
  if (!candidates) return null;
  const area = areaOfRange(range, cell);
  if (area === null) return null;
  const open = range.rows === null || range.columns === null;
  for (const span of candidates) {
    const fault = span.coverage(area, range.sheet === null ? cell : null);
    if (fault === null) continue;
    if (fault.kind === "short" && open) continue;
    if (fault.kind === "summary" && !isPlainAggregate(within, open)) continue;
    return { range: rangeText(area, open), fault };
  }
  return null;
}

/** A whole column handed to COUNT or SUM may be meant with its total row; to RANK it is not. */
function isPlainAggregate(within: string, open: boolean): boolean {
  return open ? /^(?:RANK|PERCENTRANK|LARGE|SMALL)/.test(within) : AGGREGATES.test(within);
}

function rangeText(area: Area, open: boolean): string {
  const text = areaAddress(area);
  return open ? text.replace(/\d+/g, "") : text;
}
