import type { ActionContext } from "../../actions/action";
import type { HeaderPlace, SettleAnswers, SettledRole } from "../../core/settle/answers";
import { rankedCount } from "../../core/ranking/ranking";
import type { SheetCell } from "../../core/workbook/address";
import type { Outcome } from "../../workbook/port";
import { withOthersUnused, withRole } from "./settlingAnswers";
import type { SettlingState, SettlingTable, OpenSettling } from "./settlingState";
import type { SettlingWork, InForce } from "./settlingWork";

/** What the settling view's store takes from outside. */
export interface SettlingDependencies {
  readonly load: () => Promise<{
    readonly settling: SettlingWork;
    readonly context: ActionContext;
    readonly activeCell: () => Promise<Outcome<SheetCell>>;
  }>;
  readonly now: () => Date;
  /** How many units the ranking on the screen has; 0 without one. */
  readonly rankedNow: () => number;
  /** Takes the answers into use. */
  readonly use: (answers: SettleAnswers) => void;
}

/** The settling view outside React: it asks how to rank where the workbook does not say, and shows what follows. */
export interface SettlingStore {
  readonly getState: () => SettlingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the workbook and opens; stays closed where no sheet holds a figure. */
  readonly open: (inForce: InForce | null) => Promise<void>;
  readonly close: () => void;
  readonly choosePlace: (place: HeaderPlace) => Promise<void>;
  readonly chooseRole: (column: number, role: SettledRole) => void;
  readonly othersUnused: () => void;
  readonly change: (change: Partial<Pick<SettleAnswers, "method" | "order" | "baseScore">>) => void;
  /** Takes the sheet and the header row, or the column, from what is selected in the workbook. */
  readonly takeSelection: (what: "row" | "column") => Promise<void>;
  /** Uses the result; asks first where fewer units would be ranked, unless the clerk has said yes. */
  readonly use: (isSure?: boolean) => void;
  readonly keep: () => void;
}

/** Makes the settling view's store, closed. */
export function createSettlingStore({ load, now, rankedNow, use }: SettlingDependencies): SettlingStore {
  let state: SettlingState = { kind: "closed" };
  let work: AbortController | null = null;
  let inForce: InForce | null = null;
  const listeners = new Set<() => void>();

  function show(next: SettlingState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function update(change: Partial<OpenSettling>): void {
    if (state.kind === "open") show({ ...state, ...change });
  }

  /** What was being worked out is no longer wanted. */
  function begin(): AbortSignal {
    work?.abort();
    work = new AbortController();
    return work.signal;
  }

  async function open(current: InForce | null): Promise<void> {
    inForce = current;
    const signal = begin();
    show({ kind: "opening" });
    try {
      const opened = await read(signal);
      if (signal.aborted) return;
      show(opened ?? { kind: "closed" });
      await compute();
    } catch (error) {
      // Only a bug comes here: the refusal that the settling view stands in for is shown again.
      show({ kind: "closed" });
      throw error;
    }
  }

  /** The settling view as it opens; null where the workbook cannot be read, or holds no figure. */
  async function read(signal: AbortSignal): Promise<OpenSettling | null> {
    const { settling, context } = await load();
    const opened = await settling.open.run({ ...context, signal }, null);
    if (opened.status !== "done") return null;
    const { workbook, sheets } = opened.output;
    const place = settling.firstPlace(sheets, inForce);
    if (place === null) return null;
    const table = await settling.readSettlingTable(workbook, place, inForce, signal);
    return {
      kind: "open",
      unasked: inForce === null,
      workbook,
      sheets,
      place,
      table,
      outcome: null,
      isComputing: false,
      fewer: null,
      selection: null,
      focus: null,
    };
  }

  async function choosePlace(place: HeaderPlace): Promise<void> {
    if (state.kind !== "open") return;
    const signal = begin();
    update({ place, table: null, outcome: null, isComputing: true, selection: null, fewer: null });
    const { workbook } = state;
    const { settling } = await load();
    const table = await settling.readSettlingTable(workbook, place, inForce, signal);
    if (signal.aborted) return;
    update({ table });
    await compute();
  }

  function answer(change: (table: SettlingTable) => Partial<SettlingTable>): void {
    if (state.kind !== "open" || state.table === null) return;
    const table = { ...state.table, ...change(state.table) };
    update({ table, fewer: null, selection: null, focus: null });
    void compute();
  }

  /** Works the answers out; the ranking before them stays on the screen until the new one is there. */
  async function compute(): Promise<void> {
    if (state.kind !== "open") return;
    const signal = begin();
    const { table, workbook } = state;
    if (table === null) {
      const fault = { code: "nothing-there", column: "", cell: null, text: state.place.sheet } as const;
      update({ outcome: { ok: false, fault }, isComputing: false });
      return;
    }
    update({ isComputing: true });
    const { settling } = await load();
    const weights = settling.weightSources(table.reading, table.answers);
    const outcome = await settling.settleAnswers(workbook, table.answers, now().getFullYear(), signal);
    if (signal.aborted || outcome === null) return;
    update({ outcome, isComputing: false, table: { ...table, weights } });
  }

  async function takeSelection(what: "row" | "column"): Promise<void> {
    if (state.kind !== "open") return;
    const { activeCell } = await load();
    const cell = await activeCell();
    if (!cell.ok) return;
    if (what === "row") await takeRow(state, cell.value);
    else takeColumn(state, cell.value);
  }

  async function takeRow({ sheets }: OpenSettling, { sheet, row }: SheetCell): Promise<void> {
    const choice = sheets.find((one) => one.sheet === sheet);
    if (choice) await choosePlace({ sheet, flipped: false, headerRow: row });
    else update({ selection: { code: "noFigures", sheet } });
  }

  function takeColumn({ place, table }: OpenSettling, cell: SheetCell): void {
    const column = place.flipped ? cell.row : cell.column;
    if (cell.sheet !== place.sheet) update({ selection: { code: "otherSheet", sheet: place.sheet } });
    else if (table?.columns.some((one) => one.column === column)) update({ focus: column, selection: null });
    else update({ selection: { code: "outside", sheet: place.sheet } });
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open,
    close() {
      work?.abort();
      if (state.kind !== "closed") show({ kind: "closed" });
    },
    choosePlace,
    chooseRole(column, role) {
      answer(({ answers, chosen }) => ({
        answers: withRole(answers, column, role),
        chosen: new Set([...chosen, column]),
      }));
    },
    othersUnused() {
      answer(({ answers, chosen }) => ({ answers: withOthersUnused(answers, chosen) }));
    },
    change(change) {
      answer(({ answers }) => ({ answers: { ...answers, ...change } }));
    },
    takeSelection,
    use(isSure = false) {
      if (state.kind !== "open" || state.table === null || !state.outcome?.ok || state.isComputing) return;
      const before = rankedNow();
      const after = rankedCount(state.outcome.value.ranking);
      if (after < before && !isSure) update({ fewer: { before, after } });
      else use(state.table.answers);
    },
    keep() {
      update({ fewer: null });
    },
  };
}
