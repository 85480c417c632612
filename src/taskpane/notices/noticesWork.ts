import type { approveRankingAction } from "../../actions/approveRankingAction";
import type { noticeOverviewAction } from "../../actions/noticeOverviewAction";
import type { noticeSheetsAction } from "../../actions/noticeSheetsAction";
import type { noticesAction } from "../../actions/noticesAction";
import type { removeNoticesAction } from "../../actions/removeNoticesAction";
import type { stampNoticesAction } from "../../actions/stampNoticesAction";
import type { SheetCell } from "../../core/workbook/address";
import type { Translate } from "../../i18n/translate";
import type { Outcome, VisibleWorkbookPort } from "../../workbook/port";
import type { RoleMemory } from "../roleMemory";
import type { approvalInput, noticesInput } from "./noticesInput";

/** What the page's tasks need; loaded when the page is first opened. */
export interface NoticesWork {
  readonly overview: typeof noticeOverviewAction;
  readonly notices: typeof noticesAction;
  readonly sheets: typeof noticeSheetsAction;
  readonly approve: typeof approveRankingAction;
  readonly stamp: typeof stampNoticesAction;
  readonly remove: typeof removeNoticesAction;
  readonly noticesInput: typeof noticesInput;
  readonly approvalInput: typeof approvalInput;
  readonly memory: RoleMemory;
  readonly port: VisibleWorkbookPort;
  readonly translate: Translate;
  /** Adds a name to the template's cell that is selected in the workbook. */
  readonly insertName: (text: string) => Promise<Outcome<SheetCell>>;
}
