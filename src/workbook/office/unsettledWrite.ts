import type { WrittenSheet } from "../port";
import type { BegunWrite } from "./begunWrite";
import { Refusal, problemOf } from "./problems";

/** The write of a port that was cut off and could not be put in order at once, because Excel took nothing any more. */
export class UnsettledWrite {
  private write: BegunWrite | null = null;

  /** Puts in order what is left, then does the work. Throws what Excel says where it still takes nothing. */
  async before<Value>(work: () => Promise<Value>): Promise<Value> {
    const { write } = this;
    if (write && !write.isSettled) await write.settle("take-back");
    if (this.write === write) this.write = null;
    return work();
  }

  /**
   * Puts in order at once what a write that got no answer has left: as it was, or done where that can no more be
   * (then the sheets that were written).
   */
  async settleNow(): Promise<readonly WrittenSheet[] | null> {
    const { write } = this;
    if (!write || write.isSettled) return null;
    return (await write.settle("take-back")) === "done" ? write.written : null;
  }

  /** Remembers a write for as long as it is not settled. */
  async during<Value>(work: (onBegun: (write: BegunWrite) => void) => Promise<Value>): Promise<Value> {
    try {
      return await work((write) => {
        this.write = write;
      });
    } catch (error) {
      const problem = problemOf(error, "writing");
      // The clerk has to know that this time the workbook is not as it was.
      if (!problem || this.write === null || this.write.isSettled) throw error;
      const cause = problem.cause ?? `${problem.code} ${problem.detail}`;
      throw new Refusal({ code: "writing-unfinished", detail: "", cause });
    }
  }
}
