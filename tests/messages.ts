import { readdirSync } from "node:fs";
import path from "node:path";
import type { Language } from "../src/i18n/language";

const root = path.join(import.meta.dirname, "../src/i18n");

/** Every text of one language, by key. Throws where a key stands twice. */
export async function messagesOf(language: Language): Promise<Map<string, string>> {
  const messages = new Map<string, string>();
  for (const file of readdirSync(path.join(root, language))) {
    if (file === "index.ts") continue;
    const areas = (await import(path.join(root, language, file))) as Record<string, Record<string, string>>;
    for (const area of Object.values(areas)) {
      for (const [key, text] of Object.entries(area)) {
        if (messages.has(key)) throw new Error(`${key} stands twice in ${language}`);
        messages.set(key, text);
      }
    }
  }
  return messages;
}
