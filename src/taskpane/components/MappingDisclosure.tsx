import type { Scheme } from "../../core/scheme/scheme";
import { tableName, type MappedTables } from "../mapping";
import { Fold } from "./Fold";
import { MappingFields } from "./MappingFields";
import { usePane } from "./PaneContext";

interface MappingDisclosureProps {
  readonly tables: MappedTables;
  readonly scheme: Scheme;
}

/** What the columns of a table were taken for, folded; a table with questions is open. */
export function MappingDisclosure({ tables, scheme }: MappingDisclosureProps) {
  const { translate } = usePane();
  const count = tables.questions.length;
  const [first, ...others] = tables.places;
  const place =
    others.length === 0
      ? tableName(first)
      : translate("pane.mapping.places", { place: tableName(first), count: others.length + 1 });
  const summary =
    count > 0
      ? translate("pane.mapping.summaryQuestions", { place, count })
      : translate("pane.mapping.summary", { place });
  return (
    <Fold summary={summary} startsOpen={count > 0}>
      <MappingFields tables={tables} scheme={scheme} />
    </Fold>
  );
}
