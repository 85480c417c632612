import { useEffect, useId, useRef, useState } from "react";
import { Button, Field, Input, Select } from "@fluentui/react-components";
import { usePane } from "./PaneContext";

/** What the clerk has to say before a finding can be settled. */
export type SettleQuestion =
  | { readonly kind: "unit"; readonly name: string; readonly choices: readonly string[] }
  | { readonly kind: "alias"; readonly name: string; readonly choices: readonly string[] }
  | { readonly kind: "ignore" };

interface SettleFormProps {
  readonly question: SettleQuestion;
  readonly onAnswer: (answer: string) => void;
  readonly onBack: () => void;
}

/** Asks for the group, the unit or the reason, in the place of the finding's buttons. Escape goes back to them. */
export function SettleForm({ question, onAnswer, onBack }: SettleFormProps) {
  const { translate } = usePane();
  const [answer, setAnswer] = useState(question.kind === "ignore" ? "" : (question.choices[0] ?? ""));
  const field = useId();
  const form = useRef<HTMLFormElement>(null);
  // The button that was pressed is gone: the keyboard goes on in the field.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("select, input")?.focus();
  }, []);
  const text = answer.trim();
  return (
    <form
      ref={form}
      className="settle-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== "") onAnswer(text);
      }}
      onKeyDown={({ key }) => {
        if (key === "Escape") onBack();
      }}
    >
      {question.kind === "ignore" ? (
        <Field label={translate("pane.settle.reason")} size="small" required>
          <Input
            id={field}
            size="small"
            value={answer}
            onChange={(_event, { value }) => {
              setAnswer(value);
            }}
          />
        </Field>
      ) : (
        <Field
          label={translate(question.kind === "unit" ? "pane.settle.group" : "pane.settle.unit", {
            name: question.name,
          })}
          size="small"
        >
          <Select
            id={field}
            size="small"
            value={answer}
            onChange={(_event, { value }) => {
              setAnswer(value);
            }}
          >
            {question.choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </Select>
        </Field>
      )}
      <div className="finding-actions">
        <Button type="submit" size="small" appearance="primary" disabledFocusable={text === ""}>
          {translate(`pane.settleNow.${question.kind}`)}
        </Button>
        <Button size="small" onClick={onBack}>
          {translate("pane.settle.back")}
        </Button>
      </div>
    </form>
  );
}
