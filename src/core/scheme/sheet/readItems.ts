import { equalDecimals, formatDecimal, parseDecimal, ZERO, type Decimal } from "../../numbers/decimal";
import { exactSum, formatWide, narrow } from "../../numbers/exactSum";
import type { SchemeFileInput } from "../schemeFile";
import { ADJUSTMENT_KINDS, COUNTING, DUE, valueOf, wordsOf, type Choices } from "./choices";
import { parseNames } from "./nameList";
import type { SectionReader } from "./sectionReader";
import { IdChooser, refuseTwice } from "./rowIds";
import { HEADING } from "./sections";
import type { SchemeDraft } from "./settings";

type ComponentData = SchemeFileInput["components"][number];
type AdjustmentData = NonNullable<SchemeFileInput["adjustments"]>[number];

/** The items as the sheet says them, and the ids of those that count in the whole year only. */
export interface ReadItems {
  readonly components: readonly ComponentData[];
  readonly annual: readonly string[];
}

/** Reads 考评项目. A blank weight is 1: the score counts as it is. */
export function readItems(reader: SectionReader): ReadItems {
  const components: ComponentData[] = [];
  const annual: string[] = [];
  const ids = new IdChooser(reader);
  for (const row of reader.section.rows) {
    const name = reader.needed(row, HEADING.item);
    const max = reader.number(row, HEADING.maximum);
    if (max === null && reader.text(row, HEADING.maximum) === "") reader.needed(row, HEADING.maximum);
    const weight = reader.number(row, HEADING.weight, true);
    const path = `components.${String(components.length)}`;
    reader.faults.place(path, reader.cell(row, HEADING.item));
    reader.faults.place(`${path}.max`, reader.cell(row, HEADING.maximum));
    reader.faults.place(`${path}.weight`, reader.cell(row, HEADING.weight));
    const id = ids.take(row, name);
    components.push({
      id,
      name,
      aliases: parseNames(reader.text(row, HEADING.aliases)),
      max: max ?? "0",
      weight: weight ?? "1",
    });
    if (choiceOf(reader, row, HEADING.due, DUE, "always") === "annual") annual.push(id);
  }
  refuseTwice(reader, HEADING.item);
  return { components, annual };
}

/**
 * Weights written as 55 instead of 55% are taken as percentages where they then, with the base, sum to the full mark.
 * Any other sum is a fault at the row that sums up.
 */
export function settleWeights(
  reader: SectionReader,
  components: readonly ComponentData[],
  { fullMark = "0", base = "0" }: Pick<SchemeDraft, "fullMark" | "base">,
): readonly ComponentData[] {
  const full = parseDecimal(fullMark) ?? ZERO;
  const sum = weightSum(components, base);
  const narrowed = narrow(sum);
  if (narrowed !== null && equalDecimals(narrowed, full)) return components;
  const hundredth = components.map((one) => ({ ...one, weight: dividedBy100(one.weight) }));
  const other = narrow(weightSum(hundredth, base));
  if (other !== null && equalDecimals(other, full)) return hundredth;
  const { sumRow, headingRow, rows, columns } = reader.section;
  if (reader.faults.isIn(rows)) return components;
  const column = sumRow !== null && columns.has(HEADING.share) ? HEADING.share : HEADING.weight;
  const cell = reader.cell(sumRow ?? headingRow, column);
  reader.faults.add("weight-sum", cell, { sum: formatWide(sum), fullMark: formatDecimal(full) });
  return components;
}

function weightSum(components: readonly ComponentData[], base: string) {
  const decimalOf = (text: string): Decimal => parseDecimal(text) ?? ZERO;
  return exactSum([
    { factor: decimalOf(base) },
    ...components.map(({ max, weight }) => ({ factor: decimalOf(max), by: decimalOf(weight) })),
  ]);
}

function dividedBy100(weight: string): string {
  const { units, places } = parseDecimal(weight) ?? ZERO;
  return formatDecimal({ units, places: places + 2 });
}

/** Reads 加分、扣分. */
export function readAdjustments(reader: SectionReader): readonly AdjustmentData[] {
  const adjustments: AdjustmentData[] = [];
  const ids = new IdChooser(reader);
  for (const row of reader.section.rows) {
    const name = reader.needed(row, HEADING.adjustment);
    const kind = choiceOf(reader, row, HEADING.kind, ADJUSTMENT_KINDS, null);
    const points = reader.number(row, HEADING.points);
    if (points === null && kind !== "veto" && reader.text(row, HEADING.points) === "") {
      reader.needed(row, HEADING.points);
    }
    const cap = reader.number(row, HEADING.cap);
    const path = `adjustments.${String(adjustments.length)}`;
    reader.faults.place(path, reader.cell(row, HEADING.adjustment));
    reader.faults.place(`${path}.points`, reader.cell(row, HEADING.points));
    reader.faults.place(`${path}.cap`, reader.cell(row, HEADING.cap));
    adjustments.push({
      id: ids.take(row, name),
      name,
      aliases: parseNames(reader.text(row, HEADING.aliases)),
      kind: kind ?? "deduction",
      points: points ?? "0",
      per: choiceOf(reader, row, HEADING.per, COUNTING, "time") ?? "time",
      ...(cap === null ? {} : { cap }),
    });
  }
  refuseTwice(reader, HEADING.adjustment);
  return adjustments;
}

/** The value of a cell with choices; what it is where the cell is blank, null there being a fault. */
function choiceOf<Value extends string>(
  reader: SectionReader,
  row: number,
  heading: string,
  choices: Choices<Value>,
  blank: Value | null,
): Value | null {
  const text = blank === null ? reader.needed(row, heading) : reader.text(row, heading);
  if (text === "") return blank;
  const value = valueOf(choices, text);
  if (value === null) {
    const known = wordsOf(choices).join("、");
    reader.faults.add("unknown-word", reader.cell(row, heading), { column: heading, text, choices: known });
  }
  return value;
}
