import { treeOf } from "./package";
import {
  applyChanges,
  childrenOf,
  prefixOf,
  startTagWith,
  type TextChange,
  type XmlElement,
} from "./xmlTree";

/** What Excel calls the metadata of formulas that may spill. */
const RECORD = "XLDAPR";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DYNAMIC_ARRAYS = "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";
const EXTENSION = "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}";

const TYPE_ATTRIBUTES =
  'minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" ' +
  'clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"';

/** The metadata part of a workbook with a record for formulas that may spill, and the number cells name it by. */
export interface DynamicArrayMetadata {
  readonly text: string;
  /** The `cm` of a cell: the place of its record among the cell metadata, counted from 1. */
  readonly number: number;
}

/** A metadata part with that record: the workbook's own part with it added if it lacks one, or a new part. */
export function dynamicArrayMetadata(existing: string | null, part: string): DynamicArrayMetadata {
  if (existing === null) return { text: newMetadata(), number: 1 };
  const root = treeOf(existing, part);
  const standing = standingNumber(root);
  return standing === null ? withRecord(existing, root) : { text: existing, number: standing };
}

function newMetadata(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<metadata xmlns="${MAIN}"><metadataTypes count="1">${typeXml("")}</metadataTypes>` +
    `${futureXml("")}<cellMetadata count="1">${cellRecordXml("", 1, 0)}</cellMetadata></metadata>`
  );
}

function typeXml(prefix: string): string {
  return `<${prefix}metadataType name="${RECORD}" ${TYPE_ATTRIBUTES}/>`;
}

function futureXml(prefix: string): string {
  return (
    `<${prefix}futureMetadata name="${RECORD}" count="1"><${prefix}bk><${prefix}extLst>` +
    `<${prefix}ext uri="${EXTENSION}"><xda:dynamicArrayProperties xmlns:xda="${DYNAMIC_ARRAYS}" fDynamic="1" ` +
    `fCollapsed="0"/></${prefix}ext></${prefix}extLst></${prefix}bk></${prefix}futureMetadata>`
  );
}

function cellRecordXml(prefix: string, type: number, value: number): string {
  return `<${prefix}bk><${prefix}rc t="${String(type)}" v="${String(value)}"/></${prefix}bk>`;
}

function child(root: XmlElement, local: string): XmlElement | undefined {
  return root.children.find((element) => element.local === local);
}

/** The place of the first cell metadata that refers to the record's type; null when there is none. */
function standingNumber(root: XmlElement): number | null {
  const types = child(root, "metadataTypes");
  const type =
    types === undefined ? -1 : types.children.findIndex(({ attributes }) => attributes["name"] === RECORD);
  if (type < 0) return null;
  const records = child(root, "cellMetadata");
  const place = (records?.children ?? []).findIndex((record) =>
    childrenOf(record, "rc").some(({ attributes }) => attributes["t"] === String(type + 1)),
  );
  return place < 0 ? null : place + 1;
}

/** Adds the record's type, its properties and a cell metadata, each where the schema has it. */
function withRecord(text: string, root: XmlElement): DynamicArrayMetadata {
  const prefix = prefixOf(root);
  const types = child(root, "metadataTypes");
  const records = child(root, "cellMetadata");
  const type = (types?.children.length ?? 0) + 1;
  const number = (records?.children.length ?? 0) + 1;
  const record = cellRecordXml(prefix, type, 0);
  const before = records ?? child(root, "valueMetadata") ?? child(root, "extLst");
  const place = before?.start ?? root.innerEnd;
  const changes: TextChange[] = [
    types
      ? withOneMore(text, types, typeXml(prefix), type)
      : {
          start: root.innerStart,
          end: root.innerStart,
          text: `<${prefix}metadataTypes count="1">${typeXml(prefix)}</${prefix}metadataTypes>`,
        },
    {
      start: place,
      end: place,
      text:
        futureXml(prefix) +
        (records ? "" : `<${prefix}cellMetadata count="1">${record}</${prefix}cellMetadata>`),
    },
  ];
  if (records) changes.push(withOneMore(text, records, record, number));
  return { text: applyChanges(text, changes), number };
}

/** A list with one more element and its count put right. */
function withOneMore(text: string, list: XmlElement, added: string, count: number): TextChange {
  const tag = startTagWith({ ...list, selfClosing: false }, { count: String(count) });
  const inner = list.selfClosing ? "" : text.slice(list.innerStart, list.innerEnd);
  return { start: list.start, end: list.end, text: `${tag}${inner}${added}</${list.name}>` };
}
