import type { PaneState, Report } from "../paneState";
import { FindingsSection } from "./FindingsSection";
import { RankingChangesNote } from "./RankingChangesNote";
import { RankingSection } from "./RankingSection";
import { RecognitionSection } from "./RecognitionSection";
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
      {output.standing && <RankingChangesNote standing={output.standing} />}
      {output.proposal && <SchemeSection proposal={output.proposal} />}
      {report.kind === "ranked" && <RankingSection output={report.output} />}
      {report.kind === "checked" && <RecognitionSection output={output} />}
      <FindingsSection output={output} freshness={freshness} />
      {report.kind === "ranked" && <RecognitionSection output={output} />}
    </>
  );
}
