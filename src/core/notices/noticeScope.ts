import type { Figure } from "../assessment/assessment";
import { formatDecimal, formatFixed, ZERO, type Decimal } from "../numbers/decimal";
import { exactSum, formatWide } from "../numbers/exactSum";
import {
  rankedCount,
  type RankedGroup,
  type RankedUnit,
  type Ranking,
  type UnrankedUnit,
} from "../ranking/ranking";
import type { UnitRemark } from "../recognise/units/readUnitRemarks";
import { formatWeight } from "../scoring/explainTotal";
import { totalFormula } from "../scoring/total";
import { cellAddress } from "../workbook/address";
import { formatOfficialDate, type CalendarDate } from "../calendar/calendarDate";
import type { NoticeScope } from "./fillTemplate";
import type { Approval } from "./noticeRegister";
import type { NoticeSettings } from "./noticeSettings";
import { deadlineAfter } from "./workingDays";

/** A problem to name in a notice: from a cell, or typed in (no source). */
export interface NoticeProblem {
  readonly text: string;
  readonly source: UnitRemark["source"] | null;
}

/** What a talk is about and where it is: typed in by the clerk, empty until then. */
export interface TalkDetails {
  readonly reason: string;
  readonly time: string;
  readonly place: string;
  readonly by: string;
  readonly purpose: string;
  readonly demands: string;
}

/** Everything that the values of notices come from, beside the units. */
export interface NoticeContext {
  readonly ranking: Ranking;
  /** The period as documents call it: 2015年度. */
  readonly periodName: string;
  readonly settings: NoticeSettings;
  readonly date: CalendarDate;
  readonly approval: Approval | null;
  readonly talk: TalkDetails;
  /** Why a unit is not ranked, in one short text. */
  readonly unrankedReason: (unit: UnrankedUnit) => string;
}

/** A unit with its place in the ranking, and why it is named. */
export interface NoticeUnit {
  readonly group: RankedGroup;
  readonly ranked: RankedUnit;
  readonly reason: string;
  readonly problems: readonly NoticeProblem[];
}

/**
 * What the placeholders of a notice stand for. `subject` is the unit of a notice to a unit; `listed` are the units
 * that a list names. Every figure is a cell's or follows from cells by the scheme's formula; what nobody has given
 * is an empty text.
 */
export function noticeScope(
  context: NoticeContext,
  numberText: string,
  subject: NoticeUnit | null,
  listed: readonly NoticeUnit[],
): NoticeScope {
  const unit = subject === null ? null : unitScope(context, subject);
  return {
    values: new Map([
      ...commonValues(context, numberText),
      ...talkValues(context.talk, subject),
      ["入选名单", listed.map(({ ranked }) => ranked.unit.name).join("、")],
      ["入选数", String(listed.length)],
      ...(unit?.values ?? []),
    ]),
    blocks: new Map([
      ...rankingBlocks(context),
      ["入选单位", listed.map((one, index) => numbered(unitScope(context, one), index))],
      ["依据", context.settings.texts.basis === "" ? [] : [EMPTY]],
      ["批准", context.approval === null ? [] : [EMPTY]],
      ["抄送", context.settings.texts.copyTo === "" ? [] : [EMPTY]],
      ["联系", context.settings.texts.contact === "" ? [] : [EMPTY]],
      ["动态", context.ranking.dynamic ? [EMPTY] : []],
      ...(unit?.blocks ?? []),
    ]),
  };
}

const EMPTY: NoticeScope = { values: new Map(), blocks: new Map() };

function scope(
  values: Readonly<Record<string, string>>,
  blocks: ReadonlyMap<string, readonly NoticeScope[]> = new Map(),
): NoticeScope {
  return { values: new Map(Object.entries(values)), blocks };
}

function numbered(inner: NoticeScope, index: number): NoticeScope {
  return { ...inner, values: new Map([...inner.values, ["序号", String(index + 1)]]) };
}

function commonValues(context: NoticeContext, numberText: string): ReadonlyMap<string, string> {
  const { ranking, settings, date, approval } = context;
  const { texts } = settings;
  const formula = totalFormula(ranking.scheme, ranking.dynamic);
  const after = (days: number) => formatOfficialDate(deadlineAfter(date, days, settings.calendar).date);
  const ranked = rankedCount(ranking);
  const unranked = ranking.groups.reduce((sum, group) => sum + group.unranked.length, 0);
  const today = formatOfficialDate(date);
  return new Map(
    Object.entries({
      发文机关: texts.issuer,
      文号: numberText,
      成文日期: today,
      考评期: context.periodName,
      年度: String(ranking.period.year),
      考核名称: ranking.scheme.name,
      考评依据: texts.basis,
      满分: formatDecimal(formula.fullMark),
      成绩名称: ranking.dynamic ? "动态成绩" : "总成绩",
      计算公式: formulaText(ranking),
      考评单位数: String(ranked + unranked),
      参加排名数: String(ranked),
      组数: String(ranking.groups.length),
      批准人: approval?.by ?? "",
      批准日期: approval ? formatOfficialDate(approval.on) : "",
      批准文号: approval?.number ?? "",
      回复期限: after(settings.replyDays),
      回复工作日: String(settings.replyDays),
      申诉期限: after(settings.appealDays),
      申诉工作日: String(settings.appealDays),
      答复工作日: String(settings.decisionDays),
      公示开始: today,
      公示结束: after(settings.publicationDays),
      公示工作日: String(settings.publicationDays),
      主送: texts.addressee,
      上级机关: texts.superior,
      抄送: texts.copyTo,
      联系人: texts.contact,
      联系电话: texts.telephone,
      印发机关: texts.issuer,
      印发日期: today,
    }),
  );
}

