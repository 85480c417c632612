import type { PaneState, Report } from "../paneState";
import { FindingsSection } from "./FindingsSection";
import { QuestionCard } from "../settling/QuestionCard";
import { RankingSection } from "./RankingSection";
import { RecognitionSection } from "./RecognitionSection";
import { SchemeBar } from "./SchemeBar";
import { SchemeSection } from "./SchemeSection";

interface ReportViewProps {
  readonly report: Report;
  readonly state: PaneState;
}

/** What a run found out. A ranking comes first when there is one, then what it was made from. */
export function ReportView({ report, state: { freshness } }: ReportViewProps) {
  const { output } = report;
  return (
    <>
      <SchemeBar output={output} />
      {output.proposal?.questions.map((question) => (
        <QuestionCard
          key={`${question.sheet} ${String(question.cell.row)} ${String(question.cell.column)}`}
          question={question}
        />
      ))}
      {output.proposal && <SchemeSection proposal={output.proposal} />}
      {report.kind === "ranked" && <RankingSection output={report.output} outdated={report.outdated} />}
      {report.kind === "checked" && <RecognitionSection output={output} />}
      <FindingsSection output={output} freshness={freshness} />
      {report.kind === "ranked" && <RecognitionSection output={output} />}
    </>
  );
}
