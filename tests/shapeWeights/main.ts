/**
 * Fits the weights of the row chain (src/core/shape/weights.ts) to annotated workbooks and says how well they read
 * workbooks that they were not fitted to:
 *
 *     npx tsx tests/shapeWeights/main.ts --lines FOLDER --truth LIST.json.gz --scores FOLDER [--out FILE]
 *
 * `--lines`: a folder of workbooks and the list of the classes of their rows, such as Strudel's Troy tables (EDBT 2021,
 * Apache-2.0). `--scores`: a folder of workbooks with a `.truth.json` each that says where their tables are. Folds keep
 * workbooks whole. With `--out`, the weights fitted to all of them are written.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fitChain, type Example } from "./fitChain";
import { lineExamples, scoreExamples } from "./makeExamples";
import { LineMeasure, TableMeasure } from "./measure";
import { readLineWorkbooks, readScoreWorkbooks } from "./readWorkbooks";
import { weightsModule } from "./writeWeights";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      lines: { type: "string" },
      truth: { type: "string" },
      scores: { type: "string" },
      folds: { type: "string", default: "5" },
      predictions: { type: "string" },
      out: { type: "string" },
      missed: { type: "boolean", default: false },
    },
  });
  const lineBooks =
    values.lines === undefined || values.truth === undefined
      ? []
      : await readLineWorkbooks(values.lines, values.truth);
  const scoreBooks = values.scores === undefined ? [] : await readScoreWorkbooks(values.scores);
  const examples: readonly Example[] = [
    ...lineBooks.flatMap(lineExamples),
    ...scoreBooks.flatMap(scoreExamples),
  ];
  const lines = new LineMeasure();
  const tables = new TableMeasure();
  const predictions: string[] = [];
  const folds = Number(values.folds);
  for (let fold = 0; fold < folds; fold += 1) {
    const heldOut = <Book>(books: readonly Book[]) => books.filter((_, index) => index % folds === fold);
    const [lineTest, scoreTest] = [heldOut(lineBooks), heldOut(scoreBooks)];
    const names = new Set([...lineTest, ...scoreTest].map(({ truth }) => truth.file));
    const weights = fitChain(examples.filter(({ workbook }) => !names.has(workbook)));
    for (const book of lineTest) {
      predictions.push(JSON.stringify({ file: book.truth.file, lines: lines.add(book, weights) }));
    }
    for (const book of scoreTest) tables.add(book, weights);
  }
  if (folds > 0) {
    say(`Not fitted to (${folds} folds by workbook):`);
    say(lines.report());
    say(tables.report());
    if (values.missed) for (const line of tables.missed) say(line);
  }
  if (values.predictions !== undefined) writeFileSync(values.predictions, `${predictions.join("\n")}\n`);
  if (values.out !== undefined) writeFileSync(values.out, weightsModule(fitChain(examples)));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
