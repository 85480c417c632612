const MAXIMUM_LENGTH = 31;

/** Characters that Excel takes in no sheet name, and the full-width ones that read the same. */
const STAND_INS: Readonly<Record<string, string>> = {
  "/": "／",
  "\\": "＼",
  "?": "？",
  "*": "＊",
  ":": "：",
  "[": "［",
  "]": "］",
};

/**
 * Legal sheet names for these texts, in their order: at most 31 characters, nothing that Excel refuses, none twice
 * whatever the case. A text that is too long loses its end; ` (2)`, ` (3)`… tell equal ones apart.
 */
export function noticeSheetNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const wanted = legalName(text);
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? "" : ` (${String(number)})`;
      const name = cut(wanted, MAXIMUM_LENGTH - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function legalName(text: string): string {
  const plain = text
    .replace(/[/\\?*:[\]]/g, (letter) => STAND_INS[letter] ?? letter)
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/g, " ");
  const name = cut(plain.trim(), MAXIMUM_LENGTH)
    .replace(/^'+|'+$/g, "")
    .trim();
  if (name === "") return "通知";
  // Excel keeps this name for its own list of changes.
  return name.toLowerCase() === "history" ? `${name}_` : name;
}

/** The first letters of a text, no pair of surrogates torn. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length;
  return text.slice(0, end).trimEnd();
}
