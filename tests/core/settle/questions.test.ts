import { expect, test } from "@jest/globals";
import { readWorkbook } from "../../../src/core/recognise/reading/readTables";
import { resultQuestions } from "../../../src/core/settle/questions";
import { places, settle, workbookWith } from "./settling";

test("two columns that could both be the result are asked about, each with the units that come first by it", () => {
  const workbook = workbookWith([
    ["部门", "业务", "初评总分", "复评总分"],
    ["东湖", 50, 80, 71],
    ["西山", 61, 90, 62],
    ["南坡", 33, 75, 93],
    ["北岭", 42, 60, 84],
  ]);
  const [sheet] = readWorkbook(workbook).sheets;
  const questions = sheet ? resultQuestions(sheet) : [];
  for (const { alternatives } of questions) {
    for (const { answers, first } of alternatives) {
      // What the card shows is what the choice gives.
      expect(places(settle(workbook, answers)).slice(0, 3)).toEqual(
        first.map(
          ({ rank, name, total }) => `${String(rank)} ${name} ${String(total.units / 10 ** total.places)}`,
        ),
      );
    }
  }
  expect(questions.flatMap(({ alternatives }) => alternatives.map(({ name }) => name))).toEqual([
    "复评总分",
    "初评总分",
  ]);
});
