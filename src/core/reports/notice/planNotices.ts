import type { Finding } from "../../findings/finding";
import type { CalendarDate } from "../../calendar/calendarDate";
import type { TemplateFault } from "../../notices/checkTemplate";
import { assignNumbers, checkSequence, formatDocumentNumber } from "../../notices/documentNumbers";
import { noticeDigest, rankingDigest } from "../../notices/figuresOf";
import { fillTemplate } from "../../notices/fillTemplate";
import { noticeFinding } from "../../notices/noticeFindings";
import type { NoticeKind } from "../../notices/noticeKinds";
import {
  readRegister,
  withApproval,
  withNotices,
  type Approval,
  type NoticeRegister,
  type RegisteredNotice,
} from "../../notices/noticeRegister";
import {
  noticeScope,
  type NoticeContext,
  type NoticeUnit,
  type TalkDetails,
} from "../../notices/noticeScope";
import { readNoticeSettings, type ReadSettings } from "../../notices/noticeSettings";
import { parseTemplate, type TemplatePart } from "../../notices/parseTemplate";
import { proposeUnits, type UnitProposal } from "../../notices/proposeUnits";
import { templateInForce } from "../../notices/readTemplate";
import { deadlineAfter } from "../../notices/workingDays";
import type { Ranking, UnrankedUnit } from "../../ranking/ranking";
import type { UnitRemarks } from "../../recognise/units/readUnitRemarks";
import { createRoster, type Roster } from "../../units/roster";
import type { Plan } from "../../workbook/plan";
import type { Snapshot } from "../../workbook/snapshot";
import { noticeUnit } from "./noticeUnit";
import { planNoticeSheets, type NoticeDraft } from "./planNoticeSheets";
import { planNoticeRegisterSheet } from "./registerSheet";
import { planNoticeSettingsSheet } from "./settingsSheet";

/** What the clerk asks for. */
export interface NoticeRequest {
  readonly kind: NoticeKind;
  /** Names of the units chosen; null: those that are proposed. Without meaning for a notice about all units. */
  readonly units: readonly string[] | null;
  readonly date: CalendarDate;
  /** An approval of this ranking to record with the run (rule 21). */
  readonly approval: Omit<Approval, "period" | "digest"> | null;
  /** A final is refused without an approval of the very ranking. */
  readonly final: boolean;
  readonly redHead: boolean;
  /** Notices to units: a sheet each, or all on one sheet with page breaks. */
  readonly layout: "sheets" | "one-sheet";
  /** Problems typed in, by unit name; they come after those of the workbook. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
  readonly talk: TalkDetails;
}

/** What notices are made from. */
export interface NoticeSources {
  readonly snapshot: Snapshot;
  readonly ranking: Ranking;
  readonly remarks: UnitRemarks;
  /** The period as documents call it: 2015年度. */
  readonly periodName: string;
  readonly unrankedReason: (unit: UnrankedUnit) => string;
}

/** Why nothing is written. */
export type NoticeRefusal =
  | { readonly code: "nobody-chosen" }
  | { readonly code: "unit-not-ranked"; readonly names: readonly string[] }
  | { readonly code: "not-approved" }
  /** The ranking has changed since it was approved. */
  | { readonly code: "approval-outdated"; readonly approval: Approval }
  | { readonly code: "values-open"; readonly names: readonly string[] }
  | {
      readonly code: "template-faulty";
      readonly sheet: string | null;
      readonly faults: readonly TemplateFault[];
    };

/** Notices ready to be written. */
export interface PlannedNotices {
  readonly plan: Plan;
  readonly register: NoticeRegister;
  readonly notices: readonly RegisteredNotice[];
  readonly findings: readonly Finding[];
}

/**
 * Makes notices: text from the template in force, figures from the ranking, numbers from the register. All of them
 * are planned, or the one reason why none is.
 */
export function planNotices(
  sources: NoticeSources,
  request: NoticeRequest,
):
  | { readonly ok: true; readonly value: PlannedNotices }
  | { readonly ok: false; readonly refusal: NoticeRefusal } {
  return new NoticePlanning(sources, request).plan();
}

class Refused extends Error {
  constructor(readonly refusal: NoticeRefusal) {
    super(refusal.code);
  }
}

class NoticePlanning {
  private readonly read: ReadSettings;
  private readonly register: NoticeRegister;
  private readonly findings: Finding[] = [];
  private readonly openValues = new Set<string>();

