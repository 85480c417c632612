import { corpus } from "./corpus";
import { measureWorkbook } from "./measure";
import { reportText } from "./report";

const [wanted] = process.argv.slice(2);
const measures = corpus()
  .filter(({ name }) => wanted === undefined || name.includes(wanted))
  .map((workbook) => measureWorkbook(workbook));
process.stdout.write(reportText(measures));
