import { Inflate, inflateSync } from "fflate";

/**
 * The most bytes that all parts of a workbook may unpack to. A million cells take about 40 MB of XML; what is
 * beyond this limit is a zip bomb or cannot be held in memory anyway.
 */
export const MAXIMUM_UNPACKED_BYTES = 300 * 1024 * 1024;

/** Compressed bytes inflated in one step: deflate expands at most 1,032 times, so a step stays below 17 MB. */
const INFLATE_STEP = 16 * 1024;
const MAXIMUM_STEP_BYTES = 1032 * INFLATE_STEP;

/** Why a zip file cannot be read. */
export type ArchiveFault = "not-a-zip" | "damaged" | "encrypted" | "too-large";

/** A fault in a zip file, thrown inside this folder and turned into a problem at its edge. */
export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    /** The part that it is about; empty when it is the file as a whole. */
    readonly part: string,
  ) {
    super(`${fault}: ${part}`);
  }
}

/** One file inside a zip file, still compressed. */
export interface ArchiveEntry {
  readonly name: string;
  readonly compressed: Uint8Array;
  readonly deflated: boolean;
  /** Size that the directory declares; unpacking more is refused. */
  readonly size: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const LOCATOR64_LENGTH = 20;
/** Stands in a 32-bit field whose value is in the entry's 64-bit extra field. */
const IN_EXTRA_FIELD = 0xffffffff;
const END_LENGTH = 22;

const NAMES = new TextDecoder();

/** Whether bytes begin as a zip file does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Lists a zip file by its central directory, without unpacking anything. Throws `ArchiveError`: `not-a-zip`,
 * `damaged` (cut off, or a directory that points outside the file), `encrypted`, or `too-large` when the
 * declared sizes pass `MAXIMUM_UNPACKED_BYTES`.
 */
export function listArchive(bytes: Uint8Array): readonly ArchiveEntry[] {
  if (!looksLikeZip(bytes)) throw new ArchiveError("not-a-zip", "");
  try {
    return listEntries(bytes);
  } catch (error) {
    // A field that points outside the file.
    if (error instanceof RangeError) throw new ArchiveError("damaged", "");
    throw error;
  }
}

function listEntries(bytes: Uint8Array): readonly ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  let offset = directory.offset;
  const entries: ArchiveEntry[] = [];
  let total = 0;
  for (let index = 0; index < directory.count; index++) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== DIRECTORY_SIGNATURE) {
      throw new ArchiveError("damaged", "");
    }
    const nameLength = view.getUint16(offset + 28, true);
    const entry = readEntry(bytes, view, offset, nameLength);
    total += entry.size;
    if (total > MAXIMUM_UNPACKED_BYTES) throw new ArchiveError("too-large", entry.name);
    if (!entry.name.endsWith("/")) entries.push(entry);
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let offset = view.byteLength - END_LENGTH; offset >= lowest; offset--) {
    if (view.getUint32(offset, true) === END_SIGNATURE) return offset;
  }
  throw new ArchiveError("damaged", "");
}

/** Where the central directory begins, and how many entries it has; written by 64-bit writers in a record of its own. */
function findDirectory(view: DataView): { count: number; offset: number } {
  const end = findEnd(view);
  const locator = end - LOCATOR64_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) {
    return { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
  }
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END64_SIGNATURE) {
    throw new ArchiveError("damaged", "");
  }
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    offset: Number(view.getBigUint64(end64 + 48, true)),
  };
}

/** The 64-bit values of an entry's extra field, in the order size, compressed size, offset, as far as present. */
function wideValues(view: DataView, start: number, length: number): number[] {
  for (let offset = start; offset + 4 <= start + length;) {
    const size = view.getUint16(offset + 2, true);
    if (view.getUint16(offset, true) === 1) {
      const values: number[] = [];
      for (let at = offset + 4; at + 8 <= offset + 4 + size && at + 8 <= view.byteLength; at += 8) {
        values.push(Number(view.getBigUint64(at, true)));
      }
      return values;
    }
    offset += 4 + size;
  }
  return [];
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number, nameLength: number): ArchiveEntry {
  const flags = view.getUint16(offset + 8, true);
  const method = view.getUint16(offset + 10, true);
  const wide = wideValues(view, offset + 46 + nameLength, view.getUint16(offset + 30, true));
  const field = (at: number): number => {
    const value = view.getUint32(offset + at, true);
    return value === IN_EXTRA_FIELD ? (wide.shift() ?? value) : value;
  };
  const size = field(24);
  const compressedSize = field(20);
  const local = field(42);
  const name = NAMES.decode(bytes.subarray(offset + 46, offset + 46 + nameLength));
  if ((flags & 1) !== 0) throw new ArchiveError("encrypted", name);
  if (method !== 0 && method !== 8) throw new ArchiveError("damaged", name);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
    throw new ArchiveError("damaged", name);
  }
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + compressedSize > view.byteLength) throw new ArchiveError("damaged", name);
  const compressed = bytes.subarray(start, start + compressedSize);
  return { name, compressed, deflated: method === 8, size: method === 8 ? size : compressedSize };
}

/**
 * Unpacks one entry piece by piece. Sizes in a zip file can be forged: unpacking stops as soon as the entry
 * turns out larger than declared. Throws `ArchiveError` `damaged`.
 */
export function unpackEntry(entry: ArchiveEntry, onPiece: (piece: Uint8Array) => void): void {
  if (!entry.deflated) {
    onPiece(entry.compressed);
    return;
  }
  if (entry.compressed.length <= INFLATE_STEP) onPiece(unpackSmall(entry));
  else unpackInSteps(entry, onPiece);
}

/** At once: a file may have very many small entries, and preparing to unpack step by step takes longer than they do. */
function unpackSmall(entry: ArchiveEntry): Uint8Array {
  // Room for one byte more than declared shows an entry that is larger.
  const out = new Uint8Array(Math.min(entry.size, MAXIMUM_STEP_BYTES) + 1);
  try {
    const unpacked = inflateSync(entry.compressed, { out });
    if (unpacked.length === entry.size) return unpacked;
  } catch (error) {
    if (!isInflateError(error)) throw error;
  }
  throw new ArchiveError("damaged", entry.name);
}

function unpackInSteps(entry: ArchiveEntry, onPiece: (piece: Uint8Array) => void): void {
  let unpacked = 0;
  const inflate = new Inflate((piece) => {
    unpacked += piece.length;
    if (unpacked > entry.size) throw new ArchiveError("damaged", entry.name);
    onPiece(piece);
  });
  const { compressed } = entry;
  try {
    for (let start = 0; start < compressed.length; start += INFLATE_STEP) {
      const last = start + INFLATE_STEP >= compressed.length;
      inflate.push(compressed.subarray(start, start + INFLATE_STEP), last);
    }
  } catch (error) {
    if (isInflateError(error)) throw new ArchiveError("damaged", entry.name);
    throw error;
  }
  if (unpacked !== entry.size) throw new ArchiveError("damaged", entry.name);
}

/** fflate's own errors carry a numeric code; anything else that was thrown comes from `onPiece`. */
function isInflateError(error: unknown): boolean {
  return (
    error instanceof Error &&
    !(error instanceof ArchiveError) &&
    "code" in error &&
    typeof error.code === "number"
  );
}

/** Unpacks one entry whole. Throws as `unpackEntry` does. */
export function unpackWhole(entry: ArchiveEntry): Uint8Array {
  const whole = new Uint8Array(entry.size);
  let length = 0;
  unpackEntry(entry, (piece) => {
    whole.set(piece, length);
    length += piece.length;
  });
  return whole;
}
