import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { EmulatedHostOptions } from "./emulatedHost";
import { EmulatedHost } from "./emulatedHost";
import type { HostMessage } from "./hostMessage";
import type { HostWorkbook } from "./hostWorkbook";
import { hasRequirementSet } from "./requirementSets";

/** The parts of the client that are not in its public types. */
interface PrivateClient {
  readonly HostBridge: { init(bridge: Bridge): void };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

interface Bridge {
  sendMessageToHost(text: string): void;
  /** Set by the client: takes what the host says. */
  onMessageFromHost?: (text: string) => void;
}

interface BridgeRequest {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: unknown };
}

/** Kinds of messages to the client over its bridge. */
const BridgeMessage = { response: 2, push: 3 } as const;

let current: { readonly host: EmulatedHost; readonly stop: () => void } | null = null;
let isLoaded = false;

/**
 * Puts the unmodified Office.js client of Excel into this process and lets it work on a workbook: from then on
 * `Excel.run`, `Office.context.requirements` and custom functions are there as globals. Calling it again
 * changes the workbook that new batches work on. There is no page, so `Office.onReady` never ends here.
 */
export function officeForNode(workbook: HostWorkbook, options: EmulatedHostOptions = {}): EmulatedHost {
  const host = new EmulatedHost(workbook, options);
  current?.stop();
  const stopMessages = host.onMessages(pushToClient);
  current = {
    host,
    stop: () => {
      stopMessages();
      host.dispose();
    },
  };
  if (!isLoaded) loadClient();
  isLoaded = true;
  provideContext(host);
  return host;
}

const bridge: Bridge = {
  sendMessageToHost(text) {
    const { id, flags, message } = JSON.parse(text) as BridgeRequest;
    const body = JSON.stringify(message.body);
    queueMicrotask(() => {
      current?.host.executeInTime(body, flags, (answer) => {
        tellClient({
          id,
          type: BridgeMessage.response,
          message: { statusCode: 200, headers: {}, body: JSON.parse(answer) as unknown },
        });
      });
    });
  },
};

function pushToClient(messages: readonly HostMessage[]): void {
  tellClient({ type: BridgeMessage.push, message: { entries: messages } });
}

function tellClient(message: object): void {
  bridge.onMessageFromHost?.(JSON.stringify(message));
}

/** Runs the client's own file, as it is, in the global scope, over the least of a page that it asks for. */
function loadClient(): void {
  const nothing = () => undefined;
  const place = "http://localhost/";
  const page = {
    window: globalThis,
    navigator: { userAgent: "node" },
    location: { href: place, origin: "http://localhost", protocol: "http:", host: "localhost", search: "" },
    document: {
      addEventListener: nothing,
      getElementsByTagName: () => [],
      createElement: () => ({}),
      cookie: "",
      URL: place,
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    CustomFunctions: functionAssociation(),
  };
  for (const [name, value] of Object.entries(page)) {
    if (name in globalThis) continue;
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const file = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-win32-16.01.debug.js");
  // Indirect, so that the client's `var`s become globals, as in a script of a page.
  const runGlobally = eval;
  runGlobally(readFileSync(file, "utf8"));
  const client = privateClient();
  client.CommonUtility._doApiNotSupportedCheck = true;
  client.HostBridge.init(bridge);
}

/** What `office.js` offers for naming custom functions' code; the Excel part of the client reads it from there. */
function functionAssociation(): object {
  const mappings: Record<string, unknown> = {};
  const listeners: (() => void)[] = [];
  return {
    _association: { mappings, onchange: (listener: () => void) => listeners.push(listener) },
    associate(idOrMappings: string | Readonly<Record<string, unknown>>, implementation?: unknown) {
      const added = typeof idOrMappings === "string" ? { [idOrMappings]: implementation } : idOrMappings;
      for (const [id, code] of Object.entries(added)) mappings[id.toUpperCase()] = code;
      for (const listener of listeners) listener();
    },
  };
}

function privateClient(): PrivateClient {
  // The client's public types leave these out; the version in package.json is exact for that reason.
  return (globalThis as unknown as { readonly OfficeExtension: PrivateClient }).OfficeExtension;
}

/** What `office.js` gives `Office.context`, which in a page with the whole of Office.js is there by itself. */
function provideContext(host: EmulatedHost): void {
  const context = {
    displayLanguage: host.workbook.displayLanguage,
    contentLanguage: host.workbook.displayLanguage,
    requirements: {
      isSetSupported: (name: string, minimum?: string | number) =>
        hasRequirementSet(host.requirementSets, name, minimum === undefined ? undefined : String(minimum)),
    },
  };
  privateNamespace()._OfficeAppFactory = {
    getContext: () => context,
    getHostInfo: () => ({ hostType: "excel", hostPlatform: "win32", flags: 0 }),
  };
}

function privateNamespace(): { _OfficeAppFactory?: object } {
  return (globalThis as unknown as { readonly OSF: { _OfficeAppFactory?: object } }).OSF;
}
