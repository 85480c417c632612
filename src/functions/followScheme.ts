import { anshan2015 } from "../core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../core/scheme/scheme";
import type { SchemeCells } from "../core/scheme/sheet/schemeCells";
import type { Outcome, Unsubscribe } from "../workbook/port";

/** What following the workbook's scheme takes from the workbook. */
export interface SchemeSource {
  /** Tells the cells of the sheet that keeps the scheme, null without one, now and whenever it may have changed. */
  watchSchemeCells(listener: (cells: SchemeCells | null) => Promise<void>): Promise<Outcome<Unsubscribe>>;
  /** Calculates every formula anew. */
  recalculate(): Promise<Outcome<null>>;
}

/**
 * Keeps the functions on the workbook's own scheme, the built-in one without it, and has every cell calculated anew
 * when it changes. A sheet that is no scheme leaves the scheme as it was: the check of the workbook says why.
 */
export async function followScheme(
  source: SchemeSource,
  setSchemeInForce: (scheme: Scheme) => void,
): Promise<Outcome<Unsubscribe>> {
  let inForce = JSON.stringify(anshan2015);
  return source.watchSchemeCells(async (cells) => {
    const scheme = cells === null ? anshan2015 : await schemeOf(cells);
    const text = JSON.stringify(scheme);
    if (scheme === null || text === inForce) return;
    inForce = text;
    setSchemeInForce(scheme);
    await source.recalculate();
  });
}

async function schemeOf(cells: SchemeCells): Promise<Scheme | null> {
  // Loaded only when a workbook has a scheme of its own.
  const { schemeOfCells } = await import("../core/scheme/sheet/storedScheme");
  return schemeOfCells(cells).scheme;
}
