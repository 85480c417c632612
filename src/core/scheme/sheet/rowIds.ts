import type { SectionReader } from "./sectionReader";
import { HEADING } from "./sections";

/** Names that stand twice in a column, at the second's cell. */
export function refuseTwice(reader: SectionReader, heading: string): void {
  const first = new Map<string, number>();
  for (const row of reader.section.rows) {
    const text = reader.text(row, heading);
    const before = first.get(text);
    if (text === "") continue;
    if (before === undefined) first.set(text, row);
    else reader.faults.add("twice", reader.cell(row, heading), { text, row: String(before + 1) });
  }
}

/** Chooses the ids of rows: what 编号 says, else the name, with a number behind it where another row has that id. */
export class IdChooser {
  private readonly taken: Set<string>;

  constructor(private readonly reader: SectionReader) {
    this.taken = new Set(reader.section.rows.map((row) => reader.text(row, HEADING.id)));
    refuseTwice(reader, HEADING.id);
  }

  take(row: number, name: string): string {
    const given = this.reader.text(row, HEADING.id);
    if (given !== "") return given;
    let id = name;
    for (let number = 2; this.taken.has(id); number += 1) id = `${name}-${String(number)}`;
    this.taken.add(id);
    return id;
  }
}
