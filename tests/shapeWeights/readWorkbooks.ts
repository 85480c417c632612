import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Snapshot } from "../../src/core/workbook/snapshot";
import { openWorkbook } from "../../src/workbook/file/openWorkbook";

/** A class for each row of a workbook's first sheet, from row 1. */
export interface LineTruth {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Where the tables of a score workbook are. Rows count from 1; columns are letters. */
export interface ScoreTruth {
  readonly file: string;
  readonly sheets: readonly { readonly sheet: string; readonly tables: readonly TableTruth[] }[];
}

/** A table of a score workbook. */
export interface TableTruth {
  readonly header: readonly [number, number] | null;
  /** First and last row of the body. */
  readonly rows: readonly [number, number];
  /** Rows of the body that are no units. */
  readonly notUnits?: readonly number[] | null;
  /** First and last column. */
  readonly columns: readonly [string, string];
  readonly unit: string | readonly string[] | null;
  readonly transposed?: boolean;
}

/** A workbook of a folder with its truth. */
export interface Annotated<Truth> {
  readonly snapshot: Snapshot;
  readonly truth: Truth;
}

/** Reads the workbooks of a folder that a list of line truths (JSON, gzipped or not) names. */
export async function readLineWorkbooks(folder: string, list: string): Promise<Annotated<LineTruth>[]> {
  const bytes = readFileSync(list);
  const text = (list.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return readAll(folder, JSON.parse(text) as LineTruth[]);
}

/** Reads the workbooks of a folder that have a `.truth.json` beside them. */
export async function readScoreWorkbooks(folder: string): Promise<Annotated<ScoreTruth>[]> {
  const truths = readdirSync(folder)
    .filter((name) => name.endsWith(".truth.json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as ScoreTruth);
  return readAll(folder, truths);
}

async function readAll<Truth extends { readonly file: string }>(
  folder: string,
  truths: readonly Truth[],
): Promise<Annotated<Truth>[]> {
  const read: Annotated<Truth>[] = [];
  for (const truth of truths) {
    const opened = await openWorkbook(readFileSync(path.join(folder, truth.file)), truth.file);
    if (!opened.ok) throw new Error(`${truth.file}: ${opened.problem.code}`);
    const outcome = await opened.value.read();
    if (!outcome.ok) throw new Error(`${truth.file}: ${outcome.problem.code}`);
    read.push({ snapshot: outcome.value, truth });
  }
  return read;
}
