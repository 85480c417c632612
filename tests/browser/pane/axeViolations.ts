import { AxeBuilder } from "@axe-core/playwright";
import type { PanePage } from "./panePage";

/** What axe finds in the pane as it stands, in one line for each of its rules. */
export async function axeViolations(pane: PanePage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: pane.workbench.page })
    .include(["#pane-body iframe", "body"])
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}
