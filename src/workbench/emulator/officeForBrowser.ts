import type { EmulatedHost } from "./emulatedHost";
import type { HostMessage } from "./hostMessage";

/** A COM array as desktop Excel hands them to the page. */
interface SafeArray {
  toArray(): readonly unknown[];
}

type Handler = (id: number, payload: SafeArray) => void;
type Answer = (answer: SafeArray) => void;

/** What `window.external` offers to Office.js inside desktop Excel. */
export interface OfficeExternal {
  GetHostInfo(): string;
  GetContext(): object;
  Execute(id: number, parameters: readonly unknown[], callback: Answer): void;
  RegisterEvent(id: number, target: string, handler: Handler, callback: Answer): void;
  UnregisterEvent(id: number, target: string, callback: Answer): void;
}

/** Colours of Office's theme, `#RRGGBB`, under Office's own names. */
export type ThemeColors = Readonly<Record<string, string>>;

export interface OfficePageOptions {
  /** Address of the document, shown nowhere; Office.js asks for it. */
  readonly documentUrl?: string;
  readonly theme: () => ThemeColors;
}

/** A page in which Office.js runs: what the host can do to it. */
export interface OfficePage {
  readonly external: OfficeExternal;
  /** Whether the page has said that it takes ribbon commands. */
  readonly takesCommands: () => boolean;
  /**
   * Runs a ribbon command of the page's `Office.actions.associate`, and gives a promise that ends when the
   * command calls `event.completed()`, or fails where the page knows no such command.
   */
  runCommand(action: string, controlId: string): Promise<void>;
  /** Stops pushing to the page. */
  close(): void;
}

/** Numbers that Office.js uses for calls to the host and for events from it. */
const Call = { batch: 93, commandCompleted: 94 } as const;
const Event = { message: 33, command: 39 } as const;
const SUCCESS = 0;
const HTTP_OK = 200;
/** Office.js's numbers of the application (Excel), and of what it may do: read and write a document. */
const EXCEL = 1;
const TASK_PANE = 1;
const DOCUMENT_OPENED = 2;
/** Flags of the page: a shared runtime (1) that custom functions run in (2). */
const SHARED_RUNTIME_WITH_FUNCTIONS = 3;

/**
 * The host side of a page with the whole, unmodified Office.js: put `external` on the page's window before
 * `office.js` loads (`installExternal`), as desktop Excel does.
 */
export function officePage(host: EmulatedHost, options: OfficePageOptions): OfficePage {
  const handlers = new Map<number, Handler>();
  const commands = new Map<string, (status: unknown) => void>();
  const unsent: HostMessage[] = [];
  let nextCommand = 1;

  const stopMessages = host.onMessages((messages) => {
    const handler = handlers.get(Event.message);
    if (handler) handler(Event.message, safeArray(messages));
    else unsent.push(...messages);
  });

  const external: OfficeExternal = {
    GetHostInfo: () =>
      `Excel|Win32|16.01|${host.workbook.displayLanguage.toLowerCase()}|workbench||disableLogging|${String(SHARED_RUNTIME_WITH_FUNCTIONS)}`,
    GetContext: () => controlContext(host, options),
    Execute(id, parameters, callback) {
      if (id === Call.batch) {
        host.executeInTime(requestBody(parameters), requestFlags(parameters), (response) => {
          setTimeout(() => callback(safeArray([SUCCESS, HTTP_OK, [], response])), 0);
        });
        return;
      }
      if (id === Call.commandCompleted) {
        commands.get(String(parameters[0]))?.(parameters[1]);
        setTimeout(() => callback(safeArray([SUCCESS])), 0);
        return;
      }
      throw new Error(`The host emulator does not model call ${String(id)} of Office.js.`);
    },
    RegisterEvent(id, _target, handler, callback) {
      handlers.set(id, handler);
      callback(safeArray([SUCCESS]));
      if (id === Event.message && unsent.length > 0) handler(Event.message, safeArray(unsent.splice(0)));
    },
    UnregisterEvent(id, _target, callback) {
      handlers.delete(id);
      callback(safeArray([SUCCESS]));
    },
  };

  return {
    external,
    takesCommands: () => handlers.has(Event.command),
    runCommand(action, controlId) {
      const handler = handlers.get(Event.command);
      if (!handler) return Promise.reject(new Error("The page takes no ribbon commands."));
      const id = `command-${String(nextCommand++)}`;
      return new Promise((resolve, reject) => {
        commands.set(id, (status) => {
          commands.delete(id);
          // So the client ends a command that the page has not named: in Excel the click is lost without a word.
          if (status === SUCCESS) resolve();
          else reject(new Error(`The command ${action} ended with ${String(status)}: the click is lost.`));
        });
        handler(Event.command, safeArray([id, action, JSON.stringify({ source: { id: controlId } })]));
      });
    },
    close() {
      stopMessages();
      handlers.clear();
    },
  };
}

/** Puts the external object on a page's window, and clears what Office.js keeps there of an earlier host. */
export function installExternal(page: Window, external: OfficeExternal): void {
  page.sessionStorage.clear();
  Object.defineProperty(page, "external", { value: external, configurable: true });
}

function safeArray(elements: readonly unknown[]): SafeArray {
  return { toArray: () => elements };
}

/** The batch's JSON text among the parameters of the call. */
function requestBody(parameters: readonly unknown[]): string {
  const [message] = parameters;
  const body: unknown = Array.isArray(message) ? message[4] : undefined;
  if (typeof body !== "string") throw new Error("A batch of Office.js came without a body.");
  return body;
}

/** The batch's flags among the parameters of the call. */
export function requestFlags(parameters: readonly unknown[]): number {
  const [message] = parameters;
  const flags: unknown = Array.isArray(message) ? message[6] : undefined;
  return typeof flags === "number" ? flags : 0;
}

/** What Office.js asks of its control, in Office.js's own names. */
function controlContext(host: EmulatedHost, { documentUrl, theme }: OfficePageOptions): object {
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => "perf-workbench",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => host.workbook.displayLanguage,
    GetAppDataLocale: () => host.workbook.displayLanguage,
    GetDocUrl: () => documentUrl ?? "",
    GetAppCapabilities: () => 0,
    GetActivationMode: () => DOCUMENT_OPENED,
    GetControlIntegrationLevel: () => TASK_PANE,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "workbench",
    GetInstanceId: () => "workbench",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(host.requirementSets),
    GetHostCustomMessage: () => "",
    GetHostFullVersion: () => "16.0",
    GetDialogRequirementMatrix: () => "{}",
    GetFeaturesForSolution: () => "{}",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(themeNumbers(theme())),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of host.workbook.settings()) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: readonly string[], values: readonly string[]) {
        host.workbook.saveSettings(new Map(keys.map((key, index) => [key, values[index] ?? "null"])));
      },
    }),
  };
}

/** Office gives its colours as numbers. */
function themeNumbers(colors: ThemeColors): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(colors).map(([name, color]) => [name, Number.parseInt(color.slice(1), 16)]),
  );
}
