import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { strFromU8, strToU8, zipSync } from "fflate";
import { openWorkbook } from "../../../src/workbook/file/openWorkbook";
import { goldenParts } from "./goldenWorkbook";
import { planOf, plannedSheet } from "./opened";

const golden = zipSync(goldenParts());

/** Opens bytes, and where that succeeds, writes and saves: neither may throw, whatever the bytes are. */
async function survives(bytes: Uint8Array): Promise<void> {
  const outcome = await openWorkbook(bytes, "坏.xlsx");
  if (!outcome.ok) {
    expect(outcome.problem.detail).toContain("坏.xlsx");
    return;
  }
  const written = await outcome.value.write(planOf({ sheets: [plannedSheet()] }));
  if (written.ok) await outcome.value.save();
}

test("a file with any bytes changed is opened or refused, never a crash", async () => {
  const change = fc.record({ at: fc.nat(golden.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const bytes = golden.slice();
      for (const { at, to } of changes) bytes[at] = to;
      await survives(bytes);
    }),
    { numRuns: 80 },
  );
}, 60_000);

test("a workbook with any piece of its XML cut out is opened or refused, never a crash", async () => {
  const parts = goldenParts();
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(60),
      async (name, place, length) => {
        const text = strFromU8(parts[name] ?? new Uint8Array());
        const start = Math.floor(place * text.length);
        const cut = strToU8(text.slice(0, start) + text.slice(start + length));
        await survives(zipSync({ ...parts, [name]: cut }));
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);
