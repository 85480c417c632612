import type { Scheme } from "../core/scheme/scheme";

/** What a scheme is made ready for once, not anew for each of thousands of calls: kept for the last scheme asked. */
export function perScheme<Value>(make: (scheme: Scheme) => Value): (scheme: Scheme) => Value {
  let last: { readonly scheme: Scheme; readonly value: Value } | null = null;
  return (scheme) => {
    if (last?.scheme !== scheme) last = { scheme, value: make(scheme) };
    return last.value;
  };
}
