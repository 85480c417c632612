import { describe, expect, test } from "@jest/globals";
import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import { editDistance } from "../../../src/core/units/editDistance";
import { createRoster, type NameResolution } from "../../../src/core/units/roster";

const roster = createRoster(anshan2015);
if (!roster) throw new Error("the built-in scheme has a roster");

function resolve(text: string): NameResolution {
  if (!roster) throw new Error("no roster");
  return roster.resolve(text);
}

function nameOf(text: string): string {
  const resolution = resolve(text);
  return resolution.kind === "known" ? resolution.entry.unit.name : resolution.kind;
}

describe("unit names (rule 22)", () => {
  test("the roster's names and accepted aliases are known", () => {
    expect(nameOf("海城市政府")).toBe("海城市政府");
    expect(nameOf("海城")).toBe("海城市政府");
    expect(nameOf("岫岩满族自治县人民政府")).toBe("岫岩县政府");
  });

  test("white space, brackets and width do not matter", () => {
    expect(nameOf(" 海 城\u3000市 ")).toBe("海城市政府");
    expect(nameOf("市民委（市宗教局）")).toBe("市民委(市宗教局)");
  });

  test.each([
    ["千山", ["千山区政府", "千山风景区管委会"]],
    ["风景区", ["千山风景区管委会", "玉佛山风景区管委会"]],
    ["风景区管委会", ["千山风景区管委会", "玉佛山风景区管委会"]],
    ["开发区", ["高新区管委会", "经济开发区管委会"]],
    ["税务局", ["市国税局", "市地税局"]],
    [
      "管委会",
      ["高新区管委会", "经济开发区管委会", "千山风景区管委会", "玉佛山风景区管委会", "市职教城管委会"],
    ],
    ["监管局", ["市食品药品监管局", "市安全生产监管局"]],
  ])("bare %s is refused as ambiguous, with its candidates", (name, candidates) => {
    const resolution = resolve(name);
    expect(resolution.kind).toBe("ambiguous");
    expect(
      resolution.kind === "ambiguous" && resolution.candidates.map(({ unit }) => unit.name).sort(),
    ).toEqual(candidates.toSorted());
  });

  test.each([
    ["应急管理局", ["市安全生产监管局"]],
    ["卫生健康委员会", ["市卫生计生委"]],
    ["市检察院", []],
    ["市政府", []],
  ])("%s is no unit's name; nothing is suggested but what the office may have meant", (name, suggestions) => {
    const resolution = resolve(name);
    expect(resolution.kind).toBe("unknown");
    expect(resolution.kind === "unknown" && resolution.suggestions.map(({ unit }) => unit.name)).toEqual(
      suggestions,
    );
  });

  test("千山区, 千山风景区 and 玉佛山风景区 are three units of three groups", () => {
    const groups = ["千山区政府", "千山风景区管委会", "玉佛山风景区管委会"].map((name) => {
      const resolution = resolve(name);
      return resolution.kind === "known" ? resolution.entry.group.name : "";
    });
    expect(groups).toEqual(["第二组", "第三组", "第四组"]);
  });

  test("a near name is never accepted, only suggested", () => {
    const resolution = resolve("海诚市政府");
    expect(resolution.kind).toBe("unknown");
    expect(resolution.kind === "unknown" && resolution.suggestions.map(({ unit }) => unit.name)).toContain(
      "海城市政府",
    );
  });

  test.each([
    ["铁东区政府", "铁西区政府"],
    ["立山区政府", "千山区政府"],
    ["市教育局", "市体育局"],
    ["市民政局", "市财政局"],
    ["市审计局", "市统计局"],
    ["市地震局", "市地税局"],
    ["市国税局", "市地税局"],
  ])("%s and %s, one character apart, stay two units", (left, right) => {
    expect(editDistance(left, right, 1)).toBe(1);
    expect([nameOf(left), nameOf(right)]).toEqual([left, right]);
  });

  test("a likely alias suggests its unit and nothing more", () => {
    const likely = anshan2015.groups
      ?.flatMap(({ units }) => units)
      .flatMap((unit) => unit.likelyAliases.map((alias) => ({ alias, unit: unit.name })));
    expect(likely?.length).toBeGreaterThan(50);
    for (const { alias } of likely ?? []) expect(resolve(alias).kind).not.toBe("known");
  });

  test("every accepted alias leads to its own unit and no other", () => {
    for (const group of anshan2015.groups ?? []) {
      for (const unit of group.units) {
        for (const alias of [unit.name, ...unit.aliases]) expect(nameOf(alias)).toBe(unit.name);
      }
    }
  });

  test.each([
    "1.海城市政府",
    "12、海城市",
    "（3）海城",
    "①海城市政府",
    "海城市政府(牵头)",
    "★海城市政府",
    "海城市政府※",
    "海城市：",
  ])("%s is the unit, numbered or marked", (text) => {
    expect(resolve(text)).toMatchObject({ kind: "known", alias: true });
    expect(nameOf(text)).toBe("海城市政府");
  });

  test("a number before it makes no name of what is none", () => {
    expect(resolve("3.千山").kind).toBe("ambiguous");
    expect(resolve("4.海成市政府").kind).toBe("unknown");
    expect(nameOf("市民委(市宗教局)")).toBe("市民委(市宗教局)");
  });

  test("groups are known by any of their usual names", () => {
    expect(["第一组", "一组", "第1组", "第 １ 组", "（一）组"].map((text) => roster.group(text)?.id)).toEqual(
      Array(5).fill("g1"),
    );
    expect(roster.group("第五组")).toBeNull();
  });
});
