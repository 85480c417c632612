import { createDarkTheme, type Theme } from "@fluentui/react-components";
import { excelGreen, fontFamilyBase } from "./paneBrand";

/** Fluent's dark theme in the pane's colours. It has a file of its own: most offices never see it. */
export const darkTheme: Theme = { ...createDarkTheme(excelGreen), fontFamilyBase };
