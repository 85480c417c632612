import { checksInSteps } from "../core/checks/runChecks";
import type { Assessment } from "../core/assessment/assessment";
import type { Finding } from "../core/findings/finding";
import { readIgnored, sortIgnored } from "../core/findings/ignoredFindings";
import { readJournal } from "../core/repairs/journal";
import { rankInSteps } from "../core/ranking/rankAssessment";
import type { Ranking } from "../core/ranking/ranking";
import { proposeSchemeInSteps, type SchemeProposal } from "../core/recognise/proposeScheme";
import { recogniseInSteps, type Recognition } from "../core/recognise/recognise";
import { readWorkbookInSteps, type WorkbookReading } from "../core/recognise/reading/readTables";
import type { RoleCorrections } from "../core/recognise/columns/tableColumns";
import { anshan2015 } from "../core/scheme/anshan-2015/anshan2015";
import { rankingStanding, type RankingStanding } from "../core/reports/ranking/rankingStanding";
import type { Period } from "../core/scheme/period";
import type { Scheme } from "../core/scheme/scheme";
import type { Steps } from "../core/steps";
import { storedScheme, withSchemeSheet } from "../core/scheme/sheet/storedScheme";
import type { Snapshot } from "../core/workbook/snapshot";
import type { Outcome } from "../workbook/port";
import type { ActionContext, ActionResult, Step } from "./action";
import type { Settled } from "./checkAction";
import { breathe } from "./breathe";
import { describeStoredScheme } from "./describeSchemeProblem";
import { rolesInForce, rolesToKeep, type RoleChanges, type RolesInForce } from "./rolesInForce";

/** What every run begins with. */
export interface RunInput {
  /** The period to assess; without it the workbook says. */
  readonly period?: Period;
  /** The scheme; without it the one stored in the workbook, else the built-in one. */
  readonly scheme?: Scheme;
  /** Makes the scheme from the workbook's own headers, full marks and weights, because the clerk asked for that. */
  readonly schemeFromHeaders?: boolean;
  /** Takes the built-in scheme, though the workbook keeps one. */
  readonly builtInScheme?: boolean;
  /** Roles under a scheme that the clerk gave to headers in other workbooks; the workbook's own win. */
  readonly rememberedRoles?: (scheme: Scheme) => RoleCorrections;
  /** Roles that the clerk gives now. */
  readonly roleChanges?: RoleChanges;
}

/** A workbook read, understood, ranked and checked; nothing is written yet. */
export interface Prepared {
  readonly snapshot: Snapshot;
  readonly scheme: Scheme;
  /** Where the scheme comes from when it was made from the headers, else null. */
  readonly proposal: SchemeProposal | null;
  /** Roles given by hand that the workbook does not keep yet; null when there are none. */
  readonly rolesToKeep: RoleCorrections | null;
  readonly recognition: Recognition;
  readonly assessment: Assessment;
  readonly ranking: Ranking;
  readonly findings: readonly Finding[];
  readonly settled: Settled;
  /** The period's ranking that the workbook holds, and what has changed since; null where it holds none. */
  readonly standing: RankingStanding | null;
}

/** How far each step has brought the whole run when it begins. */
const STEP_STARTS: Readonly<Record<Step, number>> = {
  reading: 0,
  recognising: 0.4,
  checking: 0.55,
  ranking: 0.7,
  composing: 0.75,
  writing: 0.8,
};

/** Tells the clerk that a step begins, and lets the screen draw before the work goes on. */
export async function beginStep(context: ActionContext, step: Step): Promise<void> {
  context.onProgress?.(step, STEP_STARTS[step]);
  if (context.onProgress) await new Promise<void>((resolve) => setTimeout(resolve, 0));
}

/** Whether the clerk has cancelled. */
export function isCancelled(context: ActionContext): boolean {
  return context.signal?.aborted === true;
}

/** Reads the workbook, recognises it, ranks and checks: the common part of every action. */
export async function prepare(context: ActionContext, input: RunInput): Promise<ActionResult<Prepared>> {
  await beginStep(context, "reading");
  const read = await context.port.read({
    ...(context.signal ? { signal: context.signal } : {}),
    ...(context.quiet ? { quiet: true } : {}),
    onProgress: (done) => context.onProgress?.("reading", done * STEP_STARTS.recognising),
  });
  if (isCancelled(context)) return { status: "cancelled" };
  if (!read.ok) return failed(read);
  const snapshot = withSchemeSheet(read.value);
  await beginStep(context, "recognising");
  const understood = await breathe(context, readWorkbookInSteps(snapshot));
  if (understood.status !== "done") return understood;
  const workbook = understood.output;
  const chosen = await breathe(context, schemeFor(context, workbook, input));
  if (chosen.status !== "done") return chosen;
  if (!chosen.output.ok) return failed(chosen.output);
  const first = await recogniseUnder(context, workbook, chosen.output.value, input);
  if (first.status !== "done") return first;
  const understoodUnder = await underOwnScheme(context, workbook, first.output, input);
  if (understoodUnder.status !== "done") return understoodUnder;
  const { scheme, proposal, byHand, recognition } = understoodUnder.output;
  if (recognition === null) return await nothingRecognised(context, workbook, understoodUnder.output, input);
  await beginStep(context, "checking");
  const { assessment } = recognition;
  const ranked = await breathe(context, rankInSteps(scheme, assessment));
  if (ranked.status !== "done") return ranked;
  const ranking = ranked.output;
  const checked = await breathe(context, checksInSteps({ snapshot, recognition, ranking }));
  if (checked.status !== "done") return checked;
  const { findings, ignored } = sortIgnored(checked.output, readIgnored(snapshot));
  const repaired = readJournal(snapshot).filter(({ undoneAt }) => undoneAt === "").length;
  return {
    status: "done",
    output: {
      snapshot,
      scheme,
      proposal,
      rolesToKeep: rolesToKeep(byHand, assessment),
      recognition,
      assessment,
      ranking,
      findings,
      settled: { ignored, repaired },
      standing: rankingStanding(snapshot, ranking),
    },
  };
}

