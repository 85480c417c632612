import { anshan2015 } from "../../../src/core/scheme/anshan-2015/anshan2015";
import type { CellValue } from "../../../src/core/workbook/snapshot";

/** One made-up row: 结果, 过程, 领导, 公众, 加分, 扣分. */
export type MadeUpScores = readonly [number, number, number, number, number, number];

export const SCORE_HEADER = [
  "组别",
  "单位名称",
  "结果得分",
  "过程得分",
  "领导评价得分",
  "公众评议得分",
  "加分",
  "扣分",
] as const;

/** Scores that fall as units go by, so that units rank in the order of the roster; made up. */
export function fallingScores(position: number): MadeUpScores {
  const score = 95 - position * 0.5;
  return [score, score, score, score, 0, 0];
}

/** The rows of the roster's units with made-up scores, the header first. */
export function scoreRows(
  scores: (position: number, unit: string) => MadeUpScores = fallingScores,
): CellValue[][] {
  const rows = (anshan2015.groups ?? []).flatMap((group) =>
    group.units.map(({ name }) => ({ group: group.name, name })),
  );
  return [
    [...SCORE_HEADER],
    ...rows.map(({ group, name }, position) => [group, name, ...scores(position, name)]),
  ];
}
