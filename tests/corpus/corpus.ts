import type { CorpusWorkbook } from "./corpusWorkbook";
import { layoutWorkbooks } from "./workbooks/layouts";

/** Every workbook of the corpus, made anew: the same on every run. */
export function corpus(): CorpusWorkbook[] {
  return [...layoutWorkbooks()];
}
