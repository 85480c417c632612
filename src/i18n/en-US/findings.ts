/** What was found, by the code of the finding. */
export const findings = {
  "finding.unit-unknown": "“{text}” is not in the roster",
  "finding.unit-ambiguous": "“{text}” could be several units: {candidates}",
  "finding.unit-likely": "“{text}” is not in the roster; did you mean {suggestions}?",
  "finding.unit-duplicate": "“{unit}” stands more than once, also at {others}",
  "finding.unit-merged": "The cell of “{unit}” spans several rows of scores",
  "finding.unit-missing": "“{unit}” ({group}) is not in the workbook",
  "finding.group-missing": "No unit of {group} is in the workbook ({count} expected)",
  "finding.unit-wrong-group": "“{unit}” stands under {stated}; in the roster it belongs to {group}",
  "finding.unit-alias": "“{text}” was taken as “{unit}”",
  "finding.aliases-used": "{count} units are written by alias, such as “{text}” for “{unit}”",
  "finding.group-unknown": "The group “{text}” is not in the scheme",
  "finding.row-without-unit": "This row has scores but no unit",
  "finding.tables-disagree": "“{unit}” has {value} here and {other} at {place}",
  "finding.component-missing": "“{unit}” has no {component}",
  "finding.component-text": "{component} should be a number, it is “{text}”",
  "finding.component-error": "{component} is the error value {text}",
  "finding.component-range": "{component} is {value}; it must be 0 to {maximum}",
  "finding.component-date": "{component} is shown as a date; it should be a number",
  "finding.component-percent": "{component} looks like a rate or percentage (value {value}): two readings",
  "finding.component-merged": "The cell of {component} is merged with other units'",
  "finding.component-zero": "{component} is 0: is it really zero, not blank?",
  "finding.component-column-missing": "No column for {component} was found",
  "finding.column-unclear": "Several columns could be “{header}”",
  "finding.number-as-text": "A number is stored as text: “{text}”",
  "finding.number-column-as-text": "Numbers stored as text in column {column}: {count}",
  "finding.number-full-width": "The number is written full-width: “{text}”",
  "finding.number-spaces": "There are spaces in the number: “{text}”",
  "finding.number-thousands": "A number as text with thousands separators: “{text}”",
  "finding.number-unit-mark": "The number carries 分: “{text}”",
  "finding.number-percent-sign": "The score is written “{text}” and read on the 0–100 scale",
  "finding.adjustment-text": "“{column}” should be a number, it is “{text}”",
  "finding.bonus-negative": "The bonus is negative: {value}",
  "finding.deduction-negative": "The deduction is written {value} and counts as {points}",
  "finding.deductions-negative":
    "All {count} deductions in “{column}” are written as negative numbers; their absolute values are deducted",
  "finding.adjustment-unclear": "{value} under “{adjustment}” could be a count or points ({points} each)",
  "finding.adjustment-unplaced":
    "{value} under “{column}” looks like a bonus or deduction, but how to count it is not clear; it was not counted",
  "finding.adjustment-sum-differs": "“{column}” is {value}, its parts come to {parts}",
  "finding.unit-vetoed": "“{adjustment}” is “{text}”: not ranked",
  "finding.unit-excluded": "“{column}” says “{text}”: not ranked",
  "finding.counted-once": "“{adjustment}” {count} times: {once} points once, {all} if each counted",
  "finding.weight-differs": "The header “{header}” states {stated}; the scheme has {weight} for {component}",
  "finding.weights-sum": "The weights in the table sum to {sum}; they should sum to 100%",
  "finding.unit-weight-differs":
    "{unit}: the weight of {component} is stated as {stated}; the scheme has {weight}",
  "finding.unit-weights-sum": "{unit}: the weights of its items sum to {sum}; they must sum to 100%",
  "finding.full-mark-differs":
    "The header “{header}” has a full mark of {stated}; the scheme has {maximum} for {component}",
  "finding.scores-weighted":
    "{columns} seem to hold scores multiplied by their weights already: {count} of {of} totals are just the sum of these columns",
  "finding.period-several": "The workbook has several periods ({periods}); {period} is used",
  "finding.total-differs":
    "The total of “{unit}” is stated as {stated}; it should be {computed} ({explanation})",
  "finding.sum-differs": "{column} says {stated}; the sum of {parts} is {right}",
  "finding.mean-differs": "{column} says {stated}; the mean of {parts} is {right}",
  "finding.trimmed-mean-differs":
    "{column} says {stated}; the mean of {parts} without the highest and lowest is {right}",
  "finding.best-differs": "{column} says {stated}; taken from {parts} it is {right}",
  "finding.rate-differs": "{column} says {stated}; from {parts} it is {right}",
  "finding.rank-of-differs": "{column} says {stated}; by {parts} it is {right}",
  "finding.grade-differs": "{column} says {stated}; by {parts} it is {right}",
  "finding.score-slip": "{column} says {stated}; {total} and the other figures of the row agree on {right}",
  "finding.total-rule-partial":
    "{kept} of {of} rows have {column} from {parts}; the other {rest} do not, so another rule is likely: units are ranked by {column} as it stands",
  "finding.score-left-out": "{column} is not counted in {total}",
  "finding.result-error": "“{column}” has {count} error values; this cell is {text}",
  "finding.results-disagree": "{column} of “{unit}” is {value} here and {other} at {place}",
  "finding.rank-differs": "The rank of “{unit}” is stated as {stated}; it should be {computed}",
  "finding.total-outside": "The total of “{unit}” is {total}, outside 0 to {fullMark}",
  "finding.component-zeros": "{component} is 0 for {count} units: are they really zero, not blank?",
  "finding.totals-other-weights":
    "The totals use other weights ({weights}) than the scheme ({expected}): they give {count} of {of} rows, {differing} are not the scheme's",
  "finding.totals-without-bonus":
    "The totals leave out the bonus: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-without-deduction":
    "The totals leave out the deduction: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-deduction-added":
    "The totals add the deduction instead of subtracting it: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-rounded-by-step":
    "The totals round each weighted score to {places} places before adding: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-truncated":
    "The totals are cut off after {places} places, not rounded: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-half-even":
    "The totals round halves to even: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-half-up":
    "The totals round halves up: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.totals-fewer-places":
    "The totals keep {places} decimal places only: so calculated, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-competition":
    "The ranks go 1, 2, 2, 4: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-dense":
    "The ranks go 1, 2, 2, 3: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-ordinal":
    "Units with equal totals have different ranks: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-across-groups":
    "The ranks go across the groups: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-ascending":
    "The ranks begin at the lowest total: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-descending":
    "The ranks begin at the highest total: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-follow-totals":
    "The ranks follow the totals of the sheet: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-unrounded":
    "The ranks follow totals that are not rounded: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-of-larger-whole":
    "Ranks {first} to {last} are those of a larger whole; the order of the {count} units agrees with the totals",
  "finding.ranks-not-resorted":
    "The ranks do not go with the totals: {count} of {of} rows, as if left behind by a sort",
  "finding.formula-constant": "“{column}” is calculated ({formulas} rows), but here stands a typed {value}",
  "finding.formula-differs":
    "The formula is unlike those above and below: {formula}, where they would have {expected}",
  "finding.formula-wrong-row":
    "The formula refers to another row: {formula}, it should be {expected} ({count} cells)",
  "finding.range-short": "The range {range} leaves out {missing} units: {formula} ({count} cells)",
  "finding.range-takes-summary":
    "The range {range} takes in the average or total of row {row}: {formula} ({count} cells)",
  "finding.formula-external": "{count} formulas refer to another file, “{book}”",
  "finding.formula-stale": "The result is out of date: {value} is stored, it comes to {computed} ({formula})",
  "finding.formulas-stale":
    "{count} results in column {letters} are out of date: {value} is stored, it comes to {computed} ({formula})",
  "finding.formulas-without-results": "{count} formulas have no result",
  "finding.sheet-hidden": "The sheet “{sheet}” is hidden; its figures are used all the same",
  "finding.rows-hidden": "{count} rows of units are hidden (rows {rows}); they are ranked all the same",
  "finding.rows-filtered": "A filter hides {count} rows of units (rows {rows}); they are ranked all the same",
  "finding.columns-hidden":
    "{count} columns of figures are hidden (columns {columns}); they are read all the same",
  "finding.figures-merged": "{range} under “{column}” is merged",
  "finding.sheet-unused":
    "The sheet “{sheet}” has {count} rows of units, but no score table was recognised; it is not used",
  "finding.decimals-more": "{component} has {count} scores with more than {places} decimals, such as {value}",
  "finding.score-repeated": "{component} is {value} for {count} of {of} units",
  "finding.rows-identical":
    "“{unit}” and {others} have the same scores throughout ({sets} such sets of units)",
  "finding.score-jump": "{component} is {value}, far from the other units (their middle is {middle})",
  "finding.digits-piled": "{component}: {count} of {of} scores end in 0 or 5",
  "finding.totals-outside": "{count} totals are outside 0 to {fullMark}, such as {total} of “{unit}”",
} as const;
