import { corpus } from "../corpus/corpus";
import { measureWorkbook, type Recall } from "../corpus/measure";
import { reportText, summarise } from "../corpus/report";
import type { Bench, Measurement } from "./bench";

/** Recognition, ranking and checks over the corpus of messy workbooks with known answers. */
export const corpusBench: Bench = {
  name: "corpus: messy workbooks with known answers",
  measure() {
    const measures = corpus().map((workbook) => measureWorkbook(workbook));
    const summary = summarise(measures);
    console.log(reportText(measures));
    const share = (what: string, { right, of }: Recall): Measurement => ({
      what: `${what} (${right} of ${of})`,
      value: (right / of) * 100,
      unit: "%",
    });
    return Promise.resolve([
      share("tables recognised", summary.tables),
      share("exact ranges", summary.ranges),
      share("column roles", summary.roles),
      share("figures of units", summary.figures),
      share("totals and ranks", summary.ranks),
      share("planted faults found", summary.faults),
      {
        what: `findings a hundred rows on clean workbooks (${summary.falseAlarms} in ${summary.cleanRows})`,
        value: (summary.falseAlarms / summary.cleanRows) * 100,
        unit: "%",
        target: 1,
      },
      {
        what: "share of clean workbooks with more than one finding a hundred rows",
        value: (summary.alarmed.length / measures.filter(({ workbook }) => workbook.clean).length) * 100,
        unit: "%",
        target: 0,
      },
    ]);
  },
};
