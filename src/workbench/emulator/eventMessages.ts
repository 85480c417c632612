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
  private nextId = 1;

  constructor(
    workbook: HostWorkbook,
    private readonly send: (messages: readonly HostMessage[]) => void,
  ) {
    this.stopListening = workbook.onChange((change) => this.take(change));
  }

  /** Turns an event on or off; the target is a sheet's id, or `Workbook` for all sheets. */
  setWanted(type: number, target: string, isWanted: boolean): void {
    const key = eventKey(type, target);
    if (isWanted) this.wanted.add(key);
    else this.wanted.delete(key);
  }

  stop(): void {
    this.stopListening();
  }

  private take(change: HostChange): void {
    const event = eventOf(change);
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

function eventOf(change: HostChange): { readonly type: number; readonly message: object } | null {
  const { sheetId: worksheetId } = change;
  switch (change.kind) {
    case "cells":
      return {
        type: EventType.changed,
        message: {
          address: rangeAddress(change.area),
          changeType: "RangeEdited",
          source: "Local",
          worksheetId,
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
