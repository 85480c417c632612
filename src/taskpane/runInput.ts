import type { RunInput } from "../actions/prepare";
import type { PaneSettings } from "./paneState";
import type { RoleMemory } from "./roleMemory";

/**
 * What every run of the pane begins with: the period and scheme that the clerk's settings choose, and the roles that
 * this machine remembers. Check, ranking and notices all begin so: they have to speak of the same figures.
 */
export function runInput({ period, scheme }: PaneSettings, memory: RoleMemory): RunInput {
  return {
    ...(period ? { period } : {}),
    ...(scheme === "headers" ? { schemeFromHeaders: true } : {}),
    ...(scheme === "built-in" ? { builtInScheme: true } : {}),
    rememberedRoles: memory.recall,
  };
}
