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
  let isFirstLook = true;
  return source.watchSchemeCells(async (cells) => {
    const hasAnswered = !isFirstLook;
    isFirstLook = false;
    const scheme = cells === null ? anshan2015 : await schemeOf(cells);
    const text = JSON.stringify(scheme);
    if (scheme === null || text === inForce) return;
    inForce = text;
    setSchemeInForce(scheme);
    // Functions wait for the first look: no cell has an answer by another scheme before it.
    if (hasAnswered) await source.recalculate();
  });
}

/** Looks at the workbook's scheme before functions answer, and again at each call after Excel refused. */
export interface FirstLook {
  /** Whether the scheme is known, after a look where it is not. */
  readonly schemeIsKnown: () => Promise<boolean>;
}

/** How often a look that Excel refuses is tried again, and after how long. */
const TRIES = 3;
const PAUSE_MILLISECONDS = 500;

/** The first look at the scheme, shared by all calls that wait for it; from then on the scheme is followed. */
export function createFirstLook(follow: () => Promise<Outcome<Unsubscribe>>): FirstLook {
  let looking: Promise<boolean> | null = null;

  async function look(triesLeft: number): Promise<boolean> {
    const outcome = await follow();
    if (outcome.ok) return true;
    if (triesLeft <= 1) return false;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    return look(triesLeft - 1);
  }

  return {
    async schemeIsKnown() {
      looking ??= look(TRIES);
      const isKnown = await looking;
      if (!isKnown) looking = null;
      return isKnown;
    },
  };
}

async function schemeOf(cells: SchemeCells): Promise<Scheme | null> {
  // Loaded only when a workbook has a scheme of its own.
  const { schemeOfCells } = await import("../core/scheme/sheet/storedScheme");
  return schemeOfCells(cells).scheme;
}
