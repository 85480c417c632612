import type { Recall, WorkbookMeasure } from "./measure";

/** Sums of the whole corpus. */
export interface CorpusSummary {
  readonly tables: Recall;
  readonly ranges: Recall;
  readonly roles: Recall;
  readonly figures: Recall;
  readonly ranks: Recall;
  readonly faults: Recall;
  readonly proposed: Recall;
  readonly families: ReadonlyMap<string, { readonly found: number; readonly planted: number }>;
  /** Findings on clean workbooks, and the rows that those hold. */
  readonly falseAlarms: number;
  readonly cleanRows: number;
  /** Clean workbooks with more than one finding for every hundred rows. */
  readonly alarmed: readonly string[];
}

const PARTS = ["tables", "ranges", "roles", "figures", "ranks", "faults", "proposed"] as const;

/** Adds up what was measured of each workbook. */
export function summarise(measures: readonly WorkbookMeasure[]): CorpusSummary {
  const sum = (part: (typeof PARTS)[number]): Recall => ({
    right: total(measures.map((measure) => measure[part].right)),
    of: total(measures.map((measure) => measure[part].of)),
    misses: measures.flatMap((measure) =>
      measure[part].misses.map((miss) => `${measure.workbook.name}: ${miss}`),
    ),
  });
  const families = new Map<string, { found: number; planted: number }>();
  for (const [family, { found, planted }] of measures.flatMap((measure) => [...measure.families])) {
    const count = families.get(family) ?? { found: 0, planted: 0 };
    families.set(family, { found: count.found + found, planted: count.planted + planted });
  }
  const clean = measures.filter(({ workbook }) => workbook.clean);
  return {
    tables: sum("tables"),
    ranges: sum("ranges"),
    roles: sum("roles"),
    figures: sum("figures"),
    ranks: sum("ranks"),
    faults: sum("faults"),
    proposed: sum("proposed"),
    families,
    falseAlarms: total(clean.map(({ surplus }) => surplus.length)),
    cleanRows: total(clean.map(({ rows }) => rows)),
    alarmed: clean
      .filter(({ surplus, rows }) => surplus.length * 100 > rows)
      .map(({ workbook }) => workbook.name),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Everything that was measured, as text: a line a workbook, then families, then what was missed. */
export function reportText(measures: readonly WorkbookMeasure[]): string {
  const summary = summarise(measures);
  const lines = [
    `${"workbook".padEnd(34)} tables  ranges   roles     figures   ranks   faults  proposed findings, surplus`,
    ...measures.map((measure) => lineOf(measure)),
    "",
    `all: ${PARTS.map((part) => `${part} ${fraction(summary[part])}`).join(", ")}`,
    `clean workbooks: ${summary.falseAlarms} findings in ${summary.cleanRows} rows; over the limit: ${summary.alarmed.join(", ") || "none"}`,
    "",
    "planted faults by family (found/planted):",
    ...[...summary.families].map(
      ([family, { found, planted }]) => `  ${family.padEnd(28)} ${found}/${planted}`,
    ),
    "",
    ...measures.flatMap(detailsOf),
  ];
  return `${lines.join("\n")}\n`;
}

function lineOf({ workbook, surplus, ...measure }: WorkbookMeasure): string {
  const cells = PARTS.map((part) => fraction(measure[part]).padStart(part === "figures" ? 9 : 8)).join("");
  return `${workbook.name.padEnd(32)}${cells}  ${measure.findings}, ${surplus.length}${workbook.clean ? " (clean)" : ""}`;
}

function fraction({ right, of }: Recall): string {
  return `${right}/${of}`;
}

const SHOWN = 12;

function detailsOf({ workbook, surplus, ...measure }: WorkbookMeasure): string[] {
  const groups = [
    ...PARTS.map((part): [string, readonly string[]] => [part, measure[part].misses]),
    [workbook.clean ? "false alarms" : "surplus findings", surplus] as [string, readonly string[]],
  ].filter(([, misses]) => misses.length > 0);
  if (groups.length === 0) return [];
  return [
    `## ${workbook.name} (${workbook.oddities.join("; ")})`,
    ...groups.flatMap(([what, misses]) => [
      `- ${what}: ${misses.length} wrong`,
      ...misses.slice(0, SHOWN).map((miss) => `    ${miss}`),
      ...(misses.length > SHOWN ? [`    … ${misses.length - SHOWN} more`] : []),
    ]),
    "",
  ];
}
