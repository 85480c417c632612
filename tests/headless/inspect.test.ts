import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { writeXlsx } from "hucre";
import { runHeadless } from "../../src/headless/runHeadless";

/** Made-up scores of ten units; the total of the fourth is 5 too high. */
const SCORES: readonly (readonly [number, number])[] = [
  [41, 52],
  [38, 49],
  [44, 31],
  [29, 47],
  [36, 55],
  [47, 28],
  [33, 44],
  [42, 39],
  [26, 58],
  [39, 35],
];
const rows = [
  ["单位", "党建", "业务", "总分"],
  ...SCORES.map(([party, work], index) => [
    `单位${String(index + 1)}`,
    party,
    work,
    party + work + (index === 3 ? 5 : 0),
  ]),
];

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "perf-inspect-"));
  file = join(folder, "成绩.xlsx");
  await writeFile(file, await writeXlsx({ sheets: [{ name: "汇总", rows }] }));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function inspect(...options: string[]): Promise<{ status: number; out: string; told: string }> {
  const printed: string[] = [];
  const told: string[] = [];
  const status = await runHeadless(["inspect", ...options], {
    print: (text) => printed.push(text),
    tell: (text) => told.push(text),
    watched: false,
    now: () => new Date(2025, 11, 31),
  });
  return { status, out: printed.join(""), told: told.join("") };
}

interface Inspected {
  readonly file: string;
  readonly tables: readonly {
    readonly range: string;
    readonly unit: string;
    readonly rows: readonly number[];
    readonly facts: readonly { readonly column: string; readonly kind: string; readonly of: unknown }[];
  }[];
  readonly ranking: readonly { readonly units: readonly unknown[] }[];
  readonly wrong: readonly string[];
  readonly lines?: readonly string[];
  readonly relations?: readonly unknown[];
}

describe("inspect", () => {
  test("says of a workbook what follows from what, and which cell breaks it", async () => {
    const { status, out } = await inspect(file);
    expect(status).toBe(0);
    expect(out).toContain("汇总 A1:D11");
    expect(out).toContain("总分 = 党建 + 业务，10 行中 9 行符合，1 行不符");
    expect(out).toContain("D5：写的是 81，应为 76");
  });

  test("prints one line of data a file, ranked by the author's own rule", async () => {
    const { out } = await inspect(file, file, "--json", "--lines", "--relations");
    const lines = out.trim().split("\n");
    expect(lines).toHaveLength(2);
    const data = JSON.parse(lines[0] ?? "") as Inspected;
    expect(data.file).toBe("成绩.xlsx");
    expect(data.tables[0]).toMatchObject({
      range: "A1:D11",
      unit: "A",
      rows: [2, 11],
      facts: [{ column: "D", kind: "sum", of: ["B", "C"], main: true }],
    });
    expect(data.wrong).toEqual(["D5"]);
    // 41+52 = 93 is the most, 36+55 = 91 the next; the wrong total counts as the 76 that it should be.
    expect(data.ranking[0]?.units.slice(0, 2)).toEqual([
      ["单位1", "93", 1],
      ["单位5", "91", 2],
    ]);
    expect(data.ranking[0]?.units).toContainEqual(["单位4", "76", 7]);
    expect(data.lines?.slice(0, 2)).toEqual(["header", "data"]);
    expect(data.relations).toContainEqual({ op: "Sum", at: "D2", of: ["B2", "C2"] });
  });

  test("ranks cell by cell inside each block, and shares of the total that stands below", async () => {
    const scores = [83, 71, 96, 64, 88, 52, 79, 91, 67, 75, 58, 86];
    const total = scores.reduce((sum, score) => sum + score, 0);
    const lines = scores.map((score, index) => {
      const block = scores.slice(index < 6 ? 0 : 6, index < 6 ? 6 : 12);
      const place = block.filter((other) => other > score).length + 1;
      return [`单位${String(index + 1)}`, score, Number((score / total).toFixed(4)), place];
    });
    const sheet = [
      ["单位", "得分", "占比", "组内名次"],
      ...lines.slice(0, 6),
      ["小计", scores.slice(0, 6).reduce((sum, score) => sum + score, 0)],
      ...lines.slice(6),
      ["合计", total, 1],
    ];
    await writeFile(file, await writeXlsx({ sheets: [{ name: "汇总", rows: sheet }] }));
    const { out } = await inspect(file, "--json", "--relations");
    const { relations } = JSON.parse(out) as Inspected;
    expect(relations).toContainEqual({
      op: "Rank",
      at: "D9",
      of: ["C9", "C10", "C11", "C12", "C13", "C14"],
      order: "desc",
      ties: "none",
    });
    expect(relations).toContainEqual({ op: "Division", at: "C2", of: ["B2", "B15"] });
    expect(relations).toContainEqual({ op: "Division", at: "C14", of: ["B14", "B15"] });
  });

  test("takes a first row of figures that come to 1, blank in the total, for the weights whatever it is called", async () => {
    const weights = [0.25, 0.75];
    const lines = SCORES.map(([party, work], index) => [
      `单位${String(index + 1)}`,
      party,
      work,
      (party + 3 * work) / 4,
    ]);
    const sheet = [["单位", "党建", "业务", "总分"], ["某某", ...weights], ...lines];
    await writeFile(file, await writeXlsx({ sheets: [{ name: "汇总", rows: sheet }] }));
    const { tables } = JSON.parse((await inspect(file, "--json")).out) as Inspected;
    expect(tables[0]).toMatchObject({
      rows: [3, 12],
      facts: [{ column: "D", kind: "weighted-sum", of: ["B", "C"], weights: ["0.25", "0.75"] }],
    });
  });

  test("reads the other files where one cannot be read, and says which", async () => {
    const damaged = join(folder, "坏.xlsx");
    await writeFile(damaged, "no workbook");
    const { status, out, told } = await inspect(damaged, file, "--json");
    expect(status).toBe(2);
    expect(told).toContain("坏.xlsx");
    expect(out.trim().split("\n")).toHaveLength(1);
  });

  test("takes no option of the other commands", async () => {
    expect((await inspect(file, "--scheme", "headers")).status).toBe(2);
  });
});
