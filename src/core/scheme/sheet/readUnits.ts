import type { SchemeFileInput } from "../schemeFile";
import { parseNames } from "./nameList";
import { IdChooser, refuseTwice } from "./rowIds";
import type { SectionReader } from "./sectionReader";
import { HEADING } from "./sections";

type GroupData = NonNullable<SchemeFileInput["groups"]>[number];
type RefusedNameData = NonNullable<SchemeFileInput["refusedNames"]>[number];
type GradeData = NonNullable<SchemeFileInput["grades"]>[number];

/** The one group of a roster that has none. */
const ONLY_GROUP = "全部单位";
/** Said of a name that means none of the units. */
const NO_UNIT = "无";

/**
 * Reads 分组 and 单位名册. Null without groups and units: they are whatever the workbook has then. Without 分组 the
 * groups are those that the units name.
 */
export function readGroups(
  groups: SectionReader | null,
  units: SectionReader | null,
): readonly GroupData[] | null {
  const listed = groups ? listedGroups(groups) : [];
  const rows = units?.section.rows ?? [];
  if (units === null || rows.length === 0) return listed.length === 0 ? null : listed;
  const ungrouped = listed.length === 0 && rows.every((row) => units.text(row, HEADING.group) === "");
  const known = new Map(listed.map((group) => [group.name, { ...group, units: [...group.units] }]));
  const ids = new IdChooser(units);
  for (const row of rows) {
    const name = units.needed(row, HEADING.unit);
    const id = ids.take(row, name);
    const groupName = ungrouped ? ONLY_GROUP : units.needed(row, HEADING.group);
    if (groupName === "") continue;
    let group = known.get(groupName);
    if (group === undefined && listed.length > 0) {
      const choices = [...known.keys()].join("、");
      units.faults.add("unknown-group", units.cell(row, HEADING.group), { text: groupName, choices });
      continue;
    }
    group ??= { id: groupName, name: groupName, units: [] };
    known.set(groupName, group);
    units.faults.place(
      `groups.${String([...known.keys()].indexOf(groupName))}.units.${String(group.units.length)}`,
      units.cell(row, HEADING.unit),
    );
    group.units.push({
      id,
      name,
      aliases: parseNames(units.text(row, HEADING.aliases)),
      likelyAliases: parseNames(units.text(row, HEADING.likely)),
    });
  }
  refuseTwice(units, HEADING.unit);
  return [...known.values()];
}

function listedGroups(reader: SectionReader): GroupData[] {
  const ids = new IdChooser(reader);
  refuseTwice(reader, HEADING.group);
  return reader.section.rows.map((row) => {
    const name = reader.needed(row, HEADING.group);
    return { id: ids.take(row, name), name, units: [] };
  });
}

/** Reads 不自动认定的名称: units by name or 编号; `无` says that none is meant, a blank that any with the text is. */
export function readRefusedNames(
  reader: SectionReader,
  groups: readonly GroupData[] | null,
): readonly RefusedNameData[] {
  const units = (groups ?? []).flatMap((group) => group.units);
  const byName = new Map(units.map(({ id, name }) => [name, id]));
  const ids = new Set(units.map(({ id }) => id));
  return reader.section.rows.map((row, index) => {
    reader.faults.place(`refusedNames.${String(index)}`, reader.cell(row, HEADING.name));
    const said = reader.text(row, HEADING.candidates);
    const names = said === NO_UNIT ? [] : parseNames(said);
    const candidates = names.map((name) => byName.get(name) ?? name);
    const unknown = candidates.find((id) => !ids.has(id));
    if (unknown !== undefined) {
      reader.faults.add("unknown-unit", reader.cell(row, HEADING.candidates), { text: unknown }, "warning");
    }
    const text = reader.needed(row, HEADING.name);
    return { text, why: reader.text(row, HEADING.reason), ...(said === "" ? {} : { units: candidates }) };
  });
}

/** Reads 等次标准. */
export function readGrades(reader: SectionReader): readonly GradeData[] {
  return reader.section.rows.map((row, index) => {
    reader.faults.place(`grades.${String(index)}`, reader.cell(row, HEADING.grade));
    const name = reader.needed(row, HEADING.grade);
    const from = reader.number(row, HEADING.from);
    if (from === null && reader.text(row, HEADING.from) === "") reader.needed(row, HEADING.from);
    return { name, from: from ?? "0" };
  });
}
