import { createCellKinds } from "../workbook/office/cellKinds";
import * as source from "../workbook/office/schemeCells";
import { followScheme } from "./followScheme";
import { createFunctions } from "./functions";
import type { LoadedFunctions } from "./host";
import { hostEnvironment, setSchemeInForce } from "./hostEnvironment";
import { createReadArguments } from "./readArguments";

/** What the functions do in Excel's shared runtime. Loading this also begins to follow the workbook's scheme. */
export const excelFunctions: LoadedFunctions = {
  functions: createFunctions(hostEnvironment),
  readArguments: createReadArguments(createCellKinds(), () => hostEnvironment.translate),
};

// Where Excel refuses even this, the functions keep to the built-in scheme; a check tells the clerk of the trouble.
void followScheme(source, setSchemeInForce);
