import { ArchiveError } from "./archive";
import { decodeCellText } from "./cellText";
import { PartError, type OfficePackage } from "./package";
import { XmlParser } from "./xmlParser";

/** The most texts that are kept. There is no use for more of them than cells that may be read. */
const MAXIMUM_STRINGS = 20_000_000;

/**
 * Reads the table of texts that cells share. Rich text comes as its plain text; phonetic guides are left out.
 * Throws `PartError` when the part is not well-formed, `ArchiveError` when there are too many texts.
 */
export function readSharedStrings(file: OfficePackage, part: string): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  const parser = new XmlParser(
    {
      open(local) {
        if (local === "si") text = "";
        else if (local === "t") inText = true;
        else if (local === "rPh") phonetic++;
      },
      text(piece) {
        if (inText && phonetic === 0) text += piece;
      },
      close(local) {
        if (local === "si") strings.push(decodeCellText(text));
        else if (local === "t") inText = false;
        else if (local === "rPh") phonetic--;
        if (strings.length > MAXIMUM_STRINGS) throw new ArchiveError("too-large", part);
      },
    },
    () => {
      throw new PartError(part);
    },
  );
  file.pieces(part, (piece) => {
    parser.write(piece);
  });
  parser.close();
  return strings;
}
