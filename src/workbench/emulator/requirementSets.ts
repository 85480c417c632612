/** Requirement sets that a host has, with the newest version of each. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What the emulator stands for unless told otherwise: all that the client itself knows. */
const emulatedSets: RequirementSets = {
  ExcelApi: "1.15",
  SharedRuntime: "1.2",
  RibbonApi: "1.1",
  AddinCommands: "1.3",
  Settings: "1.1",
  // The client itself asks for this one before it says that a batch may wait.
  DelayForCellEdit: "1.1",
};

/** What LTSC 2021 has, by Microsoft's table of requirement sets. */
const olderSets: RequirementSets = { ...emulatedSets, ExcelApi: "1.14", SharedRuntime: "1.1" };

/** The emulator's sets for a workbook: custom functions only where its formulas can call them. */
export function setsFor(
  { hasCustomFunctions }: { readonly hasCustomFunctions: boolean },
  isOlder = false,
): RequirementSets {
  const sets = isOlder ? olderSets : emulatedSets;
  return hasCustomFunctions ? { ...sets, CustomFunctionsRuntime: "1.3" } : sets;
}

/** Whether a set is there in at least this version; parts are compared as numbers (1.9 is before 1.13). */
export function hasRequirementSet(sets: RequirementSets, name: string, minimum = "1.1"): boolean {
  const version = sets[name];
  if (version === undefined) return false;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = minimum.split(".").map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
