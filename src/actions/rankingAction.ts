import { figureSources } from "../core/reports/ranking/figureSources";
import {
  handEdits,
  keepHandEdits,
  layoutOf,
  noteOf,
  type HandEdits,
} from "../core/reports/ranking/handEdits";
import { rankingColumns } from "../core/reports/ranking/rankingColumns";
import {
  RANKING_SHEET_KIND,
  writtenRanking,
  type WrittenRanking,
} from "../core/reports/ranking/rankingStanding";
import { planRecordSheet, storedLayout, storedRecord } from "../core/reports/ranking/recordSheet";
import type { TotalCells } from "../core/reports/ranking/rankingTotal";
import { planRankingSheet } from "../core/reports/rankingSheet";
import { approvalOf } from "../core/notices/figuresOf";
import { readRegister } from "../core/notices/noticeRegister";
import type { Ranking } from "../core/ranking/ranking";
import { recordRanking, type RankingRecord } from "../core/ranking/rankingRecord";
import { planRoleSheet } from "../core/recognise/roleSheet";
import { planSchemeSheet } from "../core/reports/schemeSheet";
import { SCHEME_MARK } from "../core/scheme/schemeSheet";
import { storedScheme } from "../core/scheme/sheet/storedScheme";
import type { Plan } from "../core/workbook/plan";
import { sheetMarked } from "../core/workbook/snapshot";
import type { WorkbookPort, WrittenSheet } from "../workbook/port";
import type { Action, ActionContext } from "./action";
import { checkOutputOf, type CheckOutput } from "./checkAction";
import { describeUnranked } from "./describeUnranked";
import { formatTime } from "./formatTime";
import { beginStep, failed, isCancelled, prepare, type Prepared, type RunInput } from "./prepare";
import { withWritten } from "./withWritten";
import { writeFrom } from "./writeFrom";

/** What a ranking run starts from. */
export interface RankingInput extends RunInput {
  /** Whether 总成绩 is written as a live formula or as a value. */
  readonly totals: "formula" | "values";
  /** Whether the scheme that was given is to be kept in the workbook, so that its cells use the same one. */
  readonly keepScheme?: boolean;
}

/** The ranking, and the sheet that it was written to. */
export interface RankingOutput extends CheckOutput {
  readonly ranking: Ranking;
  readonly sheet: WrittenSheet | null;
  /** Texts that the clerk had changed on the sheet before, and that have no place on the new one. */
  readonly lostTexts: readonly string[];
}

/** 生成排名: checks the workbook, ranks every group and writes the ranking sheet of the period. */
export const rankingAction: Action<RankingInput, RankingOutput> = {
  id: "rank",
  label: "action.rank",
  async run(context, input) {
    const prepared = await prepare(context, input);
    if (prepared.status !== "done") return prepared;
    const { ranking } = prepared.output;
    await beginStep(context, "composing");
    const edits = editsByHand(prepared.output);
    const record = recordRanking(ranking, formatTime(context.now()), edits?.notes);
    const { plan, lost } = planRanking(context, input, prepared.output, record, edits);
    if (isCancelled(context)) return { status: "cancelled" };
    await beginStep(context, "writing");
    const written = await writeFrom(context, prepared.output.snapshot, plan);
    if (!written.ok) return failed(written);
    const sheet = written.value.find(({ mark }) => mark.kind === "ranking") ?? null;
    const renewed = withWritten(prepared.output.assessment, written.value);
    const standing = sheet && { ...standingOf(prepared.output, record, sheet.name), changes: [], moved: 0 };
    return {
      status: "done",
      output: {
        ...checkOutputOf(prepared.output),
        assessment: renewed,
        standing,
        ranking,
        sheet,
        lostTexts: lost,
      },
    };
  },
};

function standingOf({ snapshot }: Prepared, record: RankingRecord, sheet: string): WrittenRanking {
  return writtenRanking(record, sheet, readRegister(snapshot));
}

