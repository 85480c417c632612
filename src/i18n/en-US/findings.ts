/** What was found, by the code of the finding. */
export const findings = {
  "finding.unit-unknown": "“{text}” is not in the roster",
  "finding.unit-ambiguous": "“{text}” could be several units: {candidates}",
  "finding.unit-likely": "“{text}” isn't in the roster. Did you mean {suggestions}?",
  "finding.unit-duplicate": "“{unit}” also appears at {others}",
  "finding.unit-merged": "The name cell of “{unit}” is merged across several rows of scores",
  "finding.unit-missing": "“{unit}” ({group}) is not in the workbook",
  "finding.group-missing": "No unit of {group} is in the workbook ({count} expected)",
  "finding.unit-wrong-group": "“{unit}” is listed under {stated}; the roster has it in {group}",
  "finding.unit-alias": "“{text}” was matched to “{unit}”",
  "finding.aliases-used": "Units listed under an alias: {count}, such as “{text}” for “{unit}”",
  "finding.group-unknown": "The group “{text}” is not in the scheme",
  "finding.row-without-unit": "This row has scores but no unit",
  "finding.tables-disagree": "“{unit}” is {value} here and {other} at {place}",
  "finding.component-missing": "“{unit}” has no {component}",
  "finding.component-text": "{component} must be a number, but it is “{text}”",
  "finding.component-error": "{component} is the error value {text}",
  "finding.component-range": "{component} is {value}; it must be 0 to {maximum}",
  "finding.component-date": "{component} is shown as a date; it should be a number",
  "finding.component-percent": "{component} is {value}: points or a percentage?",
  "finding.component-merged": "{component} is merged with other units' cells",
  "finding.component-zero": "{component} is 0. Was it left out?",
  "finding.component-column-missing": "No column for {component} was found",
  "finding.column-unclear": "Several columns could be “{header}”",
  "finding.number-as-text": "A number is stored as text: “{text}”",
  "finding.number-column-as-text": "Numbers stored as text in column {column}: {count}",
  "finding.number-full-width": "The number is written full-width: “{text}”",
  "finding.number-spaces": "There are spaces in the number: “{text}”",
  "finding.number-thousands": "The number is text with commas: “{text}”",
  "finding.number-unit-mark": "The number carries 分: “{text}”",
  "finding.number-percent-sign": "The score is written “{text}” and counts as points",
  "finding.number-decimal-comma":
    "Column {column} has commas for decimal points ({count}): “{text}” is read as {value}",
  "finding.adjustment-text": "“{column}” must be a number, but it is “{text}”",
  "finding.bonus-negative": "The bonus is negative: {value}",
  "finding.deduction-negative": "The deduction is {value}; {points} points are deducted",
  "finding.deductions-negative":
    "All {count} deductions in “{column}” are negative; they are deducted as positive numbers",
  "finding.adjustment-unclear": "“{adjustment}” is {value}: a count ({points} points each) or points?",
  "finding.adjustment-unplaced": "“{column}” is {value}: bonus or deduction? It isn't counted",
  "finding.adjustment-sum-differs": "“{column}” is {value}, its parts come to {parts}",
  "finding.unit-vetoed": "“{adjustment}” is “{text}”: not ranked",
  "finding.unit-excluded": "“{column}” says “{text}”: not ranked",
  "finding.counted-once":
    "“{adjustment}”: {count} cases, {once} points deducted once ({all} if each counted)",
  "finding.weight-differs":
    "The header “{header}” has a weight of {stated}; the scheme has {weight} for {component}",
  "finding.weights-sum": "The weights in the table sum to {sum}; they should sum to 100%",
  "finding.unit-weight-differs":
    "{unit}: the weight of {component} is stated as {stated}; the scheme has {weight}",
  "finding.unit-weights-sum": "{unit}: the weights add up to {sum}; they must add up to 100%",
  "finding.full-mark-differs":
    "The header “{header}” has a full mark of {stated}; the scheme has {maximum} for {component}",
  "finding.scores-weighted":
    "{columns} seem to be weighted already: {count} of {of} totals equal the sum of these columns",
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
  "finding.result-error": "“{column}” has {count} errors; this cell shows {text}",
  "finding.results-disagree": "{column} of “{unit}” is {value} here and {other} at {place}",
  "finding.rank-differs": "The rank of “{unit}” is stated as {stated}; it should be {computed}",
  "finding.total-outside": "The total of “{unit}” is {total}; expected 0 to {fullMark}",
  "finding.component-zeros": "{component} is 0 in {count} rows. Were they left out?",
  "finding.totals-other-weights":
    "The totals use {weights}; the scheme has {expected}: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-without-bonus":
    "The totals leave out the bonus: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-without-deduction":
    "The totals leave out the deduction: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-deduction-added":
    "The totals add the deduction: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-rounded-by-step":
    "The totals round each item to {places} places before adding: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-truncated":
    "The totals are cut off after {places} places: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-half-even":
    "The totals round halves to even: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-half-up":
    "The totals round halves up: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.totals-fewer-places":
    "The totals keep only {places} decimal places: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-competition":
    "The ranks go 1, 2, 2, 4: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-dense":
    "The ranks go 1, 2, 2, 3: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-ordinal":
    "Units with equal totals have different ranks: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-across-groups":
    "The ranks run across all groups: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-ascending":
    "The ranks start from the lowest total: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-descending":
    "The ranks begin at the highest total: so ranked, {count} of {of} rows come out, {differing} are not the scheme's",
  "finding.ranks-follow-totals":
    "The ranks follow the totals in the table: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-unrounded":
    "The ranks use unrounded totals: {count} of {of} rows match this, {differing} differ from the scheme",
  "finding.ranks-of-larger-whole":
    "Ranks {first} to {last} are those of a larger whole; the order of the {count} units agrees with the totals",
  "finding.ranks-not-resorted":
    "{count} of {of} ranks don't match the totals; the rank column may have been left out of a sort",
  "finding.formula-constant": "“{column}” has formulas in {formulas} rows, but {value} is typed here",
  "finding.formula-differs": "The formula differs from its neighbors: {formula}; expected {expected}",
  "finding.formula-wrong-row":
    "The formula uses another row: {formula}; expected {expected} (cells: {count})",
  "finding.range-short": "The range {range} leaves out units ({missing}): {formula} (cells: {count})",
  "finding.range-takes-summary":
    "The range {range} includes the average or total in row {row}: {formula} (cells: {count})",
  "finding.formula-external": "Formulas that refer to another file, “{book}”: {count}",
  "finding.formula-stale":
    "The result is out of date: it shows {value}, but should be {computed} ({formula})",
  "finding.formulas-stale":
    "Column {letters} has {count} results out of date, such as {value} instead of {computed} ({formula})",
  "finding.formulas-without-results": "Formulas without a result: {count}",
  "finding.sheet-hidden": "The sheet “{sheet}” is hidden; its figures are used all the same",
  "finding.rows-hidden": "Hidden rows with units: {count} (rows {rows}). They are ranked too",
  "finding.rows-filtered": "Rows with units hidden by a filter: {count} (rows {rows}). They are ranked too",
  "finding.columns-hidden": "Hidden columns with data: {count} (columns {columns}). They are used too",
  "finding.figures-merged": "{range} under “{column}” is merged",
  "finding.sheet-unused":
    "The sheet “{sheet}” has {count} rows of units but no scores were found; it isn't used",
  "finding.decimals-more": "{component}: scores with more than {places} decimals: {count}, such as {value}",
  "finding.score-repeated": "{component} is {value} for {count} of {of} units",
  "finding.rows-identical": "“{unit}” and {others} have identical scores (groups of such units: {sets})",
  "finding.score-jump": "{component} is {value}, far from the other units (median {middle})",
  "finding.digits-piled": "{component}: {count} of {of} scores end in 0 or 5",
  "finding.totals-outside": "Totals outside 0 to {fullMark}: {count}, such as {total} for “{unit}”",
} as const;
