import { EventMessages } from "./eventMessages";
import { Executor } from "./executor";
import type { FunctionArgument, FunctionResult } from "./functionCalls";
import { FunctionCalls } from "./functionCalls";
import type { HostCounts } from "./hostCounts";
import { actionsBefore, type HostFault } from "./hostFault";
import { byteSize, isSync, noCounts } from "./hostCounts";
import type { HostMessage } from "./hostMessage";
import type { HostWorkbook } from "./hostWorkbook";
import type { HostContext } from "./models/context";
import { serviceObject } from "./models/serviceModels";
import { workbookObject } from "./models/workbookModel";
import type { RequirementSets } from "./requirementSets";
import { hasRequirementSet, setsFor } from "./requirementSets";
import type { WireRequest, WireResponse } from "./wire";

/** Excel on the web takes at most five megabytes in a request or a response. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface EmulatedHostOptions {
  readonly requirementSets?: RequirementSets;
  /** Bytes that a request or response may have. */
  readonly payloadLimit?: number;
  /**
   * Whether custom functions are called only once the client has said that it takes calls, as the whole Office.js
   * does. Without, they are called at once.
   */
  readonly functionsWait?: boolean;
  /** Called when the add-in shows or hides its pane. */
  readonly onPane?: (isShown: boolean) => void;
}

/**
 * A host for the unmodified Office.js client: it answers the client's batches from a workbook, pushes events
 * and custom-function calls, and counts what goes over the wire. The behaviour behind the wire is the
 * emulator's, not Excel's.
 */
export class EmulatedHost {
  readonly requirementSets: RequirementSets;
  private readonly payloadLimit: number;
  private readonly executor: Executor;
  private readonly functionCalls: FunctionCalls;
  private readonly events: EventMessages;
  private readonly listeners = new Set<(messages: readonly HostMessage[]) => void>();
  private wireCounts = noCounts();
  private failure: ((request: WireRequest) => HostFault | string | null) | null = null;

  constructor(
    readonly workbook: HostWorkbook,
    options: EmulatedHostOptions = {},
  ) {
    this.requirementSets = options.requirementSets ?? setsFor(workbook);
    this.payloadLimit = options.payloadLimit ?? PAYLOAD_LIMIT;
    this.functionCalls = new FunctionCalls((messages) => this.push(messages), options.functionsWait !== true);
    this.events = new EventMessages(workbook, (messages) => this.push(messages), {
      // Excel says whose a change is from this version on.
      tellsSource: hasRequirementSet(this.requirementSets, "ExcelApi", "1.14"),
    });
    const context: HostContext = {
      workbook,
      setEventWanted: (type, target, isWanted) => this.events.setWanted(type, target, isWanted),
      startFunctions: () => {
        this.functionCalls.start();
      },
      takeInvocationResults: (results) => this.functionCalls.takeResults(results),
      showPane: (isShown) => options.onPane?.(isShown),
    };
    this.executor = new Executor({
      workbook: workbookObject(context),
      service: (name) => serviceObject(context, name),
    });
  }

  /** What went over the wire since the start or the last `resetCounts`. */
  get counts(): Readonly<HostCounts> {
    return this.wireCounts;
  }

  resetCounts(): void {
    this.wireCounts = noCounts();
  }

  /** How many ranges the client keeps and has not given back: those that were not untracked. */
  get keptReferences(): number {
    return this.executor.referenceCount;
  }

  /**
   * Lets batches fail on purpose: the function is asked before each and gives a fault, or an error code for a batch
   * of which nothing is done, or null to let it run. Null takes it away.
   */
  failWhen(failure: ((request: WireRequest) => HostFault | string | null) | null): void {
    this.failure = failure;
  }

  /** Answers one batch: the request's JSON text in, the response's JSON text out, null for no answer at all. */
  execute(requestText: string): string | null {
    const request = JSON.parse(requestText) as WireRequest;
    const response = this.answer(request, byteSize(requestText));
    if (response === null) return null;
    const responseText = JSON.stringify(response);
    const responseSize = byteSize(responseText);
    this.count(request, byteSize(requestText), responseSize);
    if (responseSize <= this.payloadLimit) return responseText;
    return JSON.stringify(refusal("ResponsePayloadSizeLimitExceeded"));
  }

  /** Tells the listener what the host pushes to the client. Gives the way to stop. */
  onMessages(listener: (messages: readonly HostMessage[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls a custom function as a cell does; `name` is its id, `address` the calling cell. */
  callFunction(
    name: string,
    parameters: readonly FunctionArgument[],
    address: string,
  ): Promise<FunctionResult> {
    return this.functionCalls.call(name, parameters, address);
  }

  /** Stops listening to the workbook. */
  dispose(): void {
    this.events.stop();
    this.listeners.clear();
  }

  private answer(request: WireRequest, size: number): WireResponse | null {
    if (size > this.payloadLimit) return refusal("RequestPayloadSizeLimitExceeded");
    const failure = this.failure?.(request) ?? null;
    if (failure !== null) {
      return this.fail(request, typeof failure === "string" ? { code: failure, done: "nothing" } : failure);
    }
    // Giving objects back is housekeeping that Excel does even while a cell is being edited.
    if (this.workbook.isEditing() && isSync(request)) return refusal("InvalidOperationInCellEditMode");
    return this.events.fromAddin(() => this.executor.run(request));
  }

  /** Carries out as much of a batch as its fault lets it, and gives the answer. */
  private fail(request: WireRequest, fault: HostFault): WireResponse | null {
    const count = actionsBefore(fault, request.Actions.length);
    const begun = { ...request, Actions: request.Actions.slice(0, count) };
    if (count > 0) this.events.fromAddin(() => this.executor.run(begun));
    return fault.code === null ? null : refusal(fault.code);
  }

  private count(request: WireRequest, requestSize: number, responseSize: number): void {
    const counts = this.wireCounts;
    counts.requests += 1;
    if (isSync(request)) counts.syncs += 1;
    counts.requestBytes += requestSize;
    counts.responseBytes += responseSize;
    counts.largestRequest = Math.max(counts.largestRequest, requestSize);
    counts.largestResponse = Math.max(counts.largestResponse, responseSize);
  }

  private push(messages: readonly HostMessage[]): void {
    for (const listener of this.listeners) listener(messages);
  }
}

const refusalTexts: Readonly<Record<string, string>> = {
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  InvalidOperationInCellEditMode: "Excel is in cell-editing mode. Please exit the edit mode and try again.",
};

/** A batch that failed as a whole: nothing of it was done, or nothing of it can be told. */
function refusal(code: string): WireResponse {
  const message = refusalTexts[code] ?? `The host failed with ${code}.`;
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: 400 },
  };
}
