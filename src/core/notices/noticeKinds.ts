/** Ids of the notices there are. They stand in marks of sheets and never change once published. */
export type NoticeKindId =
  "bulletin" | "feedback" | "praise" | "criticism" | "talk" | "commendation" | "publication";

/** One kind of notice. Adding a kind is adding an entry here and a template of the same id. */
export interface NoticeKind {
  readonly id: NoticeKindId;
  /** The kind as offices call it; also what the headless run's `--kind` takes. */
  readonly name: string;
  /** Names that it had in earlier versions: registers, templates and command lines still have them. */
  readonly formerNames?: readonly string[];
  /** Short name, for sheet names. */
  readonly shortName: string;
  /** `unit`: a notice for each chosen unit. `list`: one that names the chosen units. `all`: one about every unit. */
  readonly scope: "unit" | "list" | "all";
  /** Which line proposes units (rule 15); `ranked` proposes every ranked unit, because the plan says so. */
  readonly proposes: "ranked" | "praise" | "criticism" | null;
  /** Ids of adjustments whose events in the workbook propose a unit, too. */
  readonly events: readonly string[];
  /** Whether it takes a number (文号) from the sequence. */
  readonly numbered: boolean;
  /** Whether it goes to a higher office (上行文): its red head names the signer. */
  readonly upward: boolean;
  /** Names that a template of this kind cannot do without. */
  readonly needs: readonly string[];
}

/** All kinds, in the order in which they are offered (plan 二(三)3, 五(三), 六(三)). */
export const NOTICE_KINDS: readonly NoticeKind[] = [
  {
    id: "bulletin",
    name: "绩效考评结果通报",
    shortName: "结果通报",
    scope: "all",
    proposes: null,
    events: [],
    numbered: true,
    upward: false,
    needs: ["名次", "单位", "总成绩"],
  },
  {
    id: "feedback",
    name: "反馈整改通知",
    shortName: "反馈",
    scope: "unit",
    proposes: "ranked",
    events: [],
    numbered: true,
    upward: false,
    needs: ["单位", "总成绩", "名次", "回复期限"],
  },
  {
    id: "praise",
    name: "表扬通报",
    shortName: "表扬通报",
    scope: "list",
    proposes: "praise",
    events: [],
    numbered: true,
    upward: false,
    needs: ["单位"],
  },
  {
    id: "criticism",
    name: "批评通报",
    shortName: "批评通报",
    scope: "list",
    proposes: "criticism",
    events: [],
    numbered: true,
    upward: false,
    needs: ["单位"],
  },
  {
    id: "talk",
    name: "约谈通知",
    shortName: "约谈",
    scope: "unit",
    proposes: "criticism",
    events: ["talk"],
    numbered: true,
    upward: false,
    needs: [
      "单位",
      "约谈事由",
      "约谈时间",
      "约谈地点",
      "约谈人",
      "约谈目的",
      "约谈要求",
      "联系人",
      "联系电话",
    ],
  },
  {
    id: "commendation",
    name: "表彰请示",
    formerNames: ["表彰建议"],
    shortName: "表彰请示",
    scope: "list",
    proposes: "praise",
    events: [],
    numbered: true,
    upward: true,
    needs: ["单位"],
  },
  {
    id: "publication",
    name: "公示",
    shortName: "公示",
    scope: "all",
    proposes: null,
    events: [],
    numbered: false,
    upward: false,
    needs: ["名次", "单位", "总成绩", "公示开始", "公示结束"],
  },
];

/** The kind with that id or name; null when there is none. */
export function noticeKind(idOrName: string): NoticeKind | null {
  return (
    NOTICE_KINDS.find(
      ({ id, name, formerNames = [] }) =>
        id === idOrName || name === idOrName || formerNames.includes(idOrName),
    ) ?? null
  );
}
