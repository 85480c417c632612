/**
 * A short fingerprint of a text: 16 hexadecimal digits (FNV-1a, twice, over its UTF-16 code units). Equal texts
 * have equal fingerprints; it finds changes and protects against nothing else.
 */
export function digest(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x7ee3623b);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