  constructor(
    private readonly sources: NoticeSources,
    private readonly request: NoticeRequest,
  ) {
    const { snapshot, ranking } = sources;
    this.read = readNoticeSettings(snapshot, ranking.scheme);
    const register = readRegister(snapshot);
    this.register =
      request.approval === null
        ? register
        : withApproval(register, {
            ...request.approval,
            period: ranking.period.id,
            digest: rankingDigest(ranking),
          });
  }

  plan(): ReturnType<typeof planNotices> {
    try {
      return { ok: true, value: this.planned() };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  }

  private planned(): PlannedNotices {
    const approval = this.approvalForFinal();
    const parts = this.templateParts();
    const drafts = this.drafts(parts, approval, this.chosenUnits());
    this.reportOpenValues();
    this.reportSettings();
    const { sheets, notices, removals } = planNoticeSheets(drafts, {
      kind: this.request.kind,
      layout: this.request.layout,
      period: this.sources.ranking.period.id,
      periodName: this.sources.periodName,
      settings: this.read.settings,
      made: this.register.notices,
    });
    const register = withNotices(this.register, notices);
    this.reportSequence(register);
    const settingsSheet =
      this.read.sheet === null
        ? [planNoticeSettingsSheet(this.sources.ranking.groups.map(({ name }) => name))]
        : [];
    const plan = {
      // The register last: its numbers are given when the notices stand.
      sheets: [...sheets, ...settingsSheet, planNoticeRegisterSheet(register)],
      edits: [],
      removals,
    };
    return { plan, register, notices, findings: this.findings };
  }

  /** The approval of this very ranking; null for a draft. Refuses a final without one (rule 21). */
  private approvalForFinal(): Approval | null {
    if (!this.request.final) return null;
    const { ranking } = this.sources;
    const approval = this.register.approvals.find(({ period }) => period === ranking.period.id);
    if (!approval) throw new Refused({ code: "not-approved" });
    if (approval.digest !== rankingDigest(ranking))
      throw new Refused({ code: "approval-outdated", approval });
    return approval;
  }

  private templateParts(): readonly TemplatePart[] {
    const { snapshot, ranking } = this.sources;
    const { template, faults } = templateInForce(snapshot, this.request.kind, ranking.scheme);
    if (faults.length > 0) throw new Refused({ code: "template-faulty", sheet: template.sheet, faults });
    return parseTemplate(template).parts;
  }

  private chosenUnits(): NoticeUnit[] {
    const { kind, units } = this.request;
    if (kind.scope === "all") return [];
    const { ranking, remarks } = this.sources;
    const proposals = proposeUnits(kind, ranking, this.read.settings.lines, remarks);
    const roster = createRoster(ranking.scheme);
    const chosen = units === null ? this.proposed(proposals) : named(proposals, units, roster);
    if (chosen.length === 0) throw new Refused({ code: "nobody-chosen" });
    return chosen.map((proposal) =>
      noticeUnit(proposal, this.sources, this.request.problems.get(proposal.unit.unit.name) ?? []),
    );
  }

  private proposed(proposals: readonly UnitProposal[]): UnitProposal[] {
    const chosen = proposals.filter(({ reasons }) => reasons.length > 0);
    const tied = chosen.filter(({ reasons }) => reasons.some((reason) => reason.kind === "tie"));
    if (tied.length > 0) {
      const units = tied.map(({ unit }) => unit.unit.name).join("、");
      this.findings.push(noticeFinding("notice-tie-at-line", null, { units, count: tied.length }));
    }
    return chosen;
  }

  private drafts(
    parts: readonly TemplatePart[],
    approval: Approval | null,
    units: readonly NoticeUnit[],
  ): NoticeDraft[] {
    const { kind, date } = this.request;
    const { ranking } = this.sources;
    const { settings } = this.read;
    const context: NoticeContext = { ...this.sources, settings, date, approval, talk: this.request.talk };
    const subjects = kind.scope === "unit" ? units.map((unit) => [unit]) : [units];
    const wanted = subjects.map((subject) => ({
      kind: kind.id,
      period: ranking.period.id,
      units: subject.map(({ ranked }) => ranked.unit.name),
    }));
    const numbers = kind.numbered
      ? assignNumbers(wanted, date.year, this.register.notices, settings.firstNumber)
      : [];
    return wanted.map((notice, index) => {
      const subject = subjects[index] ?? [];
      const number = numbers[index] ?? null;
      const numberText = number === null ? "" : formatDocumentNumber(settings.texts.code, number);
      const [single] = kind.scope === "unit" ? subject : [];
      const scope = noticeScope(context, numberText, single ?? null, kind.scope === "list" ? subject : []);
      const filled = fillTemplate(parts, scope);
      for (const name of filled.missing) this.openValues.add(name);
      return {
        units: subject,
        registered: {
          ...notice,
          number,
          numberText,
          state: this.request.final ? "final" : "draft",
          date,
          digest: noticeDigest(kind, ranking, notice.units, this.sources.remarks),
          sheet: "",
          stamp: null,
        },
        notice: {
          lines: filled.lines,
          numberText,
          draft: !this.request.final,
          redHead: this.request.redHead,
          upward: kind.upward,
          names: [settings.texts.issuer, this.sources.periodName, ...notice.units],
        },
      };
    });
  }

  private reportOpenValues(): void {
    if (this.openValues.size === 0) return;
    const names = [...this.openValues];
    if (this.request.final) throw new Refused({ code: "values-open", names });
    this.findings.push(noticeFinding("notice-value-open", null, { names: names.join("、") }));
  }

  private reportSettings(): void {
    const { settings, faults } = this.read;
    for (const { sheet, cell, text } of faults) {
      this.findings.push(noticeFinding("notice-setting-unclear", { sheet, cell }, { text }));
    }
    const longest = Math.max(settings.replyDays, settings.appealDays, settings.publicationDays);
    const { unknownYears } = deadlineAfter(this.request.date, longest, settings.calendar);
    for (const year of unknownYears) {
      this.findings.push(noticeFinding("notice-holidays-unknown", null, { year }));
    }
  }

  private reportSequence(register: NoticeRegister): void {
    const { year } = this.request.date;
    const { gaps, repeated } = checkSequence(register.notices, year, this.read.settings.firstNumber);
    if (gaps.length > 0) {
      const numbers = gaps.join("、");
      this.findings.push(noticeFinding("notice-number-gap", null, { year, numbers }));
    }
    if (repeated.length > 0) {
      const numbers = repeated.join("、");
      this.findings.push(noticeFinding("notice-number-repeated", null, { year, numbers }));
    }
  }
}

/** The proposals of these names or aliases, in the order of the ranking. Refuses names that are not ranked. */
function named(
  proposals: readonly UnitProposal[],
  names: readonly string[],
  roster: Roster | null,
): UnitProposal[] {
  const missing: string[] = [];
  const wanted = new Set<UnitProposal>();
  for (const name of names) {
    const resolution = roster?.resolve(name);
    const full = resolution?.kind === "known" ? resolution.entry.unit.name : name;
    const found = proposals.filter(({ unit: { unit } }) => unit.name === full || unit.as === name);
    if (found.length === 0) missing.push(name);
    for (const proposal of found) wanted.add(proposal);
  }
  if (missing.length > 0) throw new Refused({ code: "unit-not-ranked", names: missing });
  return proposals.filter((proposal) => wanted.has(proposal));
}
