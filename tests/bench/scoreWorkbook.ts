import { columnLetters } from "../../src/core/workbook/address";
import { workbookBytes } from "../workbook/file/workbookText";
import { SCORE_HEADER } from "../scoreHeader";
import { seededRandom, type Random } from "../corpus/random";

/** Cells of each unit's row. */
export const CELLS_A_UNIT = SCORE_HEADER.length;

/** A made-up unit: scores in hundredths, points in whole ones. */
interface MadeUnit {
  readonly scores: readonly [number, number, number, number];
  readonly bonus: number;
  readonly deduction: number;
}

/**
 * An .xlsx file with one table of made-up units in groups, the same on every run. Its totals (weights 55, 30, 10 and 5,
 * half up to hundredths) and its ranks inside the groups are right, so that a check has next to nothing to find.
 */
export function scoreWorkbook(units: number, groupSize: number): Uint8Array {
  const random = seededRandom(20150525);
  const texts = new SharedStrings();
  const rows = [rowXml(1, SCORE_HEADER, texts)];
  for (let first = 0; first < units; first += groupSize) {
    const group = Array.from({ length: Math.min(groupSize, units - first) }, () => madeUnit(random));
    const totals = group.map(totalOf);
    for (const [index, unit] of group.entries()) {
      const total = totals[index] ?? 0;
      const rank = 1 + totals.filter((other) => other > total).length;
      const number = first + index;
      const values = [
        `第${String(first / groupSize + 1)}组`,
        `单位${String(number + 1)}`,
        ...unit.scores.map((score) => score / 100),
        unit.bonus,
        unit.deduction,
        total / 100,
        rank,
      ];
      rows.push(rowXml(number + 2, values, texts));
    }
  }
  return workbookBytes({
    sheets: [{ name: "汇总", rows: rows.join("") }],
    sharedStrings: texts.xml(),
  });
}

function madeUnit(random: Random): MadeUnit {
  const score = () => 6000 + random.below(4001);
  return {
    scores: [score(), score(), score(), score()],
    bonus: random.below(3),
    deduction: random.below(2),
  };
}

/** The total in hundredths: weighted scores are ten-thousandths, which the rounding to hundredths takes away. */
function totalOf({ scores: [result, process, leader, open], bonus, deduction }: MadeUnit): number {
  const tenThousandths = result * 55 + process * 30 + leader * 10 + open * 5 + (bonus - deduction) * 10_000;
  return Math.floor((tenThousandths + 50) / 100);
}

function rowXml(number: number, values: readonly (string | number)[], texts: SharedStrings): string {
  const cells = values.map((value, column) => {
    const address = columnLetters(column) + String(number);
    return typeof value === "string"
      ? `<c r="${address}" t="s"><v>${String(texts.numberOf(value))}</v></c>`
      : `<c r="${address}"><v>${String(value)}</v></c>`;
  });
  return `<row r="${String(number)}">${cells.join("")}</row>`;
}

/** The texts of a workbook, each once. */
class SharedStrings {
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  xml(): string {
    return [...this.numbers.keys()].map((text) => `<si><t>${text}</t></si>`).join("");
  }
}
