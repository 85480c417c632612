import type { Area, CellPosition } from "../../../core/workbook/address";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from "../../../core/workbook/address";
import { invalidArgument } from "../hostError";
import type { ClassModel, HostObject, PropertyModel } from "../hostObject";
import { hostObject } from "../hostObject";
import type { HostAreaBorders, HostCellBorders, HostLine, HostStyle } from "../hostWorkbook";
import type { RangeTarget } from "./context";
import {
  booleanValue,
  colorValue,
  numberValue,
  oneOf,
  requireUnlocked,
  textParameter,
  textValue,
} from "./context";

/** The format of a range. Reads answer for its first cell; Excel answers null where cells differ. */
export function rangeFormatObject(target: RangeTarget): HostObject {
  return hostObject(rangeFormatModel, target);
}

function styled<Key extends keyof HostStyle>(
  key: Key,
  read: (value: HostStyle[Key]) => unknown,
  take: (value: unknown) => HostStyle[Key],
): PropertyModel<RangeTarget> {
  return {
    get: ({ sheet, area }) => read(sheet.styleAt(area)[key]),
    set: (target, value) => {
      requireUnlocked(target);
      target.sheet.setStyle(target.area, { [key]: take(value) });
    },
  };
}

const rangeFormatModel: ClassModel<RangeTarget> = {
  name: "RangeFormat",
  properties: {
    ColumnWidth: {
      get: ({ sheet, area }) => sheet.columnWidth(area.column),
      set: (target, value) => {
        requireUnlocked(target);
        target.sheet.setColumnWidth(target.area.column, target.area.columnCount, length(value));
      },
    },
    RowHeight: {
      get: ({ sheet, area }) => sheet.rowHeight(area.row),
      set: (target, value) => {
        requireUnlocked(target);
        if (length(value) > 409) throw invalidArgument("A row is at most 409 points high.");
        target.sheet.setRowHeight(target.area.row, target.area.rowCount, length(value));
      },
    },
    UseStandardWidth: {
      get: ({ sheet, area }) => sheet.columnWidth(area.column) === sheet.columnWidth(MAXIMUM_COLUMNS - 1),
      set: (target, value) => {
        requireUnlocked(target);
        const { sheet, area } = target;
        if (!booleanValue(value)) return;
        sheet.setColumnWidth(area.column, area.columnCount, sheet.columnWidth(MAXIMUM_COLUMNS - 1));
      },
    },
    UseStandardHeight: {
      get: ({ sheet, area }) => sheet.rowHeight(area.row) === sheet.rowHeight(MAXIMUM_ROWS - 1),
      set: (target, value) => {
        requireUnlocked(target);
        const { sheet, area } = target;
        if (!booleanValue(value)) return;
        sheet.setRowHeight(area.row, area.rowCount, sheet.rowHeight(MAXIMUM_ROWS - 1));
      },
    },
    HorizontalAlignment: styled(
      "horizontal",
      (value) => capitalised(value ?? "general"),
      (value) =>
        (
          ({
            General: "general",
            Left: "left",
            Center: "center",
            Right: "right",
            Distributed: "distributed",
          }) as const
        )[oneOf(value, ["General", "Left", "Center", "Right", "Distributed"])],
    ),
    VerticalAlignment: styled(
      "vertical",
      (value) => capitalised(value ?? "bottom"),
      (value) =>
        (({ Top: "top", Center: "center", Bottom: "bottom" }) as const)[
          oneOf(value, ["Top", "Center", "Bottom"])
        ],
    ),
    WrapText: styled("wrap", (value) => value ?? false, booleanValue),
    IndentLevel: styled(
      "indent",
      (value) => value ?? 0,
      (value) => {
        const steps = numberValue(value);
        if (steps < 0 || steps > 250) throw invalidArgument("An indent is between 0 and 250.");
        return steps;
      },
    ),
  },
  objects: {
    Font: (target) => hostObject(rangeFontModel, target),
    Fill: (target) => hostObject(rangeFillModel, target),
    Borders: (target) => hostObject(borderCollectionModel, target),
  },
};

