/** Excel's limit. */
const MAXIMUM_NAME_LENGTH = 31;

/** Sheet names in use, compared as Excel does: without regard to case. */
export class SheetNames {
  private readonly taken: Set<string>;

  constructor(names: readonly string[]) {
    this.taken = new Set(names.map((name) => name.toLowerCase()));
  }

  /**
   * Takes the wanted name, or the first of ` (2)`, ` (3)`… that is free; longer names are cut to fit. A sheet that has
   * such a name already (`current`) keeps it.
   */
  take(wanted: string, current?: string): string {
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const name = wanted.slice(0, MAXIMUM_NAME_LENGTH - suffix.length) + suffix;
      if (name === current || !this.taken.has(name.toLowerCase())) {
        this.taken.add(name.toLowerCase());
        return name;
      }
    }
  }
}
