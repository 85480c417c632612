import type { CheckOutput } from "../actions/checkAction";
import { describeUnranked } from "../actions/describeUnranked";
import type { RankingOutput } from "../actions/rankingAction";
import type { Finding } from "../core/findings/finding";
import { formatFixed } from "../core/numbers/decimal";
import { areaAddress, cellAddress, sheetReference } from "../core/workbook/address";
import type { Translate } from "../i18n";
import { describeFinding } from "../i18n/describeFinding";
import { roleName } from "../i18n/roleName";

/** A ranking as lines to read on a terminal: each group in rank order, then the findings. */
export function rankingLines({ ranking, findings }: RankingOutput, translate: Translate): string[] {
  const { places } = ranking.scheme.rounding;
  const groups = ranking.groups.flatMap(({ name, ranked, unranked }) => [
    translate("headless.group", { group: name, count: ranked.length }),
    ...ranked.map(({ unit, total, rank }) =>
      translate("headless.ranked", { rank, unit: unit.name, total: formatFixed(total, places) }),
    ),
    ...unranked.map((unranked) =>
      translate("headless.unranked", {
        unit: unranked.unit.name,
        reason: describeUnranked(translate, ranking, unranked),
      }),
    ),
  ]);
  return [...groups, ...findingLines(findings, translate)];
}

/** A check as lines to read on a terminal: what was recognised, then the findings. */
export function checkLines(
  { scheme, assessment, findings, settled }: CheckOutput,
  translate: Translate,
): string[] {
  const tables = assessment.tables.map(({ sheet, area, columns }) =>
    translate("headless.table", {
      sheet,
      range: areaAddress(area),
      columns: columns
        .map(({ header, role }) => `${header} → ${roleName(role, scheme, translate)}`)
        .join(", "),
    }),
  );
  const { length: count } = settled.ignored;
  const ignored = count === 0 ? [] : [translate("headless.ignored", { count })];
  return [...tables, ...findingLines(findings, translate), ...ignored];
}

function findingLines(findings: readonly Finding[], translate: Translate): string[] {
  if (findings.length === 0) return [translate("headless.no-findings")];
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const total = translate("headless.findings", {
    errors: count("error"),
    warnings: count("warning"),
    hints: count("hint"),
  });
  return [total, ...findings.map((finding) => findingLine(finding, translate))];
}

function findingLine(finding: Finding, translate: Translate): string {
  const severity = translate(`headless.${finding.severity}`);
  return [`[${severity}]`, placeOf(finding), describeFinding(translate, finding)]
    .filter((part) => part !== "")
    .join(" ");
}

function placeOf({ sheet, cell }: Finding): string {
  if (sheet === null) return "";
  return cell ? sheetReference(sheet, cellAddress(cell)) : sheet;
}
