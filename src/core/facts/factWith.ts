import type { Fact } from "./fact";

const EMPTY = {
  weights: [],
  plus: [],
  minus: [],
  constant: null,
  places: null,
  rounding: null,
  within: null,
  withinBlocks: false,
  order: null,
  ties: null,
  first: null,
  excerpt: false,
  partial: false,
  unused: [],
  broken: [],
} as const;

/** A fact with nothing set but what is given. */
export function factWith(
  fact: Pick<Fact, "column" | "kind" | "of" | "from" | "kept" | "bits"> & Partial<Fact>,
): Fact {
  return { ...EMPTY, ...fact };
}