const rangeFontModel: ClassModel<RangeTarget> = {
  name: "RangeFont",
  properties: {
    Name: styled("fontName", (value) => value ?? "Calibri", textValue),
    Size: styled("fontSize", (value) => value ?? 11, length),
    Bold: styled("bold", (value) => value ?? false, booleanValue),
    Italic: styled("italic", (value) => value ?? false, booleanValue),
    Color: styled("fontColor", (value) => value ?? "#000000", colorValue),
    Underline: styled(
      "underline",
      (value) => (value ? "Single" : "None"),
      (value) => oneOf(value, ["None", "Single"]) === "Single",
    ),
  },
};

const rangeFillModel: ClassModel<RangeTarget> = {
  name: "RangeFill",
  properties: {
    Color: styled("fill", (value) => (value === undefined || value === "" ? "#FFFFFF" : value), colorValue),
    // Only solid fills are modelled, so that a pattern cannot be set.
    Pattern: { get: ({ sheet, area }) => (sheet.styleAt(area).fill ? "Solid" : "None") },
  },
  methods: {
    Clear: (target) => {
      requireUnlocked(target);
      target.sheet.setStyle(target.area, { fill: "" });
    },
  },
};

const sides = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  InsideHorizontal: "betweenRows",
  InsideVertical: "betweenColumns",
} as const;
type SideName = keyof typeof sides;

interface BorderTarget extends RangeTarget {
  readonly side: SideName;
}

const borderCollectionModel: ClassModel<RangeTarget> = {
  name: "RangeBorderCollection",
  item: (target, parameters) => {
    const side = oneOf(textParameter(parameters, 0), Object.keys(sides) as SideName[]);
    return hostObject(rangeBorderModel, { ...target, side });
  },
};

const plainLine: HostLine = { weight: "thin", color: "#000000" };

const rangeBorderModel: ClassModel<BorderTarget> = {
  name: "RangeBorder",
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (target) => (lineOf(target) ? "Continuous" : "None"),
      set: (target, value) => {
        const isLine = oneOf(value, ["None", "Continuous"]) === "Continuous";
        setLine(target, isLine ? (lineOf(target) ?? plainLine) : null);
      },
    },
    Weight: {
      get: (target) => capitalised(lineOf(target)?.weight ?? "thin"),
      set: (target, value) => {
        const weight = ({ Thin: "thin", Medium: "medium", Thick: "thick" } as const)[
          oneOf(value, ["Thin", "Medium", "Thick"])
        ];
        setLine(target, { ...(lineOf(target) ?? plainLine), weight });
      },
    },
    Color: {
      get: (target) => lineOf(target)?.color ?? "#000000",
      set: (target, value) => setLine(target, { ...(lineOf(target) ?? plainLine), color: colorValue(value) }),
    },
  },
};

/** The line of a side, looked up at the cell where that side begins. */
function lineOf({ sheet, area, side }: BorderTarget): HostLine | null {
  const edge = (
    {
      EdgeTop: "top",
      EdgeBottom: "bottom",
      EdgeLeft: "left",
      EdgeRight: "right",
      InsideHorizontal: "bottom",
      InsideVertical: "right",
    } as const satisfies Record<SideName, keyof HostCellBorders>
  )[side];
  const cell: CellPosition = {
    row: side === "EdgeBottom" ? area.row + area.rowCount - 1 : area.row,
    column: side === "EdgeRight" ? area.column + area.columnCount - 1 : area.column,
  };
  return sheet.bordersAt(cell)[edge];
}

function setLine(target: BorderTarget, line: HostLine | null): void {
  requireUnlocked(target);
  const change: HostAreaBorders = { [sides[target.side]]: line };
  target.sheet.setBorders(edgeArea(target), change);
}

/** The cells that an edge is drawn on: an edge of a large area is a matter of one row or column. */
function edgeArea({ area, side }: BorderTarget): Area {
  switch (side) {
    case "EdgeTop":
      return { ...area, rowCount: 1 };
    case "EdgeBottom":
      return { ...area, row: area.row + area.rowCount - 1, rowCount: 1 };
    case "EdgeLeft":
      return { ...area, columnCount: 1 };
    case "EdgeRight":
      return { ...area, column: area.column + area.columnCount - 1, columnCount: 1 };
    case "InsideHorizontal":
    case "InsideVertical":
      return area;
  }
}

function length(value: unknown): number {
  const number = numberValue(value);
  if (number < 0) throw invalidArgument("A length cannot be negative.");
  return number;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
