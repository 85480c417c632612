import { createFunctions } from "./functions";
import { associateFunctions } from "./host";
import { hostEnvironment } from "./hostEnvironment";

// Runs when the page's first script loads: Excel waits for this, so nothing of the pane may come before it.
associateFunctions(CustomFunctions, createFunctions(hostEnvironment));
