/** Rules shared by both projects: TypeScript through swc, as native ES modules. */
const shared = {
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: "es6" },
      },
    ],
  },
};

export default {
  // Jest would leave one core free, which on two cores is half of them.
  maxWorkers: "100%",
  // A busy machine takes several times as long as an idle one.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: ["<rootDir>/tests/browser/"],
    },
    {
      ...shared,
      displayName: "browser",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/browser/**/*.test.ts"],
      globalSetup: "<rootDir>/tests/browser/harness/globalSetup.ts",
      globalTeardown: "<rootDir>/tests/browser/harness/teardown.ts",
      setupFilesAfterEnv: ["<rootDir>/tests/browser/harness/patience.ts"],
    },
  ],
};
