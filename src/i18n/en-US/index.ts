import type { zhCN } from "../zh-CN";
import { actions } from "./actions";
import { facts } from "./facts";
import { findings } from "./findings";
import { remedies } from "./remedies";
import { repairs } from "./repairs";
import { pane } from "./pane";
import { paneSettling } from "./paneSettling";
import { paneMapping } from "./paneMapping";
import { paneTasks } from "./paneTasks";
import { start } from "./start";
import { paneRanking } from "./paneRanking";
import { problems } from "./problems";
import { schemeSheet } from "./schemeSheet";
import { settling } from "./settling";
import { rankingSources } from "./rankingSources";
import { sheets } from "./sheets";
import { headless } from "./headless";
import { functions } from "./functions";
import { notices } from "./notices";

/** The same messages in English; the type holds the keys equal. */
export const enUS: Readonly<Record<keyof typeof zhCN, string>> = {
  ...start,
  ...actions,
  ...facts,
  ...findings,
  ...remedies,
  ...repairs,
  ...pane,
  ...paneSettling,
  ...paneMapping,
  ...paneTasks,
  ...paneRanking,
  ...problems,
  ...schemeSheet,
  ...settling,
  ...rankingSources,
  ...sheets,
  ...headless,
  ...functions,
  ...notices,
};
