import type { Area } from "../../core/workbook/address";

/** What was read of a sheet's cells, short enough to keep: a number for each row of what was typed there. */
export interface SheetDigest {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
  readonly rows: readonly number[];
}

/** More readings than this are never between a reading and what is written from it. */
const MAXIMUM_KEPT = 8;

/** The latest readings of a workbook, by which a write knows whether anything has changed since. */
export class Readings {
  private readonly kept = new Map<number, readonly SheetDigest[]>();
  private last = 0;

  /** Keeps a reading; gives its number, which snapshots carry. */
  keep(sheets: readonly SheetDigest[]): number {
    this.last += 1;
    this.kept.set(this.last, sheets);
    this.kept.delete(this.last - MAXIMUM_KEPT);
    return this.last;
  }

  /** The sheets as they were in a reading; undefined for one that is too long ago. */
  sheetsOf(reading: number): readonly SheetDigest[] | undefined {
    return this.kept.get(reading);
  }
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A number for what was typed in a row: formulas and plain values as Excel gives them in `Range.formulas`. Results do
 * not count, because those of `NOW()` change by themselves.
 */
export function rowDigest(formulas: readonly unknown[]): number {
  const text = JSON.stringify(formulas);
  let digest = FNV_START;
  for (let index = 0; index < text.length; index++) {
    digest = Math.imul(digest ^ text.charCodeAt(index), FNV_PRIME);
  }
  return digest >>> 0;
}
