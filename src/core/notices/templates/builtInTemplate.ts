import type { Scheme } from "../../scheme/scheme";
import type { NoticeKindId } from "../noticeKinds";
import type { Template, TemplateLine } from "../template";
import { bulletinTemplate } from "./bulletin";
import { feedbackTemplate } from "./feedback";
import { commendationTemplate, criticismTemplate, praiseTemplate } from "./lists";
import { publicationTemplate } from "./publication";
import { talkTemplate } from "./talk";

const BUILT_IN: Readonly<Record<NoticeKindId, (scheme: Scheme) => readonly TemplateLine[]>> = {
  bulletin: bulletinTemplate,
  feedback: feedbackTemplate,
  praise: praiseTemplate,
  criticism: criticismTemplate,
  talk: talkTemplate,
  commendation: commendationTemplate,
  publication: publicationTemplate,
};

/** The template of a kind until the office has its own; the tables of scores follow the scheme's components. */
export function builtInTemplate(kind: NoticeKindId, scheme: Scheme): Template {
  return { sheet: null, lines: BUILT_IN[kind](scheme) };
}
