import { useState } from "react";
import { Button } from "@fluentui/react-components";
import type { ColumnRole, RecognisedColumn } from "../../core/assessment/assessment";
import type { Scheme } from "../../core/scheme/scheme";
import type { MappedTables } from "../mapping";
import { MappingColumn } from "./MappingColumn";
import { usePane } from "./PaneContext";

interface MappingFieldsProps {
  readonly tables: MappedTables;
  readonly scheme: Scheme;
}

/** A table's headers with the role of each, to be corrected; questions come first. */
export function MappingFields({ tables: { questions, columns }, scheme }: MappingFieldsProps) {
  const { store, translate } = usePane();
  const [chosen, setChosen] = useState<ReadonlyMap<string, ColumnRole>>(new Map());
  // A choice is through once the column has the role; to leave a column unused answers its question.
  const isOpen = (column: RecognisedColumn) => {
    const role = chosen.get(column.key);
    return role !== undefined && (role !== column.role || questions.includes(column));
  };
  const corrections = new Map(
    [...questions, ...columns].filter(isOpen).map(({ key, role }) => [key, chosen.get(key) ?? role]),
  );
  const columnView = (asked: boolean) => (column: RecognisedColumn) => (
    <MappingColumn
      key={column.key === "" ? column.column : column.key}
      column={column}
      scheme={scheme}
      asked={asked}
      chosen={chosen.get(column.key) ?? null}
      onChoose={(role) => {
        const next = new Map(chosen);
        if (role === null) next.delete(column.key);
        else next.set(column.key, role);
        setChosen(next);
      }}
    />
  );
  return (
    <div className="mapping-fields">
      {questions.length > 0 && <p className="mapping-question">{translate("pane.mapping.questions")}</p>}
      {questions.map(columnView(true))}
      {questions.length === 0 ? (
        columns.map(columnView(false))
      ) : (
        <details className="mapping">
          <summary className="fold-heading">
            {translate("pane.mapping.others", { count: columns.length })}
          </summary>
          <div className="mapping-fields">{columns.map(columnView(false))}</div>
        </details>
      )}
      <p className="pane-quiet">{translate("pane.mapping.note")}</p>
      <Button
        disabledFocusable={corrections.size === 0}
        onClick={() => void store.start({ task: "correct-roles", corrections })}
      >
        {corrections.size === 0
          ? translate("pane.mapping.applyNone")
          : translate("pane.mapping.apply", { count: corrections.size })}
      </Button>
    </div>
  );
}
