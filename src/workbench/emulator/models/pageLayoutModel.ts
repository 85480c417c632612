import { invalidArgument, itemNotFound } from "../hostError";
import type { ClassModel, HostObject, PropertyModel } from "../hostObject";
import { hostObject } from "../hostObject";
import type { HostPage, HostSheet } from "../hostWorkbook";
import type { SheetTarget } from "./context";
import { booleanValue, numberParameter, numberValue, oneOf, requireUnlocked, textValue } from "./context";
import { rangeArea, rangeObject } from "./rangeModel";

/** The page set-up of a sheet. */
export function pageLayoutObject(target: SheetTarget): HostObject {
  return hostObject(pageLayoutModel, target);
}

/** The row page breaks of a sheet. */
export function horizontalBreaksObject(target: SheetTarget): HostObject {
  return hostObject(pageBreaksModel, target);
}

function setPage(target: SheetTarget, page: HostPage): void {
  requireUnlocked(target);
  target.sheet.setPage(page);
}

/** Excel's own default margins, in points. */
const defaultMargins = {
  topMargin: 54,
  bottomMargin: 54,
  leftMargin: 50.4,
  rightMargin: 50.4,
  headerMargin: 21.6,
  footerMargin: 21.6,
};

function margin(key: keyof typeof defaultMargins): PropertyModel<SheetTarget> {
  return {
    get: ({ sheet }) => sheet.page()[key] ?? defaultMargins[key],
    set: (target, value) => setPage(target, { [key]: numberValue(value) }),
  };
}

const pageLayoutModel: ClassModel<SheetTarget> = {
  name: "PageLayout",
  properties: {
    Orientation: {
      get: ({ sheet }) => (sheet.page().orientation === "landscape" ? "Landscape" : "Portrait"),
      set: (target, value) =>
        setPage(target, {
          orientation: oneOf(value, ["Portrait", "Landscape"]) === "Landscape" ? "landscape" : "portrait",
        }),
    },
    PaperSize: {
      get: ({ sheet }) => ({ a4: "A4", a3: "A3", letter: "Letter" })[sheet.page().paper ?? "letter"],
      set: (target, value) =>
        setPage(target, {
          paper: ({ A4: "a4", A3: "a3", Letter: "letter" } as const)[oneOf(value, ["A4", "A3", "Letter"])],
        }),
    },
    TopMargin: margin("topMargin"),
    BottomMargin: margin("bottomMargin"),
    LeftMargin: margin("leftMargin"),
    RightMargin: margin("rightMargin"),
    HeaderMargin: margin("headerMargin"),
    FooterMargin: margin("footerMargin"),
    CenterHorizontally: {
      get: ({ sheet }) => sheet.page().centerHorizontally ?? false,
      set: (target, value) => setPage(target, { centerHorizontally: booleanValue(value) }),
    },
    FirstPageNumber: {
      get: ({ sheet }) => sheet.page().firstPageNumber ?? "",
      set: (target, value) => setPage(target, { firstPageNumber: numberValue(value) }),
    },
    Zoom: {
      get: ({ sheet }) => zoomAnswer(sheet),
      set: (target, value) => setPage(target, { zoom: zoomOf(value) }),
    },
  },
  objects: {
    HeadersFooters: (target) => hostObject(headerFooterGroupModel, target),
  },
  methods: {
    SetPrintArea: (target, [range]) => setPage(target, { printArea: rangeArea(range) }),
    GetPrintAreaOrNullObject: (target) => {
      const area = target.sheet.page().printArea;
      return area ? rangeObject(target, area) : null;
    },
    SetPrintTitleRows: (target, [range]) => {
      const area = rangeArea(range);
      setPage(target, { titleRows: [area.row, area.row + area.rowCount - 1] });
    },
    GetPrintTitleRowsOrNullObject: (target) => {
      const rows = target.sheet.page().titleRows;
      if (!rows) return null;
      const [first, last] = rows;
      return rangeObject(target, { row: first, column: 0, rowCount: last - first + 1, columnCount: 16_384 });
    },
  },
};

