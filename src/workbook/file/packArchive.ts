import { deflateSync } from "fflate";

const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_LENGTH = 30;
const DIRECTORY_LENGTH = 46;
const END_LENGTH = 22;
/** Version 2.0 of the format: the first with deflate. */
const VERSION = 20;
/** Says that names are UTF-8. */
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
/** 1 January 1980, the first day that the format knows: the time of packing would make equal files differ. */
const FIRST_DAY = (1 << 5) | 1;

/** A part as it goes into the file. */
interface PackedPart {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly checksum: number;
  readonly offset: number;
}

/**
 * Packs named parts into a zip file, in the order given. The same parts give the same bytes. A name may be any text:
 * `__proto__` is one like all others.
 */
export function packArchive(parts: Iterable<readonly [string, Uint8Array]>): Uint8Array {
  const encoder = new TextEncoder();
  const packed: PackedPart[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const part: PackedPart = {
      name: encoder.encode(name),
      bytes: deflateSync(content, { level: 6 }),
      size: content.length,
      checksum: checksumOf(content),
      offset,
    };
    packed.push(part);
    offset += LOCAL_LENGTH + part.name.length + part.bytes.length;
  }
  const directoryStart = offset;
  for (const { name } of packed) offset += DIRECTORY_LENGTH + name.length;
  const file = new Uint8Array(offset + END_LENGTH);
  const view = new DataView(file.buffer);
  let entry = directoryStart;
  for (const part of packed) {
    putLocal(file, view, part);
    putDirectoryEntry(file, view, part, entry);
    entry += DIRECTORY_LENGTH + part.name.length;
  }
  view.setUint32(offset, END_SIGNATURE, true);
  view.setUint16(offset + 8, packed.length, true);
  view.setUint16(offset + 10, packed.length, true);
  view.setUint32(offset + 12, offset - directoryStart, true);
  view.setUint32(offset + 16, directoryStart, true);
  return file;
}

function putLocal(file: Uint8Array, view: DataView, part: PackedPart): void {
  const { name, bytes, offset } = part;
  view.setUint32(offset, LOCAL_SIGNATURE, true);
  putDescription(view, part, offset + 4);
  file.set(name, offset + LOCAL_LENGTH);
  file.set(bytes, offset + LOCAL_LENGTH + name.length);
}

function putDirectoryEntry(file: Uint8Array, view: DataView, part: PackedPart, at: number): void {
  view.setUint32(at, DIRECTORY_SIGNATURE, true);
  view.setUint16(at + 4, VERSION, true);
  putDescription(view, part, at + 6);
  view.setUint32(at + 42, part.offset, true);
  file.set(part.name, at + DIRECTORY_LENGTH);
}

/** What a part's own header and the directory say alike of it: 24 bytes from `at` on. */
function putDescription(view: DataView, part: PackedPart, at: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, FIRST_DAY, true);
  view.setUint32(at + 10, part.checksum, true);
  view.setUint32(at + 14, part.bytes.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, part.name.length, true);
}

/** What each byte adds to a CRC-32 checksum. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

function checksumOf(bytes: Uint8Array): number {
  let checksum = 0xffffffff;
  for (const byte of bytes) checksum = (checksum >>> 8) ^ (REMAINDERS[(checksum ^ byte) & 0xff] ?? 0);
  return ~checksum >>> 0;
}
