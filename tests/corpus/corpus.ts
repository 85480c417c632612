import type { CorpusWorkbook } from "./corpusWorkbook";
import { figureWorkbooks } from "./workbooks/figures";
import { formulaWorkbooks } from "./workbooks/formulas";
import { hintWorkbooks } from "./workbooks/hints";
import { layoutWorkbooks } from "./workbooks/layouts";
import { nameWorkbooks } from "./workbooks/names";
import { rankWorkbooks } from "./workbooks/ranks";
import { structureWorkbooks } from "./workbooks/structure";
import { totalWorkbooks } from "./workbooks/totals";

/** Every workbook of the corpus, made anew: the same on every run. */
export function corpus(): CorpusWorkbook[] {
  return [
    ...layoutWorkbooks(),
    ...figureWorkbooks(),
    ...nameWorkbooks(),
    ...totalWorkbooks(),
    ...rankWorkbooks(),
    ...formulaWorkbooks(),
    ...structureWorkbooks(),
    ...hintWorkbooks(),
  ];
}
