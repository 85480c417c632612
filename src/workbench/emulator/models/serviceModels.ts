import { invalidArgument } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import { oneOf, type HostContext } from "./context";

/** The services that the client makes by name; null for one that the emulator does not model. */
export function serviceObject(context: HostContext, name: string): HostObject | null {
  switch (name) {
    case "Microsoft.ExcelServices.CustomFunctions":
      return hostObject(customFunctionsModel, context);
    case "Microsoft.InternalService.AddinInternalService":
      return hostObject(addinInternalServiceModel, context);
    case "Microsoft.AppRuntime.AppRuntimeService":
      return hostObject(appRuntimeServiceModel, context);
    default:
      return null;
  }
}

const customFunctionsModel: ClassModel<HostContext> = {
  name: "CustomFunctions",
  methods: {
    SetInvocationResults: (context, [results]) => {
      if (!Array.isArray(results))
        throw invalidArgument("The results of custom functions have to be an array.");
      context.takeInvocationResults(results);
    },
    _SetOsfControlContainerReadyForCustomFunctions: (context) => {
      context.startFunctions();
    },
    _GetEnabledFeatures: () => [],
  },
};

/** The client says here that it can take ribbon commands. The emulator needs no such word. */
const addinInternalServiceModel: ClassModel<HostContext> = {
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: () => null },
};

/** What `Office.addin.showAsTaskpane` and `hide` ask for. */
const appRuntimeServiceModel: ClassModel<HostContext> = {
  name: "AppRuntimeService",
  methods: {
    SetAppRuntimeState: (context, [state]) => {
      context.showPane(oneOf(state, ["Visible", "Background"]) === "Visible");
    },
  },
};
