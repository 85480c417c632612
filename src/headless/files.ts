import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Message } from "./commandLine";
import { isSystemError } from "./systemError";

/** A value, or the one message that says why there is none. */
export type FileOutcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: Message };

/** Larger files are no workbooks that could be read; nothing is loaded then. */
const MAXIMUM_FILE_BYTES = 300 * 1024 * 1024;

/** The bytes of a file that has to be there and be a file. */
export async function readInput(path: string): Promise<FileOutcome<Uint8Array>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return refused("headless.not-a-file", { path });
    if (found.size > MAXIMUM_FILE_BYTES) return refused("problem.too-large", { detail: path });
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    const reason = systemCode(error);
    return reason === "ENOENT"
      ? refused("headless.missing-file", { path })
      : refused("headless.unreadable", { path, reason });
  }
}

/**
 * Whether the output may be written: it is not the input nor the scheme file, by whatever path or link, has the
 * extension of the input, and its folder takes files. Looks only; writes nothing.
 */
export async function checkOutput(
  output: string,
  input: string,
  schemeFile: string | null,
): Promise<FileOutcome<null>> {
  if (await isSameFile(output, input)) return refused("headless.output-is-input", { path: output });
  if (schemeFile !== null && (await isSameFile(output, schemeFile))) {
    return refused("headless.output-is-scheme", { path: output });
  }
  const extension = extname(input).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
  if (extname(output).toLowerCase() !== extension) {
    return refused("headless.output-extension", { path: output, extension });
  }
  return await checkPlace(output);
}

/**
 * Whether files may be written at these paths beside others of the run, which are never overwritten: none is one of
 * those or another of these, by whatever path or link, and their folders take files. Looks only; writes nothing.
 */
export async function checkFurtherOutputs(
  paths: readonly string[],
  others: readonly string[],
): Promise<FileOutcome<null>> {
  const taken = [...others];
  for (const path of paths) {
    for (const other of taken) {
      if (await isSameFile(path, other)) return refused("headless.output-taken", { path, other });
    }
    const place = await checkPlace(path);
    if (!place.ok) return place;
    taken.push(path);
  }
  return { ok: true, value: null };
}

/** Whether a folder is there and takes files. */
export async function checkFolder(folder: string): Promise<FileOutcome<null>> {
  const found = await statOrNull(folder);
  if (!found?.isDirectory()) return refused("headless.output-folder-missing", { path: folder });
  try {
    await access(folder, constants.W_OK);
    return { ok: true, value: null };
  } catch (error) {
    return refused("headless.unwritable", { path: folder, reason: systemCode(error) });
  }
}

/** Whether a file may be written at a path: its folder takes files, and what stands there is a file that may be. */
async function checkPlace(path: string): Promise<FileOutcome<null>> {
  const standing = await statOrNull(path);
  if (standing && !standing.isFile()) return refused("headless.output-is-folder", { path });
  const folder = await checkFolder(dirname(resolve(path)));
  if (!folder.ok || !standing) return folder;
  try {
    await access(path, constants.W_OK);
    return { ok: true, value: null };
  } catch (error) {
    return refused("headless.unwritable", { path, reason: systemCode(error) });
  }
}

/** A file to write. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes all files whole or none: each into a temporary file beside it; once all are written, these take the names.
 * Files that stand there are replaced. Only a rename can fail after others were done; the message then says so.
 */
export async function writeAll(files: readonly OutputFile[]): Promise<FileOutcome<null>> {
  const temporaries = files.map(({ path, bytes }) => ({
    path,
    bytes,
    temporary: join(dirname(resolve(path)), `.${basename(path)}.${randomUUID()}.tmp`),
  }));
  let path = "";
  let renamed = 0;
  const begun: string[] = [];
  try {
    for (const file of temporaries) {
      path = file.path;
      await writeSynced(file.temporary, file.bytes, () => begun.push(file.temporary));
    }
    for (const file of temporaries) {
      path = file.path;
      await rename(file.temporary, path);
      renamed += 1;
    }
    return { ok: true, value: null };
  } catch (error) {
    for (const temporary of begun) await rm(temporary, { force: true });
    const reason = systemCode(error);
    return renamed === 0
      ? refused("headless.unwritable", { path, reason })
      : refused("headless.partly-written", { path, reason, count: renamed });
  }
}

/** Writes a file that is not there yet, down to the disk; `onBegun` is called as soon as it is there. */
async function writeSynced(path: string, bytes: Uint8Array, onBegun: () => void): Promise<void> {
  const file = await open(path, "wx");
  onBegun();
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether two paths are one file: the same after following links, or two names of one file. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  if ((await realPath(one)) === (await realPath(other))) return true;
  const [first, second] = [await statOrNull(one), await statOrNull(other)];
  return first !== null && second !== null && first.ino === second.ino && first.dev === second.dev;
}

/** The path after following links; of a file that is not there yet, that of its folder with its name. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") return resolve(path);
    const folder = dirname(resolve(path));
    return folder === resolve(path) ? folder : join(await realPath(folder), basename(path));
  }
}

/** What stands at a path; null when nothing does, or nothing that may be looked at. */
async function statOrNull(path: string) {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    systemCode(error);
    return null;
  }
}

function refused(key: Message["key"], parameters: Message["parameters"]): FileOutcome<never> {
  return { ok: false, message: { key, parameters } };
}

/** The operating system's short code for what went wrong, such as `EACCES`. Other errors are bugs, thrown on. */
function systemCode(error: unknown): string {
  if (isSystemError(error)) return error.code;
  throw error;
}
