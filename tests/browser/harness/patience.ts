import { jest } from "@jest/globals";

// A page with a grid in it takes seconds to start; the limit is for a test that hangs.
jest.setTimeout(60_000);
