/** A button that the manifest puts on Excel's ribbon. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path of the 32-pixel icon below the add-in's site. */
  readonly icon: string;
  /** The command that it runs, by its function name. */
  readonly command: string;
}

/** What Excel takes from the manifest and the workbench takes as well. Paths are below the add-in's site. */
export interface AddinManifest {
  readonly groupLabel: string;
  readonly buttons: readonly RibbonButton[];
  readonly panePath: string;
  readonly functionsPath: string;
  /** What stands before the dot in the functions' names. */
  readonly namespace: string;
}

/**
 * Reads the add-in's manifest for one language.
 *
 * @param locale a full tag such as `zh-CN`; where the manifest has no words for it, its default ones
 * @throws when the manifest lacks something that Excel would refuse it for too
 */
export function readManifest(xml: string, locale: string): AddinManifest {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  const resource = (id: string): string => {
    const entry = [...manifest.getElementsByTagName("*")].find(
      (element) => element.getAttribute("id") === id && element.hasAttribute("DefaultValue"),
    );
    if (!entry) throw new Error(`The manifest has no resource ${id}`);
    const override = [...entry.children].find((child) => child.getAttribute("Locale") === locale);
    return override?.getAttribute("Value") ?? entry.getAttribute("DefaultValue") ?? "";
  };
  const resourceBelow = (parent: Element, ...path: string[]): string =>
    resource(attribute(descend(parent, ...path), "resid"));
  const root = manifest.documentElement;
  const functions = [...manifest.getElementsByTagName("ExtensionPoint")].find(
    (point) => point.getAttribute("xsi:type") === "CustomFunctions",
  );
  if (!functions) throw new Error("The manifest has no custom functions");
  const group = descend(root, "Group");
  return {
    groupLabel: resourceBelow(group, "Label"),
    buttons: [...group.getElementsByTagName("Control")].map((control) => ({
      id: attribute(control, "id"),
      label: resourceBelow(control, "Label"),
      tip: resourceBelow(control, "Supertip", "Description"),
      icon: pathOf(resource(iconOf(control))),
      command: descend(control, "Action", "FunctionName").textContent.trim(),
    })),
    panePath: pathOf(resourceBelow(functions, "Page", "SourceLocation")),
    functionsPath: pathOf(resourceBelow(functions, "Metadata", "SourceLocation")),
    namespace: resourceBelow(functions, "Namespace"),
  };
}

function iconOf(control: Element): string {
  const image = [...control.getElementsByTagName("*")].find(
    (element) => element.localName === "Image" && element.getAttribute("size") === "32",
  );
  if (!image) throw new Error(`The button ${attribute(control, "id")} has no icon of 32 pixels`);
  return attribute(image, "resid");
}

function descend(parent: Element, ...path: string[]): Element {
  return path.reduce((element, name) => {
    const child = element.getElementsByTagName(name)[0];
    if (!child) throw new Error(`The manifest has no ${name} in its ${element.tagName}`);
    return child;
  }, parent);
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`The manifest's ${element.tagName} has no ${name}`);
  return value;
}

/** Below the site: wherever the manifest says that the add-in is served from, the workbench serves it itself. */
function pathOf(url: string): string {
  return new URL(url).pathname.replace(/^\//, "");
}
