/** The colours that Office tells an add-in, under Office's own names. */
export interface OfficeThemeColors {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export type OfficeThemeName = "colorful" | "darkGray" | "black";

/** Office's themes as Excel for Windows has them. */
export const officeThemes: Readonly<Record<OfficeThemeName, OfficeThemeColors>> = {
  colorful: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#262626",
    controlBackgroundColor: "#E6E6E6",
    controlForegroundColor: "#262626",
  },
  darkGray: {
    bodyBackgroundColor: "#444444",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#6A6A6A",
    controlForegroundColor: "#FFFFFF",
  },
  black: {
    bodyBackgroundColor: "#262626",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#363636",
    controlForegroundColor: "#FFFFFF",
  },
};

/** Whether a text names one of the themes. */
export function isOfficeThemeName(text: string): text is OfficeThemeName {
  return Object.hasOwn(officeThemes, text);
}
