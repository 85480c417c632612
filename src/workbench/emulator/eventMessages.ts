import type { HostMessage } from "./hostMessage";
import type { HostChange, HostWorkbook } from "./hostWorkbook";
import { EventType } from "./models/eventModel";
import { rangeAddress } from "./models/rangeAddress";

/** The client's category for events of objects. */
const eventCategory = 65_536;
const wholeWorkbook = "Workbook";

/**
 * Turns the workbook's changes into event messages for the handlers that the client has registered. They go
 * out after the batch that caused them, as in Excel.
 */
export class EventMessages {
  private readonly wanted = new Set<string>();
  private readonly stopListening: () => void;
  private outbox: HostMessage[] = [];
  private isPosting = false;
  private isAddinAtWork = false;
  private nextId = 1;

  constructor(
    workbook: HostWorkbook,
    private readonly send: (messages: readonly HostMessage[]) => void,
    private readonly options: { readonly tellsSource: boolean },
  ) {
    this.stopListening = workbook.onChange((change) => this.take(change));
  }

  /** Turns an event on or off; the target is a sheet's id, or `Workbook` for all sheets. */
  setWanted(type: number, target: string, isWanted: boolean): void {
    const key = eventKey(type, target);
    if (isWanted) this.wanted.add(key);
    else this.wanted.delete(key);
  }

  /** Carries out a batch of the add-in: changes meanwhile are the add-in's. */
  fromAddin<Result>(batch: () => Result): Result {
    this.isAddinAtWork = true;
    try {
      return batch();
    } finally {
      this.isAddinAtWork = false;
    }
  }

  stop(): void {
    this.stopListening();
  }

  private take(change: HostChange): void {
    const source = this.isAddinAtWork ? "ThisLocalAddin" : "Unknown";
    const event = eventOf(change, this.options.tellsSource ? source : null);
    if (!event) return;
    for (const target of [change.sheetId, wholeWorkbook]) {
      if (!this.wanted.has(eventKey(event.type, target))) continue;
      const text = JSON.stringify(event.message);
      this.outbox.push([eventCategory, event.type, target, text, this.nextId++, false]);
    }
    if (this.outbox.length > 0 && !this.isPosting) this.post();
  }

  private post(): void {
    this.isPosting = true;
    setTimeout(() => {
      const messages = this.outbox;
      this.outbox = [];
      this.isPosting = false;
      this.send(messages);
    }, 0);
  }
}

function eventKey(type: number, target: string): string {
  return `${String(type)} ${target}`;
}

/** The event for a change; the source is null where the host does not say whose it is. */
function eventOf(
  change: HostChange,
  triggerSource: string | null,
): { readonly type: number; readonly message: object } | null {
  const { sheetId: worksheetId } = change;
  switch (change.kind) {
    case "cells":
      return {
        type: EventType.changed,
        message: {
          address: rangeAddress(change.area),
          changeType: change.shift ?? "RangeEdited",
          source: "Local",
          worksheetId,
          ...(triggerSource === null ? {} : { triggerSource }),
        },
      };
    case "selection":
      return {
        type: EventType.selectionChanged,
        message: { address: rangeAddress(change.area), worksheetId },
      };
    case "activated":
      return { type: EventType.activated, message: { worksheetId } };
    case "added":
      return { type: EventType.added, message: { worksheetId, source: "Local" } };
    case "deleted":
      return { type: EventType.deleted, message: { worksheetId, source: "Local" } };
    case "calculated":
      return { type: EventType.calculated, message: { worksheetId } };
    case "renamed":
    case "moved":
      return null;
  }
}
