/** What a header, a row's label or a word in a cell may mean. One meaning each. */
export type Concept =
  /** What the rows stand for: 单位, 姓名, Team. */
  | "unit"
  /** A unit that is a person: 姓名, Employee. */
  | "person"
  | "group"
  /** A name that says of itself that it is a group's: 甲组. */
  | "group-name"
  /** 第一组, Group 2: a group by its number. */
  | "numbered-group"
  /** A running number. */
  | "sequence"
  /** A number that stands for somebody: 学号, Employee ID. */
  | "identifier"
  | "period"
  | "date"
  /** Periods that a text names by their number: 第三季度, 5月. */
  | "numbered-quarter"
  | "numbered-month"
  /** 5月16日: a day, no month. */
  | "calendar-day"
  | "first-half-year"
  | "second-half-year"
  | "whole-year"
  /** Says only that a score stands here: 得分. */
  | "score"
  /** The score that counts, beside one of the unit's own: 考核, 核定. */
  | "official-score"
  /** The unit's or its peers' own view: 自评, 互评. */
  | "self-score"
  | "item-score"
  /** Score times weight: 折算分, 加权得分. */
  | "weighted-score"
  | "total"
  /** A total only where nothing else is: 得分, 平均分, Average. */
  | "weak-total"
  /** Words that make one total the one that counts among several: 最终, 综合. */
  | "chief-total"
  | "subtotal"
  /** A sum of some of the columns: 评议小计, 考核合计. */
  | "partial-sum"
  /** Sums up what stands above or beside it: 小计, 合计. */
  | "sum"
  | "mean"
  | "rank"
  /** Through all groups: 总, 全, overall. */
  /** A rank as text: 第3名, 并列第三, T5, 3rd. */
  | "rank-text"
  | "overall"
  /** Of an earlier time: 上年, 去年, previous. */
  | "previous"
  /** How much has changed: 升降, 进退. */
  | "change"
  | "grade"
  | "rate"
  /** How far something has come: 完成, 进度. */
  | "progress"
  | "bonus"
  | "bonus-part"
  /** What is left of 加分 and 扣分 without their filler. */
  | "bonus-stem"
  | "deduction"
  | "deduction-part"
  | "deduction-stem"
  | "net"
  /** Points, rewards or penalties of any kind: must not be passed over in silence. */
  | "points"
  /** The column of points in a list of events: 分值. */
  | "points-column"
  /** Points of one sort: 表扬加分, 处罚扣分. */
  | "sort-of-points"
  /** The affixes around an adjustment's name: 被约谈次数. */
  | "adjustment"
  /** Tells about points instead of giving them: 事由, 文号. */
  | "points-detail"
  | "veto"
  /** Points that everybody starts with: 基础分. */
  | "base-points"
  | "weight"
  | "full-mark"
  /** The column lists what is scored. */
  | "item"
  /** Describes an item that another column names: 考核内容. */
  | "item-detail"
  /** What is aimed at or has been done: 目标, 完成, Actual. */
  | "target"
  /** How something is judged: 标准, 依据, 办法. */
  | "standard"
  /** Who judges: 评委, 领导. */
  | "judge"
  | "count"
  /** The numbers under it are points, or events: 分, 次. */
  | "points-mark"
  | "events-mark"
  /** The end of a header that says so itself: 约谈（分）. */
  | "in-points"
  /** A unit of measurement: 分, 万元. */
  | "measure"
  | "event"
  | "document"
  | "state"
  /** A state column whose yes says that something does not count: 是否撤销. */
  | "revoked-state"
  /** A state column that asks for yes or no: 是否有效. */
  | "valid-state"
  /** 撤销, 作废: an event that does not count. */
  | "out-of-force"
  | "problem"
  | "reason"
  | "note"
  | "contact"
  /** Average, subtotal, total, highest, lowest of other rows. */
  | "summary-row"
  /** A row of full marks. */
  | "mark-row"
  /** A row of weights. */
  | "weight-row"
  | "note-row"
  /** A line that names the group of the rows under it: 一、第一组. */
  | "section-row"
  /** A line that only numbers the columns: 栏次. */
  | "number-row"
  /** A line that closes a table: signature, seal. */
  | "closing-line"
  /** 无, 没有, n/a: nothing stands here. */
  | "nothing"
  | "no-bonus"
  | "no-deduction"
  | "no-net"
  | "no-veto"
  /** 不参加排名. */
  | "not-ranked"
  /** May stand inside it: 不再参加本次考核排名. */
  | "not-ranked-filler"
  /** What a clause about points speaks of, when it says that something is not counted: 加分不计入排名. */
  | "not-of-unit"
  | "yes"
  | "no"
  /** May stand around a name without changing what it is. */
  | "filler"
  /** The same at its end. */
  | "end-filler";

/**
 * Words that name a concept, and what may stand around them. Each list is one text, its words apart by white space; a
 * space inside a word is written `_`, a number stands for any number (`第1组` is 第三组, too). A text names the concept
 * when one of `words` is left after taking words of `before` from its front and of `after` from its back, again and
 * again. Case, accents, white space and traditional characters do not matter.
 */
export interface WordForm {
  readonly words: string;
  readonly before?: string;
  readonly after?: string;
  /** Words that may follow those of `before`, but not begin. */
  readonly between?: string;
  /** Whether the words name the concept only with one of `before` at the front. */
  readonly needsBefore?: true;
  /** So many characters of any kind may stand before the words. */
  readonly anythingBefore?: number;
  /** After one of these (`""`: after the word itself) anything may follow. */
  readonly anythingAfter?: string;
  /** Inside other words only words of so many letters are looked for; short ones of one language mean others elsewhere. */
  readonly insideFrom?: number;
  /** What `without` takes out of a text wherever it stands before the form is looked for. */
  readonly without?: string;
}

/** The words of one language. */
export type LanguageWords = Readonly<Partial<Record<Concept, WordForm | readonly WordForm[]>>>;
