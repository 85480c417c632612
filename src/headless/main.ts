import { runHeadless } from "./runHeadless";

// The status is left to the end of the process, so that a long result is written whole before it ends.
process.exitCode = await runHeadless(process.argv.slice(2), {
  print: (text) => {
    process.stdout.write(text);
  },
  tell: (text) => {
    process.stderr.write(text);
  },
  watched: process.stderr.isTTY,
  now: () => new Date(),
});
