const finishing: (() => Promise<void>)[] = [];

/** Remembers what has to be done when the browser tests are over, the last first. */
export function finishWith(finish: () => Promise<void>): void {
  finishing.unshift(finish);
}

/** After the browser tests. */
export default async function globalTeardown(): Promise<void> {
  for (const finish of finishing) await finish();
}
