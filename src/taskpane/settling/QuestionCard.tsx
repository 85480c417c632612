import { useId, useState } from "react";
import { Button } from "@fluentui/react-components";
import { formatDecimal } from "../../core/numbers/decimal";
import type { ResultAlternative, ResultQuestion } from "../../core/settle/questions";
import { usePane } from "../components/PaneContext";

/** A question that the sheet leaves open: two ways to read it, each with the units that come first by it. */
export function QuestionCard({ question: { alternatives } }: { readonly question: ResultQuestion }) {
  const { store, translate } = usePane();
  const [isAnswered, setAnswered] = useState(false);
  const heading = useId();
  if (isAnswered) return null;
  const [now, other] = alternatives;
  return (
    <section className="settling-question" aria-labelledby={heading}>
      <h2 id={heading} className="pane-heading">
        {translate("settle.question.which-result", { first: now.name, second: other.name })}
      </h2>
      <div className="settling-alternatives">
        <Alternative
          title={translate("settle.question.now", { name: now.name })}
          alternative={now}
          action={translate("settle.question.keep")}
          onChoose={() => {
            setAnswered(true);
          }}
        />
        <Alternative
          title={translate("settle.question.other", { name: other.name })}
          alternative={other}
          action={translate("settle.question.use")}
          onChoose={() => {
            store.settle(other.answers);
          }}
        />
      </div>
    </section>
  );
}

interface AlternativeProps {
  readonly title: string;
  readonly alternative: ResultAlternative;
  readonly action: string;
  readonly onChoose: () => void;
}

function Alternative({ title, alternative: { first }, action, onChoose }: AlternativeProps) {
  const { translate } = usePane();
  const id = useId();
  return (
    <div className="settling-alternative" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {first.map(({ row, rank, name, total }) => (
          <li key={row}>
            {translate("settle.question.unit", { rank, unit: name, total: formatDecimal(total) })}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={onChoose}>
        {action}
      </Button>
    </div>
  );
}
