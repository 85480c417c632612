import { useState } from "react";
import { Button } from "@fluentui/react-components";
import type { CheckOutput } from "../../actions/checkAction";
import type { Finding } from "../../core/findings/finding";
import { ignoredKey } from "../../core/findings/ignoredFindings";
import { describeFinding } from "../../i18n/describeFinding";
import { openName, singleRepair } from "../settling";
import type { TaskRequest } from "../task";
import { SettleForm, type SettleQuestion } from "./SettleForm";
import { usePane } from "./PaneContext";

interface FindingActionsProps {
  readonly finding: Finding;
  readonly output: CheckOutput;
}

/** What settles a finding where it stands: its repair, what its name means, or the reason to ignore it. */
export function FindingActions({ finding, output }: FindingActionsProps) {
  const { store, translate } = usePane();
  const [question, setQuestion] = useState<SettleQuestion | null>(null);
  const repair = singleRepair(finding);
  const open = openName(finding, output);
  const begin = (request: TaskRequest) => void store.start(request);
  if (question !== null) {
    return (
      <SettleForm
        question={question}
        onAnswer={(answer) => {
          setQuestion(null);
          begin(requestFor(question, answer, finding));
        }}
        onBack={() => {
          setQuestion(null);
        }}
      />
    );
  }
  const ask = (next: SettleQuestion) => () => {
    setQuestion(next);
  };
  return (
    <div
      className="finding-actions"
      role="group"
      aria-label={translate("pane.settle.label", { finding: describeFinding(translate, finding) })}
    >
      {repair && (
        <Button size="small" onClick={() => begin({ task: "repair", cells: [repair.cell] })}>
          {translate("pane.settle.repair", { value: repair.value })}
        </Button>
      )}
      {open?.units.slice(0, Math.min(open.likelyCount, 2)).map((unit) => (
        <Button
          key={unit}
          size="small"
          onClick={() => begin({ task: "settle-name", name: open.name, meaning: { kind: "alias", unit } })}
        >
          {translate("pane.settle.alias-of", { unit })}
        </Button>
      ))}
      {open && (
        <>
          <Button size="small" onClick={ask({ kind: "unit", name: open.name, choices: open.groups })}>
            {translate("pane.settle.add")}
          </Button>
          <Button size="small" onClick={ask({ kind: "alias", name: open.name, choices: open.units })}>
            {translate("pane.settle.alias")}
          </Button>
        </>
      )}
      <Button size="small" appearance="subtle" onClick={ask({ kind: "ignore" })}>
        {translate("pane.settle.ignore")}
      </Button>
    </div>
  );
}

function requestFor(question: SettleQuestion, answer: string, finding: Finding): TaskRequest {
  switch (question.kind) {
    case "unit":
      return { task: "settle-name", name: question.name, meaning: { kind: "unit", group: answer } };
    case "alias":
      return { task: "settle-name", name: question.name, meaning: { kind: "alias", unit: answer } };
    case "ignore":
      return { task: "ignore-findings", reasons: new Map([[ignoredKey(finding), answer]]) };
  }
}
