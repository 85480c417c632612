import { rankAssessment } from "../../src/core/ranking/rankAssessment";
import { anshan2015 } from "../../src/core/scheme/anshan-2015/anshan2015";
import { assessmentOf, plainUnits } from "./assessments";

// Run by itself, so that the process's own peak is what ranking takes. Prints kilobytes.
const [units = 0, groupSize = 1] = process.argv.slice(2).map(Number);
rankAssessment(anshan2015, assessmentOf(plainUnits(units, groupSize)));
console.log(process.resourceUsage().maxRSS);
