import { invalidArgument, itemNotFound } from "../hostError";
import type { ClassModel, HostObject } from "../hostObject";
import { HostObject as HostObjectClass, hostObject } from "../hostObject";
import type { HostName } from "../hostWorkbook";
import { booleanValue, textParameter, textValue } from "./context";
import type { RangeTarget } from "./context";
import { fullAddress } from "./rangeAddress";

/** Where names live: a workbook, or a sheet. */
export interface NameScope {
  readonly scope: "Workbook" | "Worksheet";
  names(): readonly HostName[];
  putName(name: HostName): void;
  deleteName(name: string): void;
}

/** The names of a scope. */
export function namesObject(scope: NameScope): HostObject {
  return hostObject(namedItemCollectionModel, scope);
}

interface NameTarget {
  readonly scope: NameScope;
  readonly name: string;
}

function find(scope: NameScope, name: string): HostName | null {
  return scope.names().find((item) => item.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function required({ scope, name }: NameTarget): HostName {
  const found = find(scope, name);
  if (!found) throw itemNotFound(`the name ${name}`);
  return found;
}

const namedItemCollectionModel: ClassModel<NameScope> = {
  name: "NamedItemCollection",
  items: (scope) => scope.names().map(({ name }) => hostObject(namedItemModel, { scope, name })),
  item: (scope, parameters) => {
    const target = { scope, name: textParameter(parameters, 0) };
    required(target);
    return hostObject(namedItemModel, target);
  },
  methods: {
    Add: (scope, [name, reference]) => {
      const text = textValue(name);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text)) throw invalidArgument(`"${text}" cannot be a name.`);
      if (find(scope, text)) throw invalidArgument(`There is a name ${text} already.`);
      scope.putName({ name: text, formula: referenceFormula(reference), isVisible: true });
      return hostObject(namedItemModel, { scope, name: text });
    },
    GetItem: (scope, parameters) => {
      const target = { scope, name: textParameter(parameters, 0) };
      required(target);
      return hostObject(namedItemModel, target);
    },
    GetItemOrNullObject: (scope, parameters) => {
      const name = textParameter(parameters, 0);
      return find(scope, name) ? hostObject(namedItemModel, { scope, name }) : null;
    },
    GetCount: (scope) => scope.names().length,
  },
};

const namedItemModel: ClassModel<NameTarget> = {
  name: "NamedItem",
  identity: ({ name }) => ({ _Id: name }),
  properties: {
    Name: { get: (target) => required(target).name },
    Scope: { get: ({ scope }) => scope.scope },
    Formula: {
      get: (target) => required(target).formula,
      set: (target, value) => target.scope.putName({ ...required(target), formula: formulaText(value) }),
    },
    Visible: {
      get: (target) => required(target).isVisible,
      set: (target, value) => target.scope.putName({ ...required(target), isVisible: booleanValue(value) }),
    },
  },
  methods: {
    Delete: (target) => target.scope.deleteName(required(target).name),
  },
};

function referenceFormula(reference: unknown): string {
  if (reference instanceof HostObjectClass && reference.className === "Range") {
    const { sheet, area } = reference.target as RangeTarget;
    return `=${absolute(fullAddress(sheet.name(), area))}`;
  }
  return formulaText(reference);
}

/** An address with the sheet in front, its cells made absolute: `Sheet1!$A$1:$B$2`. */
function absolute(address: string): string {
  const cells = address.lastIndexOf("!") + 1;
  return address.slice(0, cells) + address.slice(cells).replaceAll(/[A-Z]+|\d+/g, "$$$&");
}

/** A text constant inside may have at most 255 characters, as in Excel. */
function formulaText(value: unknown): string {
  const text = textValue(value);
  if (!text.startsWith("=")) throw invalidArgument("A name's formula begins with an equals sign.");
  if ([...text.matchAll(/"((?:[^"]|"")*)"/g)].some(([, constant = ""]) => constant.length > 255)) {
    throw invalidArgument("A text in a formula has at most 255 characters.");
  }
  return text;
}
