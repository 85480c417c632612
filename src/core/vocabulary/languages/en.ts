import type { LanguageWords } from "../concept";

const PEOPLE = `employee staff staff_member team_member member student pupil player athlete driver rider participant contestant
  competitor candidate applicant teacher instructor salesperson sales_rep sales_representative representative rep agent manager
  person worker trainee singer`;
const BODIES = `unit department dept team club squad school company firm organization organisation institution institute university
  college supplier vendor contractor bidder constructor country nation city state province branch store shop office product brand
  hospital ward village district town county household house faculty agency business`;

/** English. */
export const EN: LanguageWords = {
  unit: [
    { words: "name full_name", before: `name_of ${PEOPLE} 's s ` },
    { words: `${PEOPLE} ${BODIES}`, before: "name_of the", after: "'s_name 's name s" },
  ],
  person: {
    words: `${PEOPLE} name full_name first_name last_name surname`,
    before: "name_of the",
    after: "'s_name 's name s",
  },
  group: {
    words:
      "group region area zone division conference category class grade_level section_name group_name pool",
  },
  "group-name": { words: "group", before: "group" },
  "numbered-group": { words: "group_1 pool_1" },
  sequence: { words: "no # sno s/n sn serial_no serial_number sr_no sl_no nr index item_no" },
  identifier: [
    {
      words:
        "id employee_id student_id staff_id roll_no roll_number code member_id registration_number reg_no",
    },
    { words: "id code number", anythingBefore: 60 },
  ],
  period: { words: "period month quarter year week term semester season" },
  date: { words: "date day time" },
  "numbered-quarter": { words: "q1", insideFrom: 2 },
  score: { words: "score scores points point mark marks raw_score actual_score" },
  "official-score": { words: "official final approved" },
  "self-score": {
    words: "self self_rating self_score self_assessment self_evaluation peer peer_rating",
    anythingAfter: "",
  },
  "item-score": {
    words: "score rating points points_earned actual_score mark marks",
    anythingAfter: "(",
  },
  "weighted-score": {
    words: "weighted",
    after: "score rating marks mark points grade average total result",
    anythingAfter: "",
  },
  total: [
    {
      words: "total totals total_score total_points total_mark total_marks grand_total",
      before: "overall total final grand combined aggregate composite weighted average cumulative",
      after: "/100 out_of_100",
    },
    {
      words: "score points mark marks grade total rating result average",
      before: "overall final combined aggregate composite weighted cumulative performance",
      after: "/100 out_of_100",
      needsBefore: true,
    },
    { words: "overall score(total) points pts" },
  ],
  "weak-total": {
    words: `average average_score average_rating avg mean mean_score score final_score result points rating`,
  },
  "chief-total": { words: "total", anythingBefore: 60, anythingAfter: "" },
  subtotal: { words: "subtotal sub-total sub_total" },
  sum: { words: "subtotal sum total" },
  mean: { words: "average avg mean average_score mean_score average_rating" },
  rank: {
    words: "rank ranking position pos place standing",
    before: "overall final world class group team current",
  },
  "rank-text": { words: "t1 1st 1nd 1rd 1th", before: "tied joint" },
  overall: { words: "overall world total", anythingBefore: 60, anythingAfter: "" },
  previous: { words: "previous last prior", anythingBefore: 60, anythingAfter: "" },
  change: { words: "change", anythingBefore: 60, anythingAfter: "" },
  grade: { words: "grade level band", before: "final overall letter performance" },
  rate: { words: "rate percentage pct" },
  progress: { words: "process progress completion" },
  bonus: { words: "bonus bonuses bonus_points extra_points extra_credit" },
  deduction: { words: "deduction deductions penalty penalties penalty_points points_deducted" },
  net: { words: "adjustment adjustments" },
  points: {
    before: "bonus penalty",
    after: "points",
    words: "bonus bonuses deduct deducted deduction deductions penalty penalties penalised penalized",
  },
  "points-detail": { words: "reason description details", anythingBefore: 60 },
  "points-column": { words: "points" },
  "base-points": { words: "base_points base_score" },
  weight: { words: "weight weighting weightage weights", after: "(%) %" },
  "full-mark": {
    words:
      "max maximum points_possible full_mark full_marks max_score maximum_score max_points maximum_points max_marks out_of",
    after: "(points)",
  },
  item: {
    words: `item items criteria criterion indicator indicators metric metrics objective objectives goal goals category categories
      competency competencies competence kpi kpis kpi名称 kpis名称`,
  },
  "item-detail": { words: "description", anythingBefore: 60, anythingAfter: "" },
  target: { words: "target actual targets", anythingBefore: 60, anythingAfter: "" },
  judge: { words: "judge judges rater examiner referee", anythingAfter: "" },
  count: { words: "count times number_of_times events" },
  event: { words: "event type kind" },
  document: { words: "document reference ref document_no" },
  state: { words: "status state valid" },
  "valid-state": { words: "valid" },
  "out-of-force": {
    words: "revoked void cancelled canceled invalid withdrawn",
    anythingBefore: 60,
    anythingAfter: "",
  },
  problem: { words: "problem problems issue issues" },
  reason: { words: "reason reasons" },
  note: { words: "note notes remark remarks comment comments" },
  contact: { words: "contact phone telephone email e-mail address" },
  "summary-row": {
    words: `average avg mean total totals grand_total sum subtotal max min maximum minimum median highest lowest stdev
      standard_deviation`,
    before: "class group team department overall weighted",
    after: "score points",
  },
  "mark-row": {
    words: `max_score max_points max_mark max_marks maximum_score maximum_points maximum_mark maximum_marks full_mark full_marks
      out_of points_possible`,
    anythingAfter: "(",
  },
  "weight-row": { words: "weight weights weighting weightage", anythingAfter: "(" },
  "note-row": {
    words: "note notes source remark remarks prepared_by approved_by signature",
    anythingAfter: ": .",
  },
  nothing: { words: "n/a na none - -- --- — —— ——— – / \\" },
  "no-veto": { words: "false no n" },
  yes: { words: "yes y true" },
  no: { words: "no n false" },
};
