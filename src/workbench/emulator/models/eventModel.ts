import type { HostContext } from "./context";

/** Event numbers of the client. */
export const EventType = {
  changed: 10,
  activated: 11,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
} as const;

/** Methods that turn events on (`_Register…`) and off (`_Unregister…`) for a target. */
export function eventMethods<Target>(
  source: (target: Target) => { readonly context: HostContext; readonly id: string },
  events: Readonly<Record<string, number>>,
): Record<string, (target: Target, parameters: readonly unknown[]) => unknown> {
  return Object.fromEntries(
    Object.entries(events).map(([method, type]) => [
      method,
      (target: Target) => {
        const { context, id } = source(target);
        context.setEventWanted(type, id, method.startsWith("_Register"));
      },
    ]),
  );
}
