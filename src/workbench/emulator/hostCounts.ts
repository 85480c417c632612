import type { WireRequest } from "./wire";
import { ActionType, ObjectPathType } from "./wire";

/** What has gone over the wire so far. Sizes are bytes of UTF-8. */
export interface HostCounts {
  /** Requests that read or changed the workbook: what an add-in's `context.sync()` calls came to. */
  syncs: number;
  /** Every request, those of the client's own housekeeping and of custom functions too. */
  requests: number;
  requestBytes: number;
  responseBytes: number;
  largestRequest: number;
  largestResponse: number;
}

export function noCounts(): HostCounts {
  return {
    syncs: 0,
    requests: 0,
    requestBytes: 0,
    responseBytes: 0,
    largestRequest: 0,
    largestResponse: 0,
  };
}

/** Whether a request is a sync of the add-in, and not the client giving objects back or serving functions. */
export function isSync(request: WireRequest): boolean {
  const ofService = Object.values(request.ObjectPaths).some(
    (path) => path.ObjectPathType === ObjectPathType.newObject,
  );
  return (
    !ofService &&
    request.Actions.some(
      (action) => action.ActionType !== ActionType.instantiate && action.Name !== "_RemoveReference",
    )
  );
}

/** Size of a text in UTF-8. */
export function byteSize(text: string): number {
  return new TextEncoder().encode(text).length;
}
