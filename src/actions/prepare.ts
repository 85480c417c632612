import { checksInSteps } from "../core/checks/runChecks";
import type { Assessment } from "../core/assessment/assessment";
import type { Finding } from "../core/findings/finding";
import { rankInSteps } from "../core/ranking/rankAssessment";
import type { Ranking } from "../core/ranking/ranking";
import { proposeSchemeInSteps, type SchemeProposal } from "../core/recognise/proposeScheme";
import { recogniseInSteps, type Recognition } from "../core/recognise/recognise";
import type { RoleCorrections } from "../core/recognise/columns/tableColumns";
import { anshan2015 } from "../core/scheme/anshan-2015/anshan2015";
import type { Period } from "../core/scheme/period";
import type { Scheme } from "../core/scheme/scheme";
import type { Steps } from "../core/steps";
import { storedScheme, withSchemeSheet } from "../core/scheme/sheet/storedScheme";
import type { Snapshot } from "../core/workbook/snapshot";
import type { Outcome } from "../workbook/port";
import type { ActionContext, ActionResult, Step } from "./action";
import { breathe } from "./breathe";
import { describeStoredScheme } from "./describeSchemeProblem";
import { rolesInForce, rolesToKeep, type RoleChanges } from "./rolesInForce";

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
  const chosen = await breathe(context, schemeFor(context, snapshot, input));
  if (chosen.status !== "done") return chosen;
  if (!chosen.output.ok) return failed(chosen.output);
  const { scheme, proposal } = chosen.output.value;
  const byHand = rolesInForce(
    snapshot,
    scheme,
    input.rememberedRoles?.(scheme) ?? new Map(),
    input.roleChanges ?? new Map(),
  );
  await beginStep(context, "recognising");
  const steps = recogniseInSteps(snapshot, scheme, {
    ...(input.period ? { period: input.period } : {}),
    defaultYear: context.now().getFullYear(),
    corrections: byHand.roles,
  });
  const recognised = await breathe(context, steps);
  if (recognised.status !== "done") return recognised;
  const recognition = recognised.output;
  if (recognition === null) {
    const { period } = input;
    if (period) {
      const other = await breathe(
        context,
        recogniseInSteps(snapshot, scheme, { defaultYear: period.year, corrections: byHand.roles }),
      );
      if (other.status !== "done") return other;
      if (other.output !== null) {
        return { status: "refused", problem: { code: "period-not-found", detail: period.id } };
      }
    }
    const other = proposal === null ? await otherScheme(context, snapshot, scheme) : null;
    if (other !== null) return other;
    const detail = snapshot.sheets.map(({ name }) => name).join("、");
    return { status: "refused", problem: { code: "nothing-recognised", detail } };
  }
  if (namesNoUnit(scheme, recognition)) {
    const other = await otherScheme(context, snapshot, scheme);
    if (other !== null) return other;
  }
  await beginStep(context, "checking");
  const { assessment } = recognition;
  const ranked = await breathe(context, rankInSteps(scheme, assessment));
  if (ranked.status !== "done") return ranked;
  const ranking = ranked.output;
  const checked = await breathe(context, checksInSteps({ snapshot, recognition, ranking }));
  if (checked.status !== "done") return checked;
  const findings = checked.output;
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
    },
  };
}

/** Fewer strange names than this are slips, not another office's workbook. */
const MINIMUM_STRANGERS = 3;
const NEARLY_KNOWN: ReadonlySet<string> = new Set(["unit-likely", "unit-ambiguous"]);

/** What ends a run under a scheme that is not the workbook's: its headers make one of their own. Null where they do not. */
async function otherScheme(
  context: ActionContext,
  snapshot: Snapshot,
  scheme: Scheme,
): Promise<ActionResult<never> | null> {
  const proposed = await breathe(context, proposeSchemeInSteps(snapshot));
  if (proposed.status !== "done") return proposed;
  if (proposed.output === null) return null;
  return { status: "refused", problem: { code: "other-scheme", detail: scheme.name } };
}

/** Whether the scheme has a roster, and no name of the workbook is on it or near it: a header word was in common. */
function namesNoUnit({ groups }: Scheme, { assessment: { units }, findings }: Recognition): boolean {
  return (
    groups !== null &&
    units.length >= MINIMUM_STRANGERS &&
    units.every(({ id }) => id === null) &&
    !findings.some(({ code }) => NEARLY_KNOWN.has(code))
  );
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
}

/** The scheme that the input asks for; without any, the workbook's own, else the built-in one. */
export function* schemeFor(
  context: ActionContext,
  snapshot: Snapshot,
  input: RunInput,
): Steps<Outcome<SchemeInForce>> {
  const inForce = (scheme: Scheme): Outcome<SchemeInForce> => ({
    ok: true,
    value: { scheme, proposal: null },
  });
  if (input.scheme) return inForce(input.scheme);
  if (input.schemeFromHeaders) {
    const proposal = yield* proposeSchemeInSteps(snapshot);
    if (proposal === null) return { ok: false, problem: { code: "no-scheme-in-headers", detail: "" } };
    return { ok: true, value: { scheme: proposal.scheme, proposal } };
  }
  const stored = input.builtInScheme ? null : storedScheme(snapshot);
  if (stored === null) return inForce(anshan2015);
  if (stored.scheme !== null) return inForce(stored.scheme);
  const detail = describeStoredScheme(context.translate, stored);
  return { ok: false, problem: { code: "scheme-refused", detail } };
}
