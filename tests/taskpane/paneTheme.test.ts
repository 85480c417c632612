import { describe, expect, test } from "@jest/globals";
import { contrastRatio, parseColor } from "../../src/taskpane/contrast";
import { paneTheme } from "../../src/taskpane/paneTheme";

function contrast(left: string, right: string): number {
  const [first, second] = [parseColor(left), parseColor(right)];
  if (!first || !second) throw new Error(`no colour: ${left} or ${right}`);
  return contrastRatio(first, second);
}

describe("contrast", () => {
  test("is 21 between black and white, in either order, and 1 between equals", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10);
    expect(contrast("#FFFFFF", "#000000")).toBeCloseTo(21, 10);
    expect(contrast("#107C41", "#107c41")).toBe(1);
  });

  test("of grey #767676 on white is the known 4.54", () => {
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  test("what is no colour is not read", () => {
    expect(parseColor("#fff")).toBeNull();
    expect(parseColor("white")).toBeNull();
  });
});

describe("the pane's theme", () => {
  test("is light without an Office theme", async () => {
    expect((await paneTheme(null)).colorNeutralBackground1).toBe("#ffffff");
  });

  test("takes the office's own background and text", async () => {
    const theme = await paneTheme({ bodyBackgroundColor: "#FAF9F8", bodyForegroundColor: "#201F1E" });
    expect(theme.colorNeutralBackground1).toBe("#FAF9F8");
    expect(theme.colorNeutralForeground1).toBe("#201F1E");
  });

  test("stays on a dark grey background, with lighter quiet text and links", async () => {
    const theme = await paneTheme({ bodyBackgroundColor: "#444444", bodyForegroundColor: "#FFFFFF" });
    expect(theme.colorNeutralBackground1).toBe("#444444");
  });

  test("goes back to its own background where the office's leaves text unreadable", async () => {
    const theme = await paneTheme({ bodyBackgroundColor: "#808080", bodyForegroundColor: "#FFFFFF" });
    expect(theme.colorNeutralBackground1).not.toBe("#808080");
  });

  test.each([
    ["colourful", "#FFFFFF", "#262626"],
    ["black", "#262626", "#FFFFFF"],
    ["dark grey", "#444444", "#FFFFFF"],
    ["a lighter grey", "#666666", "#FFFFFF"],
    ["mid grey", "#808080", "#FFFFFF"],
    ["a background without text colour", "#262626", ""],
  ])("keeps text readable under %s", async (_name, bodyBackgroundColor, bodyForegroundColor) => {
    const theme = await paneTheme({ bodyBackgroundColor, bodyForegroundColor });
    for (const text of [
      theme.colorNeutralForeground1,
      theme.colorNeutralForeground3,
      theme.colorBrandForegroundLink,
    ]) {
      expect(contrast(theme.colorNeutralBackground1, text)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
