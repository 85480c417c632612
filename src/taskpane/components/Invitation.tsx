import type { StartKey } from "../../i18n/startTranslate";
import { usePaneStart } from "./PaneContext";

const POINTS: readonly StartKey[] = [
  "pane.invitation.recognise",
  "pane.invitation.check",
  "pane.invitation.rank",
];

/** What the pane shows before the first run: what it does, and that it leaves the clerk's sheets alone. */
export function Invitation() {
  const { translate } = usePaneStart();
  return (
    <section className="pane-section" aria-labelledby="invitation-heading">
      <h2 id="invitation-heading" className="pane-heading">
        {translate("pane.invitation.heading")}
      </h2>
      <ul className="invitation-points">
        {POINTS.map((point) => (
          <li key={point}>{translate(point)}</li>
        ))}
      </ul>
      <p className="pane-quiet">{translate("pane.invitation.promise")}</p>
    </section>
  );
}
