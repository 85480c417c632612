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
  const standing = await statOrNull(output);
  if (standing && !standing.isFile()) return refused("headless.output-is-folder", { path: output });
  const folder = dirname(resolve(output));
  const folderFound = await statOrNull(folder);
  if (!folderFound?.isDirectory()) return refused("headless.output-folder-missing", { path: folder });
  try {
    await access(folder, constants.W_OK);
    if (standing) await access(output, constants.W_OK);
  } catch (error) {
    return refused("headless.unwritable", { path: output, reason: systemCode(error) });
  }
  return { ok: true, value: null };
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name. A file that
 * stands there is replaced.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<FileOutcome<null>> {
  const temporary = join(dirname(resolve(path)), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return { ok: true, value: null };
  } catch (error) {
    await rm(temporary, { force: true });
    return refused("headless.unwritable", { path, reason: systemCode(error) });
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
