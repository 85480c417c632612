import { EventMessages } from "./eventMessages";
import { Executor } from "./executor";
import type { CellsArgument, FunctionArgument, FunctionResult, GivenArguments } from "./functionCalls";
import { FunctionCalls, isCellsArgument } from "./functionCalls";
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
import { referredCells } from "./referredCells";
import type { WireRequest, WireResponse } from "./wire";
import { RequestFlag } from "./wire";

/** Excel on the web takes at most five megabytes in a request or a response. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** How often a batch that waits for the end of editing looks whether it has come. */
const EDITING_LOOK_MILLISECONDS = 10;

export interface EmulatedHostOptions {
  readonly requirementSets?: RequirementSets;
  /**
   * Stands for a desktop Excel of some years (LTSC 2021, LTSC 2024): ExcelApi 1.14, and a blank cell arrives at a
   * custom function as the number 0 (issues 1951, 4702 and 5262 of OfficeDev/office-js).
   */
  readonly isOlder?: boolean;
  /** Bytes that a request or response may have. */
  readonly payloadLimit?: number;
  /**
   * Whether custom functions are called only once the client has said that it takes calls, as the whole Office.js
   * does. Without, they are called at once.
   */
  readonly functionsWait?: boolean;
  /** What asking for more than 512 merged areas ends in. */
  readonly tooManyMerges?: "error" | "null";
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
    const isOlder = options.isOlder === true;
    this.requirementSets = options.requirementSets ?? setsFor(workbook, isOlder);
    this.payloadLimit = options.payloadLimit ?? PAYLOAD_LIMIT;
    this.functionCalls = new FunctionCalls(
      (messages) => this.push(messages),
      options.functionsWait !== true,
      isOlder,
    );
    this.events = new EventMessages(workbook, (messages) => this.push(messages), {
      // Excel says whose a change is from this version on.
      tellsSource: hasRequirementSet(this.requirementSets, "ExcelApi", "1.14"),
    });
    const context: HostContext = {
      workbook,
      tooManyMerges: options.tooManyMerges ?? "error",
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

  /**
   * Answers one batch as `execute` does. One that says so (`delayForCellEdit`) is held back while the user is typing
   * in a cell; any other is refused then (documentation of `Excel.RunOptions`). Where a fault keeps the host from
   * answering, `answer` is never called.
   */
  executeInTime(requestText: string, flags: number, answer: (responseText: string) => void): void {
    if ((flags & RequestFlag.delayForCellEdit) !== 0 && this.workbook.isEditing()) {
      setTimeout(() => {
        this.executeInTime(requestText, flags, answer);
      }, EDITING_LOOK_MILLISECONDS);
      return;
    }
    const response = this.execute(requestText);
    if (response !== null) answer(response);
  }

  /** Tells the listener what the host pushes to the client. Gives the way to stop. */
  onMessages(listener: (messages: readonly HostMessage[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Calls a custom function as a cell does; `name` is its id, `address` the calling cell. Arguments are values, or
   * cells of the workbook, whose addresses the function is told, too.
   */
  callFunction(
    name: string,
    parameters: readonly (FunctionArgument | CellsArgument)[],
    address: string,
  ): Promise<FunctionResult> {
    return this.functionCalls.call(name, this.given(parameters), address);
  }

  private given(parameters: readonly (FunctionArgument | CellsArgument)[]): GivenArguments {
    return {
      values: parameters.map((parameter) =>
        isCellsArgument(parameter) ? referredCells(this.workbook, parameter.cells) : parameter,
      ),
      addresses: parameters.map((parameter) => (isCellsArgument(parameter) ? parameter.cells : null)),
    };
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
