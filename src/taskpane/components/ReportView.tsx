import type { PaneState, Report } from "../paneState";
import { FindingsSection } from "./FindingsSection";
import { RankingChangesNote } from "./RankingChangesNote";
import { QuestionCard } from "../settling/QuestionCard";
import { RankingSection } from "./RankingSection";
import { RecognitionSection } from "./RecognitionSection";
import { SchemeBar } from "./SchemeBar";
import { SchemeSection } from "./SchemeSection";
import { UnrankedUnits } from "./UnrankedUnits";

interface ReportViewProps {
  readonly report: Report;
  readonly state: PaneState;
}

/**
 * What a run found out. What keeps a ranking from being right comes first: what has changed since, who is not in it,
 * errors. Then the ranking, and what it was made from.
 */
export function ReportView({ report, state: { freshness } }: ReportViewProps) {
  const { output } = report;
  const hasErrors = output.findings.some(({ severity }) => severity === "error");
  const findings = <FindingsSection output={output} freshness={freshness} />;
  return (
    <>
      <SchemeBar output={output} />
      {output.standing && (
        <RankingChangesNote standing={output.standing} isJustMade={report.kind === "ranked"} />
      )}
      {output.proposal?.questions.map((question) => (
        <QuestionCard
          key={`${question.sheet} ${String(question.cell.row)} ${String(question.cell.column)}`}
          question={question}
        />
      ))}
      {output.proposal && <SchemeSection proposal={output.proposal} />}
      {report.kind === "checked" && <RecognitionSection output={output} />}
      {report.kind === "ranked" && <UnrankedUnits ranking={report.output.ranking} />}
      {(hasErrors || report.kind === "checked") && findings}
      {report.kind === "ranked" && <RankingSection output={report.output} />}
      {!hasErrors && report.kind === "ranked" && findings}
      {report.kind === "ranked" && <RecognitionSection output={output} />}
    </>
  );
}
