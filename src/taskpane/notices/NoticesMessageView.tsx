import { useEffect, useRef } from "react";
import { Link, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { describeFinding } from "../../i18n/describeFinding";
import type { Translate } from "../../i18n/translate";
import { SchemeOffer } from "../components/SchemeOffer";
import { busyNoticesText } from "./busyNoticesText";
import { useNotices } from "./NoticesContext";
import { SheetsQuestion } from "./SheetsQuestion";
import type { NoticesMessage } from "./noticesState";

/** How the last task ended; said to screen readers, too. */
export function NoticesMessageView() {
  const { store, state, translate } = useNotices();
  const { message, run } = state;
  const answer = run && busyNoticesText(run, translate);
  const place = useRef<HTMLDivElement>(null);
  // The button that led here may be far down the page, and the message stands at its head.
  useEffect(() => {
    if (message) place.current?.scrollIntoView({ block: "nearest" });
  }, [message]);
  return (
    <div role="status" aria-live="polite" ref={place}>
      {answer !== null && <span className="visually-hidden">{answer}</span>}
      {message && (
        <MessageBar intent={intentOf(message)} layout="multiline">
          <MessageBarBody>
            {messageText(translate, message)}{" "}
            {message.kind === "made" && message.output.sheets[0] && (
              <MadeLink
                sheet={message.output.sheets[0].name}
                onOpen={(sheet) => void store.select(sheet, { row: 0, column: 0 })}
              />
            )}
            {message.kind === "made" && (
              <ul>
                {message.output.noticeFindings.map((finding, index) => (
                  <li key={index}>{describeFinding(translate, finding)}</li>
                ))}
              </ul>
            )}
          </MessageBarBody>
          {message.kind === "ask-sheets" && <SheetsQuestion count={message.count} />}
          {message.kind === "problem" && (
            <SchemeOffer code={message.problem.code} onChosen={() => void store.refresh()} />
          )}
        </MessageBar>
      )}
    </div>
  );
}

interface MadeLinkProps {
  readonly sheet: string;
  readonly onOpen: (sheet: string) => void;
}

function MadeLink({ sheet, onOpen }: MadeLinkProps) {
  const { translate } = useNotices();
  return (
    <Link
      as="button"
      inline
      onClick={() => {
        onOpen(sheet);
      }}
    >
      {translate("notices.made.open", { sheet })}
    </Link>
  );
}

function intentOf(message: NoticesMessage): "success" | "info" | "warning" | "error" {
  switch (message.kind) {
    case "problem":
    case "failed":
      return "error";
    case "bad-date":
    case "approval-incomplete":
      return "warning";
    case "made":
      return message.output.noticeFindings.length > 0 ? "warning" : "success";
    case "approved":
    case "removed":
      return "success";
    case "stamped":
      return message.count > 0 ? "warning" : "success";
    case "cancelled":
    case "ask-sheets":
      return "info";
  }
}

function messageText(translate: Translate, message: NoticesMessage): string {
  switch (message.kind) {
    case "problem": {
      const { code, detail } = message.problem;
      return translate(`problem.${code}`, { detail });
    }
    case "failed":
      return translate("notices.failed", { message: message.message });
    case "bad-date":
      return translate("notices.bad-date", { text: message.text });
    case "approval-incomplete":
      return translate("notices.approval.incomplete");
    case "made":
      return translate("notices.made", { count: message.output.notices.length });
    case "approved":
      return translate("notices.approved");
    case "stamped":
      return translate(message.count > 0 ? "notices.stamped" : "notices.stamped.none", {
        count: message.count,
      });
    case "ask-sheets":
      return translate("notices.ask", { count: message.count });
    case "removed":
      return translate("notices.removed", { count: message.count });
    case "cancelled":
      return translate("pane.cancelled");
  }
}
