/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";

const root = path.resolve(import.meta.dirname, "..");
const site = "https://localhost:3000/";

let manifest: Document;

beforeAll(() => {
  const text = readFileSync(path.join(root, "manifest.xml"), "utf8");
  manifest = new DOMParser().parseFromString(text, "application/xml");
});

function elements(name: string, within: ParentNode = manifest): Element[] {
  return [...within.querySelectorAll("*")].filter(({ localName }) => localName === name);
}

function only(name: string, within: ParentNode = manifest): Element {
  const [element, ...others] = elements(name, within);
  if (element === undefined || others.length > 0) throw new Error(`One ${name} expected`);
  return element;
}

/** A child of the manifest's root; the same names occur further down with other meanings. */
function top(name: string): Element {
  const found = [...manifest.documentElement.children].find(({ localName }) => localName === name);
  if (!found) throw new Error(`No ${name}`);
  return found;
}

function childNames(element: Element): string[] {
  return [...element.children].map(({ localName }) => localName);
}

/** Every text that depends on the language: the default and its overrides, by locale. */
function localised(element: Element): { value: string; overrides: Map<string, string> } {
  const overrides = elements("Override", element).map((override): [string, string] => [
    override.getAttribute("Locale") ?? "",
    override.getAttribute("Value") ?? "",
  ]);
  return { value: element.getAttribute("DefaultValue") ?? "", overrides: new Map(overrides) };
}

function resource(id: string): Element {
  const found = [...only("Resources").querySelectorAll("[id]")].find((element) => element.id === id);
  if (!found) throw new Error(`No resource ${id}`);
  return found;
}

describe("the manifest as a whole", () => {
  test("is well-formed and a task pane add-in", () => {
    expect(elements("parsererror")).toEqual([]);
    expect(manifest.documentElement.getAttribute("xsi:type")).toBe("TaskPaneApp");
  });

  test("has its elements in the order that the schema asks for", () => {
    expect(childNames(manifest.documentElement)).toEqual([
      "Id",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description",
      "IconUrl",
      "HighResolutionIconUrl",
      "SupportUrl",
      "Hosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ]);
    expect(childNames(only("VersionOverrides"))).toEqual(["Hosts", "Resources"]);
    expect(childNames(only("Resources"))).toEqual(["Images", "Urls", "ShortStrings", "LongStrings"]);
    expect(childNames(only("DesktopFormFactor"))).toEqual(["GetStarted", "FunctionFile", "ExtensionPoint"]);
    for (const control of elements("Control")) {
      expect(childNames(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
    }
  });

  test("has a version 4 GUID and the package's version", () => {
    expect(only("Id").textContent).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
      version: string;
    };
    expect(only("Version").textContent).toBe(`${version}.0`);
  });

  test("asks for the requirement sets that the code relies on", () => {
    const sets = elements("Set").map((set) => [set.getAttribute("Name"), set.getAttribute("MinVersion")]);
    expect(sets).toEqual([
      ["ExcelApi", "1.13"],
      ["SharedRuntime", "1.1"],
      ["CustomFunctionsRuntime", "1.2"],
    ]);
  });
});

describe("the shared runtime", () => {
  test("is the first thing in its host and lives long", () => {
    const host = elements("Host").find((element) => element.hasAttribute("xsi:type"));
    expect(host && childNames(host)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
    expect(only("Runtime").getAttribute("lifetime")).toBe("long");
  });

  test("is one page for runtime, functions and commands, without a task pane id", () => {
    const runtime = only("Runtime").getAttribute("resid");
    expect(only("SourceLocation", only("Page")).getAttribute("resid")).toBe(runtime);
    expect(only("FunctionFile").getAttribute("resid")).toBe(runtime);
    expect(localised(resource(runtime ?? "")).value).toBe(
      only("SourceLocation", only("DefaultSettings")).getAttribute("DefaultValue"),
    );
    expect(elements("TaskpaneId")).toEqual([]);
  });

  test("has the functions' namespace in every language", () => {
    const namespace = localised(resource(only("Namespace").getAttribute("resid") ?? ""));
    expect(namespace).toEqual({ value: "PERF", overrides: new Map() });
  });

  test("offers the ribbon commands by the ids that the code associates", () => {
    expect(elements("FunctionName").map(({ textContent }) => textContent)).toEqual([
      "openPane",
      "check",
      "generateRanking",
      "openNotices",
    ]);
  });
});

describe("resources", () => {
  test("every one is used, and every use has one", () => {
    const defined = [...only("Resources").querySelectorAll("[id]")].map(({ id }) => id);
    const used = [...manifest.querySelectorAll("[resid]")].map(
      (element) => element.getAttribute("resid") ?? "",
    );
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("every address is HTTPS and on the one site that a build replaces", () => {
    const addressed = [
      ...elements("IconUrl"),
      ...elements("HighResolutionIconUrl"),
      ...elements("SupportUrl"),
      ...elements("SourceLocation", only("DefaultSettings")),
      ...elements("Image", only("Resources")),
      ...elements("Url"),
    ];
    for (const element of addressed) {
      const { value, overrides } = localised(element);
      for (const address of [value, ...overrides.values()]) expect(address.startsWith(site)).toBe(true);
    }
  });

  test("every text has Chinese under its full tag, and no other override", () => {
    const texts = [top("DisplayName"), top("Description"), ...elements("String")];
    for (const element of texts.filter(({ id }) => id !== "Functions.Namespace")) {
      const { overrides } = localised(element);
      expect([...overrides.keys()]).toEqual(["zh-CN"]);
      expect(overrides.get("zh-CN")).toMatch(/\p{Script=Han}/u);
    }
    expect(top("DefaultLocale").textContent).toBe("en-US");
  });

  test("texts are no longer than the schema allows", () => {
    const limits: [Element[], number][] = [
      [[top("DisplayName")], 125],
      [[top("Description")], 250],
      [elements("String", only("ShortStrings")), 125],
      [elements("String", only("LongStrings")), 250],
    ];
    for (const [limited, limit] of limits) {
      for (const element of limited) {
        const { value, overrides } = localised(element);
        for (const text of [value, ...overrides.values()]) expect(text.length).toBeLessThanOrEqual(limit);
      }
    }
  });
});

describe("icons", () => {
  function pngSize(address: string): [number, number] {
    const file = readFileSync(path.join(root, address.slice(site.length)));
    expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    return [file.readUInt32BE(16), file.readUInt32BE(20)];
  }

  test("are PNG files of the size that they are declared with", () => {
    const images = elements("Image").filter((element) => element.hasAttribute("size"));
    for (const image of images) {
      const size = Number(image.getAttribute("size"));
      expect(pngSize(localised(resource(image.getAttribute("resid") ?? "")).value)).toEqual([size, size]);
    }
    expect(pngSize(localised(only("IconUrl")).value)).toEqual([32, 32]);
    expect(pngSize(localised(only("HighResolutionIconUrl")).value)).toEqual([64, 64]);
  });

  test("come in 16, 32 and 80 pixels wherever there is one", () => {
    for (const icon of elements("Icon")) {
      const sizes = elements("Image", icon).map((image) => image.getAttribute("size"));
      expect(sizes).toEqual(["16", "32", "80"]);
    }
  });
});
