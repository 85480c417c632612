import type { ProblemCode } from "../port";
import { looksLikeZip } from "./archive";

/** An OLE2 file: old .xls workbooks, and .xlsx files that a password encrypts. */
const OLE2_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const DIRECTORY_ENTRY_LENGTH = 128;
const NAME_LENGTH_OFFSET = 64;

/** Why bytes cannot be a workbook that we read, judged by their first bytes; null when they are a zip file. */
export function containerProblem(bytes: Uint8Array): ProblemCode | null {
  if (bytes.length === 0) return "empty-file";
  if (looksLikeZip(bytes)) return null;
  if (!OLE2_SIGNATURE.every((byte, index) => bytes[index] === byte)) return "not-a-workbook";
  if (hasOle2Entry(bytes, "EncryptedPackage")) return "encrypted";
  if (hasOle2Entry(bytes, "Workbook") || hasOle2Entry(bytes, "Book")) return "old-format";
  return "not-a-workbook";
}

/**
 * Whether an OLE2 file has a directory entry of this name. Entries are 128 bytes long and aligned so; each
 * begins with its name in UTF-16, and has the name's length in bytes, with the closing zero, at offset 64.
 */
function hasOle2Entry(bytes: Uint8Array, name: string): boolean {
  const expected: number[] = [];
  for (const character of `${name}\0`) expected.push(character.charCodeAt(0), 0);
  for (let offset = 512; offset + DIRECTORY_ENTRY_LENGTH <= bytes.length; offset += DIRECTORY_ENTRY_LENGTH) {
    if (bytes[offset + NAME_LENGTH_OFFSET] !== expected.length) continue;
    if (expected.every((byte, index) => bytes[offset + index] === byte)) return true;
  }
  return false;
}
