import { invalidArgument } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { hostObject } from "../hostObject";
import { intersection } from "../../../core/workbook/areas";
import type { RangeTarget } from "./context";
import { requireUnlocked } from "./context";

/** The data validation of a range, as far as lists go. */
export function dataValidationObject(target: RangeTarget): HostObject {
  return hostObject(dataValidationModel, target);
}

/** Excel takes this many characters of words. */
const MAXIMUM_SOURCE_LENGTH = 255;

const dataValidationModel: ClassModel<RangeTarget> = {
  name: "DataValidation",
  properties: {
    Rule: {
      get: ({ sheet, area }) => {
        const found = sheet.dropDowns().find((one) => intersection(one.area, area) !== null);
        return found ? { list: { inCellDropDown: true, source: found.source } } : {};
      },
      set: (target, value) => {
        requireUnlocked(target);
        target.sheet.setDropDown(target.area, listSource(value));
      },
    },
  },
  methods: {
    Clear: (target) => {
      requireUnlocked(target);
      target.sheet.setDropDown(target.area, null);
    },
  },
};

/** The source of a list rule; the emulator knows no other rules. */
function listSource(rule: unknown): string {
  const list: unknown = typeof rule === "object" && rule !== null ? Reflect.get(rule, "list") : undefined;
  const source: unknown = typeof list === "object" && list !== null ? Reflect.get(list, "source") : undefined;
  if (typeof source !== "string" || source === "" || source.length > MAXIMUM_SOURCE_LENGTH) {
    throw invalidArgument("A list of data validation needs a source of at most 255 characters.");
  }
  return source;
}