/** What a scheme makes of a workbook: nothing where it finds none of its items. */
interface Understanding extends SchemeInForce {
  readonly byHand: RolesInForce;
  readonly recognition: Recognition | null;
}

async function recogniseUnder(
  context: ActionContext,
  workbook: WorkbookReading,
  { scheme, proposal, isGiven }: SchemeInForce,
  input: RunInput,
): Promise<ActionResult<Understanding>> {
  const byHand = rolesInForce(
    workbook.snapshot,
    scheme,
    proposal?.roles ?? input.rememberedRoles?.(scheme) ?? new Map(),
    input.roleChanges ?? new Map(),
  );
  const steps = recogniseInSteps(workbook, scheme, {
    ...(input.period ? { period: input.period } : {}),
    defaultYear: context.now().getFullYear(),
    corrections: byHand.roles,
  });
  const recognised = await breathe(context, steps);
  if (recognised.status !== "done") return recognised;
  return { status: "done", output: { scheme, proposal, isGiven, byHand, recognition: recognised.output } };
}

/** Fewer strange names than this, beside known ones, are slips, not another office's workbook. */
const MINIMUM_STRANGERS = 3;
const NEARLY_KNOWN: ReadonlySet<string> = new Set(["unit-likely", "unit-ambiguous", "unit-duplicate"]);

/**
 * Nobody is judged by another office's roster by accident: where the built-in scheme, which nobody asked for, knows
 * fewer than half of the units, the workbook's own scheme is in force, if it makes one.
 */
async function underOwnScheme(
  context: ActionContext,
  workbook: WorkbookReading,
  first: Understanding,
  input: RunInput,
): Promise<ActionResult<Understanding>> {
  const done = { status: "done", output: first } as const;
  if (first.isGiven || !isOtherOffice(first)) return done;
  const proposed = await breathe(context, proposeSchemeInSteps(workbook));
  if (proposed.status !== "done") return proposed;
  const proposal = proposed.output;
  if (proposal === null) return done;
  const own = await recogniseUnder(
    context,
    workbook,
    { scheme: proposal.scheme, proposal, isGiven: false },
    input,
  );
  return own.status === "done" && own.output.recognition === null ? done : own;
}

/** Whether the scheme's roster has fewer than half of the units, near names counted in. */
function isOtherOffice({ scheme: { groups }, recognition }: Understanding): boolean {
  if (recognition === null) return true;
  const { units } = recognition.assessment;
  if (groups === null) return false;
  const near = recognition.findings.filter(({ code }) => NEARLY_KNOWN.has(code)).length;
  const known = units.filter(({ id }) => id !== null).length;
  if (known + near === 0) return true;
  return units.length >= MINIMUM_STRANGERS && (known + near) * 2 < units.length;
}

/** Why nothing was recognised: another period than the one asked for, or nothing at all. */
async function nothingRecognised(
  context: ActionContext,
  workbook: WorkbookReading,
  { scheme, byHand }: Understanding,
  { period }: RunInput,
): Promise<ActionResult<never>> {
  if (period) {
    const steps = recogniseInSteps(workbook, scheme, { defaultYear: period.year, corrections: byHand.roles });
    const other = await breathe(context, steps);
    if (other.status !== "done") return other;
    if (other.output !== null) {
      return { status: "refused", problem: { code: "period-not-found", detail: period.id } };
    }
  }
  const detail = workbook.snapshot.sheets.map(({ name }) => name).join("、");
  return { status: "refused", problem: { code: "nothing-recognised", detail } };
}

/** The result of a run that a workbook problem ended. */
export function failed(outcome: Outcome<unknown> & { ok: false }): ActionResult<never> {
  const { problem } = outcome;
  return problem.code === "cancelled" ? { status: "cancelled" } : { status: "refused", problem };
}

/** A scheme in force, and where it comes from when it was made from the headers just now. */
export interface SchemeInForce {
  readonly scheme: Scheme;
  readonly proposal: SchemeProposal | null;
  /** Whether somebody chose the scheme: the caller, or the workbook that keeps it. */
  readonly isGiven: boolean;
}

/** The scheme that the input asks for; without any, the workbook's own, else the built-in one. */
export function* schemeFor(
  context: ActionContext,
  workbook: WorkbookReading,
  input: RunInput,
): Steps<Outcome<SchemeInForce>> {
  const inForce = (scheme: Scheme, isGiven = true): Outcome<SchemeInForce> => ({
    ok: true,
    value: { scheme, proposal: null, isGiven },
  });
  if (input.scheme) return inForce(input.scheme);
  if (input.schemeFromHeaders) {
    const proposal = yield* proposeSchemeInSteps(workbook);
    if (proposal === null) return { ok: false, problem: { code: "no-scheme-in-headers", detail: "" } };
    return { ok: true, value: { scheme: proposal.scheme, proposal, isGiven: true } };
  }
  const stored = input.builtInScheme ? null : storedScheme(workbook.snapshot);
  if (stored === null) return inForce(anshan2015, input.builtInScheme === true);
  if (stored.scheme !== null) return inForce(stored.scheme);
  const detail = describeStoredScheme(context.translate, stored);
  return { ok: false, problem: { code: "scheme-refused", detail } };
}
