import { expect, test } from "@jest/globals";
import { checksList, listInReadme } from "./readmeChecks";

test("the README lists the checks as their own table has them", () => {
  expect(listInReadme()).toBe(checksList());
});
