import { expect, test } from "@jest/globals";
import { parseReference } from "../../../src/workbench/saving/plannedLinks";

test("a reference with a quoted sheet name names that sheet and cell", () => {
  expect(parseReference("'张''三组'!$B$7")).toEqual({ sheet: "张'三组", row: 6, column: 1 });
});

test("a reference with a plain sheet name does too, and what is no reference gives none", () => {
  expect(parseReference("Sheet1!A1")).toEqual({ sheet: "Sheet1", row: 0, column: 0 });
  expect(parseReference("https://example.invalid/")).toBeNull();
});