/** What the clerk changed on the period's ranking sheet since it was written. */
function editsByHand({ snapshot, ranking: { period } }: Prepared): HandEdits | null {
  const sheet = sheetMarked(snapshot, { kind: RANKING_SHEET_KIND, key: period.id });
  const record = storedRecord(snapshot, period.id);
  const layout = storedLayout(snapshot, period.id);
  return sheet && record && layout ? handEdits(sheet, record, layout) : null;
}

function planRanking(
  context: ActionContext,
  input: RankingInput,
  prepared: Prepared,
  record: RankingRecord,
  edits: HandEdits | null,
): { readonly plan: Plan; readonly lost: readonly string[] } {
  const { assessment, ranking, snapshot, scheme } = prepared;
  const keeping = schemeToKeep(input, prepared);
  const approval = approvalOf(readRegister(snapshot), ranking);
  const own = planRankingSheet(ranking, context.translate, {
    ...(approval ? { approvedAs: approval.number } : {}),
    totals: totalCells(context.port, input, ranking, keeping !== "other"),
    figures: figureSources(snapshot, assessment),
    madeAt: record.madeAt,
    sources: sourceSheets(assessment),
    reason: (unit) => describeUnranked(context.translate, ranking, unit),
    note: (unit) => noteOf(unit, edits),
  });
  // What is kept is our own layout, so that the next ranking finds the same edits again.
  const layout = layoutOf(own, rankingColumns(ranking).note);
  const { plan: sheet, lost } = edits ? keepHandEdits(own, edits) : { plan: own, lost: [] };
  const kept = [
    ...(keeping === "write" ? [planSchemeSheet(scheme)] : []),
    ...(prepared.rolesToKeep === null ? [] : [planRoleSheet(prepared.rolesToKeep)]),
  ];
  const removals = keeping === "remove" ? [SCHEME_MARK] : [];
  const sheets = [...kept, planRecordSheet(record, layout), sheet];
  return { plan: { sheets, edits: [], removals }, lost };
}

/**
 * What becomes of the scheme that the workbook keeps: its cells calculate by it, so that it has to be the ranking's.
 * Hidden text of an older workbook goes to 考评方案, or away for the built-in scheme. A sheet 考评方案 is the
 * office's own and stays as it is, whatever this ranking was made by: `other` where that is another scheme.
 */
function schemeToKeep(input: RankingInput, prepared: Prepared): "as-is" | "write" | "remove" | "other" {
  const { scheme, proposal, snapshot } = prepared;
  const stored = storedScheme(snapshot);
  if (stored !== null && stored.sheet !== null) {
    return JSON.stringify(stored.scheme) === JSON.stringify(scheme) ? "as-is" : "other";
  }
  if (input.builtInScheme) return "remove";
  const isStoredText = stored !== null && JSON.stringify(stored.scheme) === JSON.stringify(scheme);
  return proposal !== null || input.keepScheme === true || isStoredText ? "write" : "as-is";
}

function sourceSheets(assessment: Prepared["assessment"]): string[] {
  return [...new Set(assessment.tables.filter(({ kind }) => kind === "scores").map(({ sheet }) => sheet))];
}

/**
 * PERF.TOTAL takes the four components of the scheme in force; other totals are native formulas. Totals that no native
 * formula gives exactly are values, and so are the figures beside them: figures that move under a total that does
 * not would mislead.
 */
function totalCells(
  port: WorkbookPort,
  { totals }: RankingInput,
  ranking: Ranking,
  followsCells: boolean,
): TotalCells {
  if (totals === "values") return "values";
  const fits = ranking.scheme.components.length === 4 && !ranking.dynamic;
  if (port.hasCustomFunctions && fits && followsCells) return "function";
  return ranking.scheme.rounding.mode === "half-up" && ranking.scheme.dynamic?.convert !== true
    ? "native-formula"
    : "values";
}
