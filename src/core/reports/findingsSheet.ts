import type { Finding, Severity } from "../findings/finding";
import { cellPlace } from "../workbook/address";
import { plainPage } from "../workbook/plainPage";
import type { CellStyle, SheetPlan } from "../workbook/plan";
import { SheetBuilder } from "./sheetBuilder";
import { TABLE_HEADER } from "./tableHeaderStyle";
import { lineCount } from "./textWidth";
import type { Words } from "./words";

/** Keys of the findings sheet's words. */
export type FindingsWord =
  | "findings.sheet-name"
  | "findings.title"
  | "findings.made"
  | "findings.none"
  | "findings.number"
  | "findings.severity"
  | "findings.place"
  | "findings.message"
  | "findings.remedy"
  | "findings.error"
  | "findings.warning"
  | "findings.hint"
  | "findings.rule"
  | "findings.workbook"
  | "findings.link"
  | "ranking.footer";

/** What the sheet says beside the findings themselves. */
export interface FindingsSheetOptions {
  /** When the check was made, as text. */
  readonly madeAt: string;
  /** What findings of its rule mean. */
  readonly meaning: (finding: Finding) => string;
  /** What was found, in a sentence. */
  readonly message: (finding: Finding) => string;
  /** What to do about it. */
  readonly remedy: (finding: Finding) => string;
}

/** The mark of the findings sheet: a workbook has one, the last check's. */
const FINDINGS_SHEET_MARK = { kind: "findings", key: "check" } as const;

const FONT = "宋体";
const SEVERITIES: readonly Severity[] = ["error", "warning", "hint"];
const COLORS: Readonly<Record<Severity, string>> = {
  error: "#C00000",
  warning: "#9C5700",
  hint: "#404040",
};
const BODY: CellStyle = { fontName: FONT, fontSize: 10, vertical: "center", wrap: true, borders: "thin" };
const RULE: CellStyle = { ...BODY, bold: true, fill: "#F5F5F5" };
const COLUMN_WIDTHS = [6, 8, 22, 44, 36];
const PLACE_COLUMN = 2;
const LINE_HEIGHT = 15;

/**
 * The findings of a check as a sheet (A4 landscape), errors first, each with a link to its cell. Findings of one
 * rule stand together, rules in the order in which they were first met.
 */
export function planFindingsSheet(
  findings: readonly Finding[],
  words: Words<FindingsWord>,
  options: FindingsSheetOptions,
): SheetPlan {
  const builder = new SheetBuilder(COLUMN_WIDTHS.length);
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count("error"), warnings: count("warning"), hints: count("hint") };
  builder.addBanner(
    words("findings.title", counts),
    { fontName: FONT, fontSize: 16, bold: true, vertical: "center" },
    30,
  );
  builder.addBanner(words("findings.made", { time: options.madeAt }), { fontName: FONT, fontSize: 9 });
  const header = builder.addRow(
    [
      words("findings.number"),
      words("findings.severity"),
      words("findings.place"),
      words("findings.message"),
      words("findings.remedy"),
    ],
    TABLE_HEADER,
    22,
  );
  const ordered = SEVERITIES.flatMap((severity) =>
    byRule(findings.filter((finding) => finding.severity === severity)),
  );
  let number = 0;
  for (const rule of ordered) {
    addRule(builder, rule, words, options);
    for (const finding of rule) addFinding(builder, finding, (number += 1), words, options);
  }
  if (findings.length === 0) builder.addBanner(words("findings.none"), BODY, 22);
  return {
    name: words("findings.sheet-name"),
    mark: FINDINGS_SHEET_MARK,
    visibility: "visible",
    ...builder.content,
    columnWidths: COLUMN_WIDTHS,
    page: {
      ...plainPage("landscape"),
      repeatRows: [header, header],
      printArea: { row: 0, column: 0, rowCount: builder.nextRow, columnCount: builder.columnCount },
      footer: words("ranking.footer"),
    },
    frozenRows: header + 1,
    activate: true,
  };
}

/** Findings by rule, in the order of the check. */
function byRule(findings: readonly Finding[]): Finding[][] {
  const rules = new Map<string, Finding[]>();
  for (const finding of findings) {
    const rule = rules.get(finding.code);
    if (rule) rule.push(finding);
    else rules.set(finding.code, [finding]);
  }
  return [...rules.values()];
}

/** The heading of a rule: what its findings mean, and how many there are. */
function addRule(
  builder: SheetBuilder,
  rule: readonly Finding[],
  words: Words<FindingsWord>,
  options: FindingsSheetOptions,
): void {
  const [first] = rule;
  if (!first) return;
  const meaning = words("findings.rule", { meaning: options.meaning(first), count: rule.length });
  const width = COLUMN_WIDTHS.reduce((sum, column) => sum + column, 0);
  builder.addBanner(meaning, RULE, lineCount(meaning, width) * LINE_HEIGHT + 4);
}

function addFinding(
  builder: SheetBuilder,
  finding: Finding,
  number: number,
  words: Words<FindingsWord>,
  options: FindingsSheetOptions,
): void {
  const { severity, sheet, cell } = finding;
  const place = placeText(finding, words);
  const texts = [place, options.message(finding), options.remedy(finding)];
  const lines = Math.max(
    ...texts.map((text, index) => lineCount(text, COLUMN_WIDTHS[PLACE_COLUMN + index] ?? 0)),
  );
  const row = builder.addRow(
    [number, words(`findings.${severity}`), ...texts],
    BODY,
    lines * LINE_HEIGHT + 4,
  );
  builder.style(row, 0, 2, { horizontal: "center" });
  builder.style(row, 1, 1, { fontColor: COLORS[severity], bold: severity === "error" });
  if (sheet === null) return;
  const target = { sheet, ...(cell ?? { row: 0, column: 0 }) };
  builder.links.push({ cell: { row, column: PLACE_COLUMN }, target, tip: words("findings.link", { place }) });
  builder.style(row, PLACE_COLUMN, 1, { fontColor: "#0563C1", underline: true });
}

/** Where a finding is: its cell, its sheet, or the workbook. */
function placeText({ sheet, cell }: Finding, words: Words<FindingsWord>): string {
  if (sheet === null) return words("findings.workbook");
  return cell === null ? sheet : cellPlace({ sheet, ...cell });
}
