import { createFunctions } from "./functions";
import { associateFunctions } from "./host";
import { hostEnvironment, setSchemeInForce } from "./hostEnvironment";

// Runs when the page's first script loads: Excel waits for this, so nothing of the pane may come before it.
associateFunctions(CustomFunctions, createFunctions(hostEnvironment));

void Office.onReady(async ({ host }) => {
  if (host !== Office.HostType.Excel) return;
  const [{ followScheme }, source] = await Promise.all([
    import("./followScheme"),
    import("../workbook/office/schemeText"),
  ]);
  // Where Excel refuses even this, the functions keep to the built-in scheme; a check tells the clerk of the trouble.
  await followScheme(source, setSchemeInForce);
});
