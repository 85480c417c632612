import type { Scheme } from "../../scheme/scheme";
import { line, mark, type TemplateLine } from "../template";

/** More components than this leave no room for a column each. */
const MOST_COMPONENT_COLUMNS = 5;

/** A table a group in rank order: rank, unit, scores where they have room, bonus, deduction, total. */
export function fullRankingTable({ components }: Scheme): TemplateLine[] {
  const shown = components.length <= MOST_COMPONENT_COLUMNS ? components.map(({ name }) => name) : [];
  return groupTable(
    ["5", "19", ...shown.map(() => "8"), "5", "5", "9"],
    ["名次", "单位", ...shown, "加分", "扣分", "{{成绩名称}}"],
    ["{{名次}}", "{{单位}}", ...shown.map((name) => `{{${name}}}`), "{{加分}}", "{{扣分}}", "{{总成绩}}"],
  );
}

/** Ranks and totals alone: what the public may see. */
export function plainRankingTable(): TemplateLine[] {
  return groupTable(
    ["12", "34", "17"],
    ["名次", "单位", "{{成绩名称}}"],
    ["{{名次}}", "{{单位}}", "{{总成绩}}"],
  );
}

function groupTable(
  widths: readonly string[],
  header: readonly string[],
  row: readonly string[],
): TemplateLine[] {
  return [
    mark("{{#组}}"),
    line("heading-2", "（{{组序}}）{{组别}}（{{组内参加排名数}}个单位参加排名）"),
    line("table-widths", ...widths),
    line("table-header", ...header),
    mark("{{#排名}}"),
    line("table-row", ...row),
    mark("{{/排名}}"),
    mark("{{/组}}"),
  ];
}

/** Units that are not ranked, and why, where there are any. */
export const UNRANKED_UNITS: readonly TemplateLine[] = [
  mark("{{#未排名}}"),
  line("body", "{{单位}}（{{组别}}）因{{原因}}，未参加本次排名。"),
  mark("{{/未排名}}"),
];
