import type { CorpusWorkbook } from "./corpusWorkbook";
import { asFoundWorkbooks } from "./workbooks/asFound";
import { besidesWorkbooks } from "./workbooks/besides";
import { companyWorkbooks } from "./workbooks/companies";
import { figureWorkbooks } from "./workbooks/figures";
import { formulaWorkbooks } from "./workbooks/formulas";
import { formWorkbooks } from "./workbooks/forms";
import { goodFormulaWorkbooks } from "./workbooks/goodFormulas";
import { headerWorkbooks } from "./workbooks/headers";
import { hintWorkbooks } from "./workbooks/hints";
import { layoutWorkbooks } from "./workbooks/layouts";
import { mixedWorkbooks } from "./workbooks/mixed";
import { nameWorkbooks } from "./workbooks/names";
import { otherOfficeWorkbooks } from "./workbooks/otherOffices";
import { ownHeaderWorkbooks } from "./workbooks/ownHeaders";
import { ownTableWorkbooks } from "./workbooks/ownTables";
import { periodWorkbooks } from "./workbooks/periods";
import { plausibleWorkbooks } from "./workbooks/plausible";
import { rankWorkbooks } from "./workbooks/ranks";
import { rowWorkbooks } from "./workbooks/rows";
import { structureWorkbooks } from "./workbooks/structure";
import { totalWorkbooks } from "./workbooks/totals";
import { wrongPartWorkbooks } from "./workbooks/wrongParts";

/** Every workbook of the corpus, made anew: the same on every run. */
export function corpus(): CorpusWorkbook[] {
  return [
    ...layoutWorkbooks(),
    ...headerWorkbooks(),
    ...rowWorkbooks(),
    ...periodWorkbooks(),
    ...formWorkbooks(),
    ...companyWorkbooks(),
    ...otherOfficeWorkbooks(),
    ...ownHeaderWorkbooks(),
    ...ownTableWorkbooks(),
    ...asFoundWorkbooks(),
    ...besidesWorkbooks(),
    ...figureWorkbooks(),
    ...nameWorkbooks(),
    ...totalWorkbooks(),
    ...rankWorkbooks(),
    ...formulaWorkbooks(),
    ...structureWorkbooks(),
    ...wrongPartWorkbooks(),
    ...mixedWorkbooks(),
    ...goodFormulaWorkbooks(),
    ...hintWorkbooks(),
    ...plausibleWorkbooks(),
  ];
}