/** What the clerk gave; the reason to talk is the reason why the unit was chosen until the clerk writes another. */
function talkValues(talk: TalkDetails, subject: NoticeUnit | null): [string, string][] {
  return [
    ["约谈事由", talk.reason === "" ? (subject?.reason ?? "") : talk.reason],
    ["约谈时间", talk.time],
    ["约谈地点", talk.place],
    ["约谈人", talk.by],
    ["约谈目的", talk.purpose],
    ["约谈要求", talk.demands],
  ];
}

/** 总成绩=结果得分×55%+过程得分×30%+…+加分-扣分, as part 四 of the plan writes it. */
function formulaText({ scheme, dynamic }: Ranking): string {
  const { components } = totalFormula(scheme, dynamic);
  const terms = components.map(
    ({ name, weight }) => name + (formatDecimal(weight) === "1" ? "" : `×${formatWeight(weight)}`),
  );
  return `${dynamic ? "动态成绩" : "总成绩"}=${terms.join("+")}+加分-扣分`;
}

function rankingBlocks(context: NoticeContext): [string, readonly NoticeScope[]][] {
  const { groups } = context.ranking;
  return [
    ["组", groups.map((group, index) => groupScope(context.ranking, group, index))],
    [
      "未排名",
      groups.flatMap((group) =>
        group.unranked.map((item) =>
          scope({ 单位: item.unit.name, 组别: group.name, 原因: context.unrankedReason(item) }),
        ),
      ),
    ],
  ];
}

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function groupScope(ranking: Ranking, group: RankedGroup, index: number): NoticeScope {
  return scope(
    {
      组序: NUMERALS[index] ?? String(index + 1),
      组别: group.name,
      组内单位数: String(group.ranked.length + group.unranked.length),
      组内参加排名数: String(group.ranked.length),
    },
    new Map([["排名", group.ranked.map((ranked) => scope(rankedValues(ranking, ranked)))]]),
  );
}

/** The figures of a ranked unit, with at least the scheme's places so that they stand in line. None is rounded. */
function rankedValues({ scheme }: Ranking, { unit, rank, total }: RankedUnit): Record<string, string> {
  return {
    单位: unit.name,
    名次: String(rank),
    总成绩: formatFixed(total, scheme.rounding.places),
    加分: formatDecimal(unit.bonus?.value ?? ZERO),
    扣分: formatDecimal(unit.deduction?.value ?? ZERO),
    ...Object.fromEntries(
      scheme.components.map(({ id, name }) => {
        const figure = unit.components.get(id);
        return [name, figure ? formatFixed(figure.value, scheme.rounding.places) : "—"];
      }),
    ),
  };
}

function unitScope(context: NoticeContext, { group, ranked, reason, problems }: NoticeUnit): NoticeScope {
  const { ranking } = context;
  return scope(
    {
      ...rankedValues(ranking, ranked),
      组别: group.name,
      组内单位数: String(group.ranked.length + group.unranked.length),
      组内参加排名数: String(group.ranked.length),
      失分合计: pointsLost(ranking, ranked),
      事由: reason,
    },
    new Map([
      ["得分", componentScopes(ranking, ranked)],
      ["有加分", isNothing(ranked.unit.bonus) ? [] : [EMPTY]],
      ["有扣分", isNothing(ranked.unit.deduction) ? [] : [EMPTY]],
      [
        "问题",
        problems.map(({ text, source }, index) =>
          scope({
            序号: String(index + 1),
            内容: text,
            出处: source === null ? "" : `${source.sheet}!${cellAddress(source)}`,
          }),
        ),
      ],
    ]),
  );
}

function isNothing(figure: Figure | null): boolean {
  return (figure?.value.units ?? 0) === 0;
}

/** The points that a unit lost in all components together, by their weights. */
function pointsLost({ scheme, dynamic }: Ranking, { unit }: RankedUnit): string {
  const terms = totalFormula(scheme, dynamic).components.flatMap(({ id, maximum, weight }) => {
    const score = unit.components.get(id)?.value ?? ZERO;
    return [
      { factor: maximum, by: weight },
      { factor: { units: -score.units, places: score.places }, by: weight },
    ];
  });
  return formatWide(exactSum(terms));
}

/** Scores, shares and points lost by component: lost = (maximum − score) × weight, exact. */
function componentScopes({ scheme, dynamic }: Ranking, { unit }: RankedUnit): NoticeScope[] {
  return totalFormula(scheme, dynamic).components.map(({ id, name, maximum, weight }) => {
    const score = unit.components.get(id)?.value ?? ZERO;
    const minus: Decimal = { units: -score.units, places: score.places };
    const lost = exactSum([
      { factor: maximum, by: weight },
      { factor: minus, by: weight },
    ]);
    return scope({
      项目: name,
      得分: formatDecimal(score),
      满分值: formatDecimal(maximum),
      权重: formatWeight(weight),
      折算分: formatWide(exactSum([{ factor: score, by: weight }])),
      失分: formatWide(lost),
    });
  });
}
