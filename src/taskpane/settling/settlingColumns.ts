import { columnName } from "../../core/settle/columnName";
import { columnMark } from "../../core/shape/columnMark";
import type { TableReading } from "../../core/recognise/reading/tableReading";
import { formatNumber } from "../../core/numbers/decimal";
import { isCellError, type CellValue } from "../../core/workbook/snapshot";

/** A column as the settling view shows it. */
export interface SettlingColumn {
  readonly column: number;
  /** Its letters; the number of the sheet's row where the units stand in columns. */
  readonly mark: string;
  /** Its header; empty where it has none. */
  readonly name: string;
  readonly samples: readonly string[];
}

const SAMPLES = 3;
/** A sample is cut there: it shows what kind of thing stands in the column. */
const SAMPLE_LENGTH = 12;

/** The columns of a table, each with the first three different things that stand in it. */
export function settlingColumns(reading: TableReading): SettlingColumn[] {
  return reading.columns.map(({ column }) => {
    const mark = columnMark(reading.shape.grid, column);
    const name = columnName(reading, column);
    return { column, mark, name: name === mark ? "" : name, samples: samplesOf(reading, column) };
  });
}

function samplesOf({ shape: { grid }, unitRows }: TableReading, column: number): string[] {
  const samples: string[] = [];
  for (const row of unitRows) {
    const text = sampleText(grid.shown(row, column));
    if (text !== "" && !samples.includes(text)) samples.push(text);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

function sampleText(value: CellValue): string {
  if (isCellError(value)) return value.error;
  if (typeof value === "number") return formatNumber(value);
  const text = value === null ? "" : String(value).trim();
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}
