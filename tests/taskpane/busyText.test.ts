import { describe, expect, test } from "@jest/globals";
import { createTranslate } from "../../src/i18n";
import { busyNoticesText } from "../../src/taskpane/notices/busyNoticesText";
import { busyText } from "../../src/taskpane/busyText";
import type { Task } from "../../src/taskpane/task";

const translate = createTranslate("zh-CN");

function answerTo(pressed: Task | null): string | null {
  const rest = { progress: null, cancelling: false, report: null };
  return busyText({ kind: "running", task: "check", pressed, ...rest }, translate);
}

describe("a press while something runs", () => {
  test("of another button is answered with what is on and when to press again", () => {
    expect(answerTo("ranking")).toBe("正在检查，完成后请再按一次。");
  });

  test("of the same button is answered with what is on", () => {
    expect(answerTo("check")).toBe("正在检查，请稍候。");
  });

  test("is needed for an answer", () => {
    expect(answerTo(null)).toBeNull();
  });

  test("on the notices' page is answered, too", () => {
    const run = { task: "overview", progress: null, cancelling: false } as const;
    expect(busyNoticesText({ ...run, pressed: "make" }, translate)).toBe(
      "正在读取工作簿，完成后请再按一次。",
    );
    expect(busyNoticesText({ ...run, pressed: null }, translate)).toBeNull();
  });
});
