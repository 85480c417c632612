import type { CarryOverInput } from "../actions/carryOverAction";
import type { RoleChanges } from "../actions/rolesInForce";
import type { NameMeaning } from "../core/scheme/sheet/nameMeaning";
import type { SettleAnswers } from "../core/settle/answers";
import type { SheetCell } from "../core/workbook/address";

/** Something that the clerk starts from the pane or the ribbon, with what it is about. */
export type TaskRequest =
  | { readonly task: "check" }
  | { readonly task: "ranking" }
  | { readonly task: "correct-roles"; readonly roleChanges: RoleChanges; readonly isSure?: true }
  | { readonly task: "preview-repairs" }
  | { readonly task: "repair"; readonly cells: readonly SheetCell[] }
  /** Numbers in the journal, or all that stand. */
  | { readonly task: "undo-repair"; readonly entries: "all" | readonly number[] }
  | { readonly task: "findings-sheet" }
  | { readonly task: "mark" }
  | { readonly task: "unmark" }
  | { readonly task: "scheme-sheet" }
  /** Findings to ignore and why, by `ignoredKey`; null calls one back. */
  | { readonly task: "ignore-findings"; readonly reasons: ReadonlyMap<string, string | null> }
  | { readonly task: "settle-name"; readonly name: string; readonly meaning: NameMeaning }
  | { readonly task: "carry-over"; readonly file: CarryOverInput }
  /** What the clerk answered in the settling view, and whether the ranking is made of it at once. */
  | {
      readonly task: "settle";
      readonly answers: SettleAnswers;
      readonly ranks: boolean;
      readonly isSure?: true;
    }
  | { readonly task: "unsettle" };

/** What the clerk can start. */
export type Task = TaskRequest["task"];
