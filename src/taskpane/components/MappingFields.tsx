import { useState } from "react";
import { Button } from "@fluentui/react-components";
import type { ColumnRole, RecognisedColumn } from "../../core/assessment/assessment";
import type { Scheme } from "../../core/scheme/scheme";
import { AUTOMATIC, type MappedTables, type RoleChoice } from "../mapping";
import { MappingColumn } from "./MappingColumn";
import { usePane } from "./PaneContext";

interface MappingFieldsProps {
  readonly tables: MappedTables;
  readonly scheme: Scheme;
}

/** A table's headers with the role of each, to be corrected; questions come first. */
export function MappingFields({ tables: { questions, columns }, scheme }: MappingFieldsProps) {
  const { store, translate } = usePane();
  const [chosen, setChosen] = useState<ReadonlyMap<string, RoleChoice>>(new Map());
  // A choice is through once the column has the role; to leave a column unused answers its question.
  const roleChanges = new Map<string, ColumnRole | null>(
    [...questions, ...columns].flatMap((column): [string, ColumnRole | null][] => {
      const choice = chosen.get(column.key);
      if (choice === undefined || !isOpen(choice, column, questions)) return [];
      return [[column.key, choice === AUTOMATIC ? null : choice]];
    }),
  );
  const columnView = (asked: boolean) => (column: RecognisedColumn) => (
    <MappingColumn
      key={column.key === "" ? column.column : column.key}
      column={column}
      scheme={scheme}
      asked={asked}
      chosen={chosen.get(column.key) ?? null}
      onChoose={(choice) => {
        const next = new Map(chosen);
        if (choice === null) next.delete(column.key);
        else next.set(column.key, choice);
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
        disabledFocusable={roleChanges.size === 0}
        onClick={() => void store.start({ task: "correct-roles", roleChanges })}
      >
        {roleChanges.size === 0
          ? translate("pane.mapping.applyNone")
          : translate("pane.mapping.apply", { count: roleChanges.size })}
      </Button>
    </div>
  );
}

function isOpen(
  choice: RoleChoice,
  column: RecognisedColumn,
  questions: readonly RecognisedColumn[],
): boolean {
  if (choice === AUTOMATIC) return column.reason === "corrected";
  return choice !== column.role || questions.includes(column);
}
