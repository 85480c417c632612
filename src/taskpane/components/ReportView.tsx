import type { Report } from "../paneState";
import { FindingsSection } from "./FindingsSection";
import { RankingSection } from "./RankingSection";
import { RecognitionSection } from "./RecognitionSection";

/** What a run found out. A ranking comes first when there is one, then what it was made from. */
export function ReportView({ report }: { readonly report: Report }) {
  const { output } = report;
  return (
    <>
      {report.kind === "ranked" && <RankingSection output={report.output} />}
      {report.kind === "checked" && <RecognitionSection output={output} />}
      <FindingsSection findings={output.findings} />
      {report.kind === "ranked" && <RecognitionSection output={output} />}
    </>
  );
}
