import type { RankingChange } from "../core/ranking/rankingChanges";
import type { Translate } from "../i18n";

/** A change of a ranking's sources in one short text: 海城市政府 结果得分 78→99. */
export function rankingChangeText(change: RankingChange, translate: Translate): string {
  switch (change.kind) {
    case "figure": {
      const { unit, item, before, after } = change;
      const none = translate("pane.stale.none");
      return translate("pane.stale.figure", {
        unit,
        item: typeof item === "string" ? translate(`ranking.${item}`) : item.component,
        before: before === null ? none : String(before),
        after: after === null ? none : String(after),
      });
    }
    case "rules":
      return translate("pane.stale.rules");
    default:
      return translate(`pane.stale.${change.kind}`, { unit: change.unit });
  }
}
