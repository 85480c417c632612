import { describeSchemeFault } from "../actions/describeSchemeProblem";
import type { Translate } from "../i18n/translate";
import type { Deed } from "./paneState";

/** What a run did, in one sentence. */
export function deedText(deed: Deed, translate: Translate): string {
  switch (deed.kind) {
    case "repaired":
      return translate(deed.count > 0 ? "pane.deed.repaired" : "pane.deed.repairedNone", {
        count: deed.count,
      });
    case "undone":
      return translate(deed.count > 0 ? "pane.deed.undone" : "pane.deed.undoneNone", { count: deed.count });
    case "findings-sheet":
      return translate("pane.deed.findings-sheet");
    case "marked":
      return translate(deed.left > 0 ? "pane.deed.markedLeft" : "pane.deed.marked", {
        count: deed.count,
        left: deed.left,
      });
    case "unmarked":
      return unmarkedText(deed.count, deed.left, translate);
    case "roles-kept":
      return translate("pane.deed.roles-kept", { count: deed.count });
    case "ignored":
      return translate(deed.isRecall ? "pane.deed.recalled" : "pane.deed.ignored");
    case "name-settled":
      return deed.meaning.kind === "unit"
        ? translate("pane.deed.name-added", { name: deed.name, of: deed.meaning.group })
        : translate("pane.deed.alias-added", { name: deed.name, of: deed.meaning.unit });
    case "settled":
    case "unsettled":
      return translate(`pane.deed.${deed.kind}`);
    case "scheme-sheet":
      return schemeSheetText(deed, translate);
    case "carried-over":
      return translate(deed.roleCount > 0 ? "pane.deed.carried-over-roles" : "pane.deed.carried-over", {
        scheme: deed.scheme,
        count: deed.roleCount,
      });
  }
}

function schemeSheetText(
  { isExisting, faults }: Extract<Deed, { kind: "scheme-sheet" }>,
  translate: Translate,
): string {
  const [first] = faults;
  if (first) {
    return translate("pane.deed.scheme-sheet-faulty", {
      count: faults.length,
      first: describeSchemeFault(translate, first),
    });
  }
  return translate(isExisting ? "pane.deed.scheme-sheet-existing" : "pane.deed.scheme-sheet");
}

function unmarkedText(count: number, left: number, translate: Translate): string {
  if (left > 0) return translate("pane.deed.unmarkedLeft", { count, left });
  return translate(count > 0 ? "pane.deed.unmarked" : "pane.deed.unmarkedNone", { count });
}
