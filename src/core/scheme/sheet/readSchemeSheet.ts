import type { SchemeCells } from "./schemeCells";
import { parseScheme } from "../parseScheme";
import type { Scheme } from "../scheme";
import type { SchemeFileInput } from "../schemeFile";
import { readAdjustments, readItems, settleWeights, type ReadItems } from "./readItems";
import { readGrades, readGroups, readRefusedNames } from "./readUnits";
import type { SchemeFault } from "./schemeFault";
import { checkSection, numberOf, reportMissingColumns, SectionReader, SheetFaults } from "./sectionReader";
import { HEADING, SECTIONS, type SectionName } from "./sections";
import { DYNAMIC_SETTING, SETTINGS, TIE_BREAK_SETTING, type SchemeDraft } from "./settings";
import { findSections } from "./sheetSections";

/** What the sheet 考评方案 says: its scheme, null where an error keeps it from being one, and what is wrong. */
export interface SchemeSheetReading {
  readonly scheme: Scheme | null;
  readonly faults: readonly SchemeFault[];
}

/** Reads the sheet 考评方案, wherever its parts and columns stand by now. */
export function readSchemeSheet(sheet: SchemeCells): SchemeSheetReading {
  const faults = new SheetFaults(sheet);
  const readers = openSections(sheet, faults);
  const settings = readers.get("settings");
  const items = readers.get("items");
  if (!settings || !items) return { scheme: null, faults: faults.list };
  const { draft, rows } = readSettings(settings);
  const read = readItems(items);
  const optional = <Data>(name: SectionName, make: (reader: SectionReader) => Data): Data | undefined => {
    const reader = readers.get(name);
    return reader ? make(reader) : undefined;
  };
  const groups = readGroups(readers.get("groups") ?? null, readers.get("units") ?? null);
  const data: SchemeDraft = {
    ...draft,
    id: draft.id ?? draft.name ?? "",
    components: [...settleWeights(items, read.components, draft)],
    adjustments: [...(optional("adjustments", readAdjustments) ?? [])],
    grades: [...(optional("grades", readGrades) ?? [])],
    groups: groups === null ? null : [...groups],
    refusedNames: [...(optional("names", (reader) => readRefusedNames(reader, groups)) ?? [])],
    ...yearlyItems(settings, draft, read, rows),
    tieBreak: tieBreakIds(settings, draft, read, rows),
  };
  if (faults.hasErrors) return { scheme: null, faults: faults.list };
  return finished(data, faults);
}

/** Readers of the parts that can be read; a part that the sheet needs and lacks is a fault. */
function openSections(sheet: SchemeCells, faults: SheetFaults): ReadonlyMap<SectionName, SectionReader> {
  const found = findSections(sheet);
  const corner = { row: sheet.area.row, column: sheet.area.column };
  for (const name of ["settings", "items"] as const) {
    if (!found.has(name)) faults.add("no-section", corner, { section: SECTIONS[name].title });
  }
  reportMissingColumns([...found.values()], faults);
  const readers = new Map<SectionName, SectionReader>();
  for (const [name, section] of found) {
    const reader = new SectionReader(section, faults);
    if (checkSection(reader)) readers.set(name, reader);
  }
  return readers;
}

interface ReadSettings {
  readonly draft: SchemeDraft;
  /** The row of each setting. */
  readonly rows: ReadonlyMap<string, number>;
}

function readSettings(reader: SectionReader): ReadSettings {
  const { faults, section } = reader;
  const draft: SchemeDraft = {};
  const rows = new Map<string, number>();
  for (const row of section.rows) {
    const name = reader.text(row, HEADING.setting);
    if (rows.has(name))
      faults.add("twice", reader.cell(row, HEADING.setting), {
        text: name,
        row: String((rows.get(name) ?? 0) + 1),
      });
    rows.set(name, row);
  }
  for (const setting of SETTINGS) {
    const row = rows.get(setting.name);
    if (row === undefined) {
      if (setting.required) {
        faults.add("missing-setting", reader.cell(section.headingRow, HEADING.setting), {
          setting: setting.name,
        });
      }
      continue;
    }
    const cell = reader.cell(row, HEADING.content);
    faults.place(setting.path, cell);
    const text = reader.text(row, HEADING.content);
    if (text === "") {
      if (setting.required) faults.add("blank", cell, { column: setting.name });
      continue;
    }
    const refusal = setting.read({ text, number: numberOf(text) }, draft);
    if (refusal === null) continue;
    const { code, ...more } = refusal;
    faults.add(code, cell, { column: setting.name, text, ...more });
  }
  return { draft, rows };
}

/** The items that do not count in shorter periods; flagged items without the setting are told, not guessed. */
function yearlyItems(
  reader: SectionReader,
  { dynamic }: SchemeDraft,
  { annual }: ReadItems,
  rows: ReadonlyMap<string, number>,
): Pick<SchemeFileInput, "dynamic"> {
  if (dynamic) return { dynamic: { ...dynamic, without: [...annual] } };
  const row = rows.get(DYNAMIC_SETTING);
  if (annual.length > 0) {
    const cell = reader.cell(row ?? reader.section.headingRow, HEADING.content);
    reader.faults.add("nothing-due", cell, { setting: DYNAMIC_SETTING }, "warning");
  }
  return {};
}

function tieBreakIds(
  reader: SectionReader,
  { tieBreak }: SchemeDraft,
  { components }: ReadItems,
  rows: ReadonlyMap<string, number>,
): string[] {
  return (tieBreak ?? []).map((text) => {
    const item = components.find(({ name }) => name === text) ?? components.find(({ id }) => id === text);
    if (item) return item.id;
    const cell = reader.cell(rows.get(TIE_BREAK_SETTING) ?? reader.section.headingRow, HEADING.content);
    const choices = components.map(({ name }) => name).join("、");
    reader.faults.add("unknown-item", cell, { text, choices });
    return text;
  });
}

/** What the check of scheme files still finds is told at the cell that its path came from. */
function finished(data: SchemeDraft, faults: SheetFaults): SchemeSheetReading {
  const outcome = parseScheme(data);
  if (outcome.ok) return { scheme: outcome.scheme, faults: faults.list };
  const { problem } = outcome;
  const fault: SchemeFault = {
    code: "refused",
    severity: "error",
    sheet: faults.sheet.name,
    cell: faults.cellOf(problem.path),
    parameters: {},
    problem,
  };
  return { scheme: null, faults: [...faults.list, fault] };
}
