import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Members that make a result depend on when or where it is computed. Core gets them from outside. */
const impure = [
  { object: "Date", property: "now", message: "Core has no clock: take the time as a parameter." },
  { object: "Math", property: "random", message: "Core has no random source: take it as a parameter." },
];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in templates read well and cannot go wrong; everything else stays forbidden.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An arrow that only calls a void function is clear as it stands: () => setState(x).
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: { "no-restricted-properties": ["error", ...impure] },
  },
  {
    files: ["src/workbook/office/**/*.ts", "src/taskpane/**/*.{ts,tsx}", "src/commands/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.tsx", "src/taskpane/**/use*.ts", "src/workbench/**/*.tsx"],
    ...reactHooks.configs.flat["recommended-latest"],
  },
  {
    // What a command-line program prints is its output.
    files: ["src/headless/main.ts", "tests/bench/**/*.ts", "tests/fuzz/main.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["*.config.js"],
    extends: [js.configs.recommended],
    languageOptions: { globals: { Buffer: "readonly", process: "readonly", URL: "readonly" } },
  },
);
