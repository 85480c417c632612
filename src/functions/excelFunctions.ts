import { createCellKinds } from "../workbook/office/cellKinds";
import * as source from "../workbook/office/schemeCells";
import { notAvailable, type Fault } from "./fault";
import { createFirstLook, followScheme } from "./followScheme";
import { createFunctions } from "./functions";
import type { LoadedFunctions } from "./host";
import { hostEnvironment, setSchemeInForce } from "./hostEnvironment";
import { createReadArguments } from "./readArguments";

const loaded: LoadedFunctions = {
  functions: createFunctions(hostEnvironment),
  readArguments: createReadArguments(createCellKinds(), () => hostEnvironment.translate),
};

const firstLook = createFirstLook(() => followScheme(source, setSchemeInForce));

/**
 * What the functions do in Excel's shared runtime, once it is known which scheme the workbook keeps; from then on the
 * scheme is followed. A fault where Excel does not let it be seen: no figure by another scheme than the workbook's.
 */
export async function excelFunctions(): Promise<LoadedFunctions | Fault> {
  if (await firstLook.schemeIsKnown()) return loaded;
  return notAvailable(hostEnvironment.translate("function.scheme-unseen"));
}