function zoomOf(value: unknown): NonNullable<HostPage["zoom"]> {
  if (typeof value !== "object" || value === null) throw invalidArgument("Zoom has to be an object.");
  const { scale, horizontalFitToPages, verticalFitToPages } = value as Readonly<Record<string, unknown>>;
  if (typeof scale === "number") {
    if (scale < 10 || scale > 400) throw invalidArgument("A scale is between 10 and 400.");
    return { percent: scale };
  }
  return {
    pagesWide: typeof horizontalFitToPages === "number" ? horizontalFitToPages : 0,
    pagesTall: typeof verticalFitToPages === "number" ? verticalFitToPages : 0,
  };
}

function zoomAnswer(sheet: HostSheet): unknown {
  const zoom = sheet.page().zoom ?? { percent: 100 };
  if ("percent" in zoom) return { scale: zoom.percent };
  return {
    ...(zoom.pagesWide > 0 ? { horizontalFitToPages: zoom.pagesWide } : {}),
    ...(zoom.pagesTall > 0 ? { verticalFitToPages: zoom.pagesTall } : {}),
  };
}

const headerFooterGroupModel: ClassModel<SheetTarget> = {
  name: "HeaderFooterGroup",
  objects: {
    DefaultForAllPages: (target) => hostObject(headerFooterModel, target),
  },
};

type Section = "L" | "C" | "R";

function section(which: "header" | "footer", letter: Section): PropertyModel<SheetTarget> {
  return {
    get: ({ sheet }) => sections(sheet.page()[which] ?? "")[letter],
    set: (target, value) => {
      const texts = { ...sections(target.sheet.page()[which] ?? ""), [letter]: textValue(value) };
      const joined = (["L", "C", "R"] as const)
        .filter((one) => texts[one] !== "")
        .map((one) => `&${one}${texts[one]}`)
        .join("");
      setPage(target, { [which]: joined });
    },
  };
}

/** The three sections of a header or footer code. */
function sections(codes: string): Record<Section, string> {
  const texts: Record<Section, string> = { L: "", C: "", R: "" };
  for (const [, letter = "C", text = ""] of codes.matchAll(/&([LCR])((?:&[^LCR]|[^&])*)/g)) {
    texts[letter as Section] = text;
  }
  return texts;
}

const headerFooterModel: ClassModel<SheetTarget> = {
  name: "HeaderFooter",
  properties: {
    LeftHeader: section("header", "L"),
    CenterHeader: section("header", "C"),
    RightHeader: section("header", "R"),
    LeftFooter: section("footer", "L"),
    CenterFooter: section("footer", "C"),
    RightFooter: section("footer", "R"),
  },
};

const pageBreaksModel: ClassModel<SheetTarget> = {
  name: "PageBreakCollection",
  items: (target) => (target.sheet.page().breaksBefore ?? []).map((row) => pageBreakObject(target, row)),
  item: (target, parameters) => {
    const row = target.sheet.page().breaksBefore?.[numberParameter(parameters, 0)];
    if (row === undefined) throw itemNotFound("page break");
    return pageBreakObject(target, row);
  },
  methods: {
    Add: (target, [range]) => {
      const { row } = rangeArea(range);
      const rows = new Set([...(target.sheet.page().breaksBefore ?? []), row]);
      setPage(target, { breaksBefore: [...rows].sort((first, second) => first - second) });
      return pageBreakObject(target, row);
    },
    GetCount: ({ sheet }) => sheet.page().breaksBefore?.length ?? 0,
    RemovePageBreaks: (target) => setPage(target, { breaksBefore: [] }),
  },
};

const pageBreakModel: ClassModel<SheetTarget & { readonly row: number }> = {
  name: "PageBreak",
  properties: { RowIndex: { get: ({ row }) => row } },
  identity: ({ row }) => ({ _Id: row }),
};

function pageBreakObject(target: SheetTarget, row: number): HostObject {
  return hostObject(pageBreakModel, { ...target, row });
}
