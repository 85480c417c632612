import type { FileWorkbook } from "../../workbook/file/fileWorkbook";
import { newWorkbook } from "../../workbook/file/newWorkbook";
import { sampleSheets } from "./sampleSheets";

/** File name of the sample. */
const SAMPLE_NAME = "示例-年度考评汇总.xlsx";

/** The sample workbook, made anew as a file, so that it is opened and saved like any other. */
export async function sampleWorkbook(): Promise<FileWorkbook> {
  const made = await newWorkbook(sampleSheets(), SAMPLE_NAME);
  if (!made.ok) throw new Error(`The sample cannot be made: ${made.problem.code} ${made.problem.detail}`);
  return made.value;
}
