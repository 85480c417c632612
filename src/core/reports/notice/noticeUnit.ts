import { formatFixed } from "../../numbers/decimal";
import type { NoticeProblem, NoticeUnit } from "../../notices/noticeScope";
import { problemTexts } from "../../notices/problemTexts";
import type { UnitProposal } from "../../notices/proposeUnits";
import type { Ranking } from "../../ranking/ranking";
import { remarkKey, type UnitRemarks } from "../../recognise/units/readUnitRemarks";

/** What is said of a unit comes from here. */
interface UnitSources {
  readonly ranking: Ranking;
  readonly remarks: UnitRemarks;
  /** The period as documents call it: 2015年度. */
  readonly periodName: string;
}

/** A unit as a notice speaks of it: its place in its group, the workbook's problems, then those `typed` in. */
export function noticeUnit(
  { group: name, unit: ranked }: UnitProposal,
  { ranking, remarks, periodName }: UnitSources,
  typed: readonly string[],
): NoticeUnit {
  const group = ranking.groups.find((candidate) => candidate.name === name);
  if (!group) throw new Error(`a proposed unit's group is in the ranking: ${name}`);
  const problems: NoticeProblem[] = [
    ...(remarks.problems.get(remarkKey(ranked.unit)) ?? []).flatMap(({ text, source }) =>
      problemTexts(text).map((one) => ({ text: one, source })),
    ),
    ...typed.flatMap(problemTexts).map((text) => ({ text, source: null })),
  ];
  const total = formatFixed(ranked.total, ranking.scheme.rounding.places);
  const reason =
    `${periodName}绩效考评${ranking.dynamic ? "动态成绩" : "总成绩"}${total}分，` +
    `在${name}参加排名的${String(group.ranked.length)}个单位中列第${String(ranked.rank)}名。`;
  return { group, ranked, reason, problems };
}
