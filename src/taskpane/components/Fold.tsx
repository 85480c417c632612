import { useState, type ReactNode } from "react";

interface FoldProps {
  readonly summary: string;
  readonly startsOpen: boolean;
  readonly children: ReactNode;
}

/** A part of the pane under a line that opens it; what it holds is made only while it is open. */
export function Fold({ summary, startsOpen, children }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details
      className="mapping"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary className="fold-heading">{summary}</summary>
      {open && children}
    </details>
  );
}
