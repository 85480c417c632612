import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { figureIn } from "../numbers/cellFigure";
import type { CheckSubject } from "./checkSubject";

/** A column counts as calculated when it has this many formulas, and this many for each typed number. */
const MINIMUM_FORMULAS = 3;
const FORMULAS_PER_CONSTANT = 4;

/** A typed number in a column that is calculated everywhere else no longer follows its figures. */
export function checkConstantsAmongFormulas({ formulaColumns }: CheckSubject): Finding[] {
  return formulaColumns.flatMap(({ column, cells }) => {
    const formulas = cells.filter(({ form }) => form !== null).length;
    const constants = cells.filter(({ form, value }) => form === null && figureIn(value) !== null);
    if (formulas < MINIMUM_FORMULAS || formulas < constants.length * FORMULAS_PER_CONSTANT) return [];
    return constants.map(({ cell, value }) =>
      createFinding(
        "formula-constant",
        { sheet: cell.sheet, cell },
        { column: column.header, value: typeof value === "string" ? value : Number(value), formulas },
      ),
    );
  });
}
