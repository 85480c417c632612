import type { SchemeProblem } from "../core/scheme/parseScheme";
import type { Translate } from "../i18n";

/** One line that says what is wrong with a scheme file and where. */
export function describeSchemeProblem(translate: Translate, problem: SchemeProblem): string {
  return translate(`scheme.${problem.code}`, { path: problem.path, ...problem.parameters });
}
