import { officeForNode } from "../../../src/workbench/emulator/officeForNode";
import { createOfficePort } from "../../../src/workbook/office/officePort";
import { describePort } from "../portContract";
import { lookOf, memoryWorkbookOf } from "./describedWorkbook";

/** At the requirement sets that the manifest asks for, so that nothing above them is used unseen. */
const floor = { requirementSets: { ExcelApi: "1.13", CustomFunctionsRuntime: "1.1" } };

describePort("Excel adapter over the host emulator", (described) => {
  const workbook = memoryWorkbookOf(described);
  officeForNode(workbook, floor);
  const port = createOfficePort();
  return {
    port,
    read: async () => {
      const outcome = await port.read();
      if (!outcome.ok) throw new Error(outcome.problem.detail);
      // The port does not ask for the merged areas of our own sheets: the workbook itself shows them.
      const shown = new Map(workbook.sheets().map((sheet) => [sheet.id, sheet.merges()]));
      const sheets = outcome.value.sheets.map((sheet) =>
        sheet.mark === null ? sheet : { ...sheet, merges: shown.get(sheet.id) ?? [] },
      );
      return { ...outcome.value, sheets };
    },
    look: (name) => lookOf(workbook, name),
  };
});
