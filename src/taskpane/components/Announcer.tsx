import { Suspense } from "react";
import type { PaneState } from "../paneState";
import { Announcement } from "./laterParts";

/**
 * Says progress and results to screen readers; it is not seen. It stands from the first sight on, because a reader
 * says only what changes in a place that it knows.
 */
export function Announcer({ state }: { readonly state: PaneState }) {
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <Suspense fallback={null}>
        <Announcement state={state} />
      </Suspense>
    </div>
  );
}
