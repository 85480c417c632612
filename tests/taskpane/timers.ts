/** Time that a test lets pass: what was put off runs when the test says so. */
export class Timers {
  private waiting: (() => void)[] = [];

  readonly later = (work: () => void): (() => void) => {
    this.waiting.push(work);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== work);
    };
  };

  /** Runs what waits now, and everything that follows from it without waiting. */
  async elapse(): Promise<void> {
    const due = this.waiting;
    this.waiting = [];
    for (const work of due) work();
    await this.settle();
  }

  /** Lets promises that are through have their consequences. */
  settle(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
