import { describe, expect, test } from "@jest/globals";
import type { ColumnRole, RecognisedColumn } from "../../src/core/assessment/assessment";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { createTranslate } from "../../src/i18n";
import { roleName } from "../../src/i18n/roleName";
import { mapTables, reasonText, rolesFor } from "../../src/taskpane/mapping";
import { checkOutput, table } from "./reports";

const translate = createTranslate("zh-CN");

function column(header: string, index: number, role: ColumnRole, unusedFigures = false): RecognisedColumn {
  return {
    header,
    key: header,
    column: index,
    role,
    reason: role === "unknown" ? "none" : "name",
    ...(unusedFigures ? { unusedFigures: true } : {}),
  };
}

const unit = column("单位", 1, "unit");
const strange = column("平时考核", 2, "unknown", true);
const contact = column("联系人", 3, "unknown");
const withColumns = (sheet: string, columns: readonly RecognisedColumn[]) => ({
  ...table(sheet, "scores", 3),
  columns,
});
const keys = (columns: readonly RecognisedColumn[]) => columns.map(({ key }) => key);

describe("the mapping of columns", () => {
  test("asks about columns with unused figures, and tables with questions come first", () => {
    const tables = mapTables(
      checkOutput([], [withColumns("汇总", [unit]), withColumns("加分", [unit, strange, contact])]),
    );
    expect(tables.map(({ places: [{ sheet }], questions }) => [sheet, keys(questions)])).toEqual([
      ["加分", ["平时考核"]],
      ["汇总", []],
    ]);
    expect(keys(tables[0]?.columns ?? [])).toEqual(["单位", "联系人"]);
  });

  test("asks about columns that claim the same role", () => {
    const rival: RecognisedColumn = { ...column("结果分", 4, "unknown"), reason: "twice" };
    const tables = mapTables(checkOutput([], [withColumns("汇总", [unit, contact, rival])]));
    expect(keys(tables[0]?.questions ?? [])).toEqual(["结果分"]);
  });

  test("puts tables that were understood alike together, and lists a repeated header once", () => {
    const forms = ["甲", "乙", "丙"].map((sheet) => withColumns(sheet, [unit, contact, contact]));
    const [only, ...others] = mapTables(checkOutput([], [...forms, table("说明", "not-data", 0)]));
    expect(others).toEqual([]);
    expect(only?.places.map(({ sheet }) => sheet)).toEqual(["甲", "乙", "丙"]);
    expect(keys(only?.columns ?? [])).toEqual(["单位", "联系人"]);
  });

  test("names roles in the scheme's words", () => {
    const name = (role: ColumnRole) => roleName(role, anshan2015, translate);
    expect(name("component:result")).toBe("结果得分");
    expect(name("weighted:process")).toBe("过程得分（已乘权重）");
    expect(name("adjustment:talk")).toBe("约谈");
    expect(name("unit")).toBe("单位");
    expect(name("unknown")).toBe("不使用");
  });

  test("offers every role of the scheme, and the one that a column has though nobody can choose it", () => {
    const offered = rolesFor(column("序号", 0, "sequence"), anshan2015);
    expect(offered[0]).toBe("sequence");
    expect(offered).toContain("component:public");
    expect(rolesFor(unit, anshan2015).filter((role) => role === "unit")).toHaveLength(1);
  });

  test("says why, also for a reason without a sentence", () => {
    expect(reasonText("alias", translate)).toBe("方案中列有这一写法");
    expect(reasonText("made up", translate)).toBe("表头无法识别");
  });
});
