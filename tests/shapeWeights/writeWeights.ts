import type { ChainWeights } from "../../src/core/shape/chainWeights";

const HEAD = `import type { ChainWeights } from "./chainWeights";

/**
 * What the row chain learned from annotated tables. Made by \`tests/shapeWeights/main.ts\`: run it again rather than
 * change a number. A line of numbers is for metadata, header, group, data, notes; lines of steps say what follows what.
 */
export const WEIGHTS: ChainWeights = `;

/** The source text of the weights' module: numbers with two decimals. */
export function weightsModule(weights: ChainWeights): string {
  return `${HEAD}${JSON.stringify(rounded(weights), null, 2)};\n`;
}

function rounded(part: unknown): unknown {
  if (typeof part === "number") return Math.round(part * 100) / 100 + 0;
  if (Array.isArray(part)) return part.map(rounded);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, rounded(value)]));
}
