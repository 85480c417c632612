import { describe, expect, test } from "@jest/globals";
import { createRoleReader } from "../../../src/core/recognise/header/columnRole";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { ORDINARY_HEADERS } from "../ordinaryHeaders";

const reader = createRoleReader(anshan2015);

function roleOf(text: string): string {
  return reader.read([text]).role;
}

describe("headers of schools, companies, hospitals and leagues", () => {
  test.each(ORDINARY_HEADERS.unit)("%s heads the units", (text) => {
    expect(roleOf(text)).toBe("unit");
  });

  test.each(ORDINARY_HEADERS.total)("%s is the total", (text) => {
    expect(roleOf(text)).toBe("total");
  });

  test.each(ORDINARY_HEADERS.rank)("%s is the rank", (text) => {
    expect(roleOf(text)).toBe("rank");
  });

  test.each(ORDINARY_HEADERS.grade)("%s is the grade", (text) => {
    expect(roleOf(text)).toBe("grade");
  });

  test.each([
    "部门协作",
    "班级得分",
    "学生满意度测评",
    "指标单位",
    "上半年得分",
    "卫生",
    "Quality",
    "质量Quality",
  ])("%s is none of them", (text) => {
    expect(roleOf(text)).not.toMatch(/^(?:unit|total|rank|grade)$/);
  });
});
