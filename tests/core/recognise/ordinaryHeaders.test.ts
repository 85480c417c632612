import { describe, expect, test } from "@jest/globals";
import { createRoleReader } from "../../../src/core/recognise/header/columnRole";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";

const reader = createRoleReader(anshan2015);

function roleOf(text: string): string {
  return reader.read([text]).role;
}

describe("headers of schools, companies, hospitals and leagues", () => {
  test.each([
    "班级",
    "参赛班级",
    "教师姓名",
    "科室名称",
    "乡镇（街道）",
    "项目部",
    "供应商名称",
    "投标人",
    "党支部",
    "代表队",
    "支行",
    "被考核部门",
    "车间/班组",
    "项目\n街道",
    "单位\\项目",
    "Employee Name",
    "Supplier",
    "Student's name",
    "Institution",
    "Club",
    "供应商\nSupplier",
  ])("%s heads the units", (text) => {
    expect(roleOf(text)).toBe("unit");
  });

  test.each([
    "年度得分",
    "全年得分",
    "累计积分",
    "团体总分",
    "周总分",
    "综合分",
    "最后得分",
    "Overall Score",
    "Weighted Score",
    "Total Points",
    "总分Total",
    "2023年得分",
    "本月得分",
    "Total /100",
  ])("%s is the total", (text) => {
    expect(roleOf(text)).toBe("total");
  });

  test.each(["Pos.", "World rank", "总名次", "区内排名", "排名\nRank"])("%s is the rank", (text) => {
    expect(roleOf(text)).toBe("rank");
  });

  test.each(["绩效等级", "考核结果等次"])("%s is the grade", (text) => {
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
