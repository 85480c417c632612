import type { Finding } from "../core/findings/finding";
import type { UnrankedUnit } from "../core/ranking/ranking";

/** The findings that keep a unit out of the ranking: those of its row that have one of its reasons as code. */
export function blockingFindings(
  { unit, reasons }: UnrankedUnit,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.filter(
    ({ code, sheet, cell }) =>
      reasons.includes(code) && sheet === unit.source.sheet && cell?.row === unit.source.row,
  );
}
