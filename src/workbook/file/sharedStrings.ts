import { SaxesParser } from "saxes";
import { decodeCellText } from "./cellText";
import { PartError, type OfficePackage } from "./package";
import { localName } from "./xmlTree";

/**
 * Reads the table of texts that cells share. Rich text comes as its plain text; phonetic guides are left out.
 * Throws `PartError` when the part is not well-formed.
 */
export function readSharedStrings(file: OfficePackage, part: string): readonly string[] {
  const strings: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = "";
  let inText = false;
  let phonetic = 0;
  parser.on("error", () => {
    throw new PartError(part);
  });
  parser.on("opentag", (tag) => {
    const local = localName(tag.name);
    if (local === "si") text = "";
    else if (local === "t") inText = true;
    else if (local === "rPh") phonetic++;
  });
  const collect = (piece: string): void => {
    if (inText && phonetic === 0) text += piece;
  };
  parser.on("text", collect);
  parser.on("cdata", collect);
  parser.on("closetag", (tag) => {
    const local = localName(tag.name);
    if (local === "si") strings.push(decodeCellText(text));
    else if (local === "t") inText = false;
    else if (local === "rPh") phonetic--;
  });
  file.pieces(part, (piece) => parser.write(piece));
  parser.close();
  return strings;
}
