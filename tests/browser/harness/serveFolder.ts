import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".png": "image/png",
};

export interface FolderServer {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves folders on this machine, on a port that the system picks.
 *
 * @param folders folder by the path that it is served under, such as `/` or `/office-js/`; the longest path wins
 */
export async function serveFolders(folders: Readonly<Record<string, string>>): Promise<FolderServer> {
  const mounts = Object.entries(folders).sort(([one], [other]) => other.length - one.length);
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const [mount, folder] = mounts.find(([start]) => asked.startsWith(start)) ?? ["/", ""];
    const file = path.join(folder, asked === "/" ? "index.html" : asked.slice(mount.length));
    readFile(file).then(
      (bytes) => {
        response.setHeader("content-type", contentTypes[path.extname(file)] ?? "application/octet-stream");
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
