import { describe, expect, test } from "@jest/globals";
import { textForExcel } from "../../../src/workbook/office/cellText";

describe("text on its way into a cell", () => {
  test.each([
    "=1+1",
    "+86",
    "-",
    "-5",
    "@甲",
    "'引号",
    "#N/A",
    "true",
    " FALSE ",
    "0017",
    "92.5",
    " 92.5 ",
    "1,234",
    "50%",
    "(5)",
    "1e5",
    "1/2",
    "1-2",
    "2015-1-1",
    "2015/1/1",
    "2015年1月1日",
    "1月",
    "12:30",
    "12:30 PM",
    "上午9时",
    "¥5",
    "￥5",
    "$5",
    "5元",
    "Jan 5",
    "９２．５",
    "二〇一五年一月一日",
    "三",
  ])("gets an apostrophe where Excel might take it for something else: %j", (text) => {
    expect(textForExcel(text)).toBe(`'${text}`);
  });

  test.each([
    "",
    "海城市政府",
    "2015年度市政府绩效管理排名",
    "第一组",
    "92.5分以上",
    "送审稿",
    "Unit",
    "a b",
    "—",
    "（盖章）",
    "3个单位",
  ])("stays as it is where Excel cannot: %j", (text) => {
    expect(textForExcel(text)).toBe(text);
  });
});
