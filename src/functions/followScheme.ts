import { anshan2015 } from "../core/scheme/anshan-2015/anshan2015";
import type { Scheme } from "../core/scheme/scheme";
import type { Outcome, Unsubscribe } from "../workbook/port";

/** What following the workbook's scheme takes from the workbook. */
export interface SchemeSource {
  /** Tells the scheme text that the workbook keeps, null without one, now and whenever it may have changed. */
  watchSchemeText(listener: (text: string | null) => Promise<void>): Promise<Outcome<Unsubscribe>>;
  /** Calculates every formula anew. */
  recalculate(): Promise<Outcome<null>>;
}

/**
 * Keeps the functions on the workbook's own scheme, the built-in one without it, and has every cell calculated anew
 * when it changes. A text that is no scheme leaves the scheme as it was: the check of the workbook says why.
 */
export async function followScheme(
  source: SchemeSource,
  setSchemeInForce: (scheme: Scheme) => void,
): Promise<Outcome<Unsubscribe>> {
  let inForce: string | null = null;
  return source.watchSchemeText(async (text) => {
    if (text === inForce) return;
    const scheme = text === null ? anshan2015 : await parsed(text);
    if (scheme === null) return;
    inForce = text;
    setSchemeInForce(scheme);
    await source.recalculate();
  });
}

async function parsed(text: string): Promise<Scheme | null> {
  // Loaded only when a workbook has a scheme of its own.
  const { parseSchemeText } = await import("../core/scheme/parseScheme");
  const outcome = parseSchemeText(text);
  return outcome.ok ? outcome.scheme : null;
}
