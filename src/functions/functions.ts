import { createAdjust } from "./adjust";
import { createCheck } from "./check";
import type { FunctionEnvironment } from "./environment";
import { createExplain } from "./explain";
import { createGrade } from "./grade";
import type { PerfFunctions } from "./host";
import { createNumber } from "./number";
import { createPanel } from "./panel";
import { createProcess } from "./process";
import { createRank } from "./rank";
import { createRanking } from "./ranking";
import { createRound } from "./round";
import { createScheme } from "./scheme";
import { createSurvey } from "./survey";
import { createTotal } from "./total";
import { createGroup, createUnit } from "./units";
import { createWeighted } from "./weighted";

/**
 * Every PERF function, as declared in `declarations.ts`. They are synchronous and pure: what they give depends on
 * their arguments and the environment alone.
 */
export function createFunctions(environment: FunctionEnvironment): PerfFunctions {
  return {
    total: createTotal(environment),
    weighted: createWeighted(environment),
    process: createProcess(environment),
    adjust: createAdjust(environment),
    rank: createRank(environment),
    ranking: createRanking(environment),
    grade: createGrade(environment),
    survey: createSurvey(environment),
    panel: createPanel(environment),
    unit: createUnit(environment),
    group: createGroup(environment),
    number: createNumber(environment),
    round: createRound(environment),
    check: createCheck(environment),
    explain: createExplain(environment),
    scheme: createScheme(environment),
  };
}
