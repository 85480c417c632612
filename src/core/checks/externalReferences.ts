import { createFinding } from "../findings/createFinding";
import type { Finding } from "../findings/finding";
import { cellOfKey, type CellPosition } from "../workbook/address";
import type { CheckSubject } from "./checkSubject";

/** `[1]Sheet!`, `'[Book.xlsx]Sheet'!`, `'C:\folder\[Book.xlsx]Sheet'!`, `[1]!Name`; texts are taken away before. */
const OTHER_FILE = /(?:^|[^\p{L}\p{N}_\]])\[([^\][]+)\][^!'[\]]*!|'[^']*\[([^\][]+)\][^']*'!/u;
const TEXT = /"(?:[^"]|"")*"/g;
/** Longer formulas are not searched: no clerk wrote them, and a search through crafted ones would take long. */
const MAXIMUM_LENGTH = 2000;

/** Formulas that take figures from another file: one finding a sheet and file, with how many there are. */
export function checkExternalReferences({ formulas }: CheckSubject): Finding[] {
  return formulas.sheets.flatMap(({ sheet, forms }) => {
    const books = new Map<string, { cell: CellPosition; count: number }>();
    const bookOf = new Map<string, string | null>();
    for (const [key, { text }] of forms) {
      if (text.length > MAXIMUM_LENGTH || !text.includes("!")) continue;
      let book = bookOf.get(text);
      if (book === undefined) {
        book = otherFile(text);
        bookOf.set(text, book);
      }
      if (book === null) continue;
      const known = books.get(book);
      if (known) known.count += 1;
      else books.set(book, { cell: cellOfKey(key), count: 1 });
    }
    return [...books].map(([book, { cell, count }]) =>
      createFinding("formula-external", { sheet: sheet.name, cell }, { book, count }),
    );
  });
}

function otherFile(form: string): string | null {
  const match = OTHER_FILE.exec(form.replace(TEXT, '""'));
  return match ? (match[1] ?? match[2] ?? null) : null;
}
