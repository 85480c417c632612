import { turn } from "../turn";

/**
 * Bytes in one request. Excel on the web takes five megabytes; this leaves room for what an estimate misses, and lets
 * the host answer, and a cancel arrive, well within a second.
 */
const BYTES_PER_SYNC = 2_000_000;

/** Bytes of a change that is made whole in one request, though a cancel has to wait for it a little longer. */
export const BYTES_OF_ONE_CHANGE = 4_000_000;

/** A piece of work that is queued whole, and about how many bytes of the request it takes. */
export interface Step {
  readonly bytes: number;
  readonly queue: () => void;
}

/** Whether steps go into one request of so many bytes together. */
export function fitsOneSync(steps: readonly Step[], bytesPerSync = BYTES_PER_SYNC): boolean {
  return totalBytes(steps) <= bytesPerSync;
}

/**
 * Carries steps out in order, in as few syncs as their size allows, and at least in one: what is queued already goes
 * with the first.
 *
 * @param afterSync Called after each sync with how much is done, 0 to 1; what it throws ends the work.
 * @param bytesPerSync The most that goes into one request.
 */
export async function runSteps(
  context: Excel.RequestContext,
  steps: readonly Step[],
  afterSync?: (done: number) => void,
  bytesPerSync = BYTES_PER_SYNC,
): Promise<void> {
  const total = Math.max(1, totalBytes(steps));
  const runFrom = async (start: number, bytesBefore: number): Promise<void> => {
    const end = endOfBatch(steps, start, bytesPerSync);
    const batch = steps.slice(start, end);
    for (const step of batch) step.queue();
    await context.sync();
    const bytesDone = bytesBefore + totalBytes(batch);
    const isLast = end === steps.length;
    afterSync?.(isLast ? 1 : bytesDone / total);
    if (isLast) return;
    // A click on the button that cancels, and the progress, have their turn.
    await turn();
    await runFrom(end, bytesDone);
  };
  await runFrom(0, 0);
}

function totalBytes(steps: readonly Step[]): number {
  return steps.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The first step that no longer goes into one request with those from `start` on. */
function endOfBatch(steps: readonly Step[], start: number, bytesPerSync: number): number {
  let bytes = 0;
  for (let end = start; end < steps.length; end++) {
    bytes += steps[end]?.bytes ?? 0;
    if (end > start && bytes > bytesPerSync) return end;
  }
  return steps.length;
}
