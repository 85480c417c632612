import { Button } from "@fluentui/react-components";
import { usePane } from "./PaneContext";

/** So many entries of a list are added whenever the clerk asks for more. */
export const PAGE = 50;

interface ShowMoreProps {
  readonly label: "pane.repairs.more" | "pane.findings.more";
  /** How many entries are not listed yet. */
  readonly hidden: number;
  readonly onMore: () => void;
}

/** The button under a list that is shown in part; nothing where all of it is shown. */
export function ShowMore({ label, hidden, onMore }: ShowMoreProps) {
  const { translate } = usePane();
  if (hidden <= 0) return null;
  return (
    <Button appearance="subtle" size="small" onClick={onMore}>
      {translate(label, { count: hidden })}
    </Button>
  );
}
