/** What was found, by the code of the finding. */
export const findings = {
  "finding.unit-unknown": "“{text}”不在名册中",
  "finding.unit-ambiguous": "“{text}”可能指多个单位：{candidates}",
  "finding.unit-likely": "“{text}”不在名册中，是否为：{suggestions}",
  "finding.unit-duplicate": "“{unit}”重复出现，另见 {others}",
  "finding.unit-merged": "“{unit}”的单元格跨多行成绩",
  "finding.unit-missing": "工作簿中没有“{unit}”（{group}）",
  "finding.group-missing": "工作簿中没有{group}的任何单位（应有 {count} 个）",
  "finding.unit-wrong-group": "“{unit}”写在{stated}，名册中属于{group}",
  "finding.unit-alias": "“{text}”按“{unit}”认定",
  "finding.aliases-used": "{count} 个单位用了别名，如“{text}”按“{unit}”认定",
  "finding.group-unknown": "组别“{text}”不在方案中",
  "finding.row-without-unit": "本行有得分但没有单位名称",
  "finding.tables-disagree": "“{unit}”此处为 {value}，{place} 为 {other}",
  "finding.component-missing": "“{unit}”缺{component}",
  "finding.component-text": "{component}应为数字，现为“{text}”",
  "finding.component-error": "{component}是错误值 {text}",
  "finding.component-range": "{component}为 {value}，应在 0 到 {maximum} 之间",
  "finding.component-date": "{component}显示为日期，应为数字",
  "finding.component-percent":
    "{component}像是比率或百分数（值为 {value}），是 {value} 分还是百分之几有两种读法",
  "finding.component-merged": "{component}的单元格与其他单位合并",
  "finding.component-zero": "{component}为 0，请确认不是未填",
  "finding.component-column-missing": "没有找到“{component}”一列",
  "finding.column-unclear": "有多列都可能是“{header}”",
  "finding.number-as-text": "数字存成了文本“{text}”",
  "finding.number-column-as-text": "{column} 列有 {count} 个数字存成了文本",
  "finding.number-full-width": "数字用了全角字符“{text}”",
  "finding.number-spaces": "数字中有空格“{text}”",
  "finding.number-thousands": "数字带千位分隔符的文本“{text}”",
  "finding.number-unit-mark": "数字后带“分”：“{text}”",
  "finding.number-percent-sign": "得分写成百分数“{text}”，按百分制的分数读取",
  "finding.adjustment-text": "“{column}”应为数字，现为“{text}”",
  "finding.bonus-negative": "加分为负数 {value}",
  "finding.deduction-negative": "扣分写成负数 {value}，按扣 {points} 分计算",
  "finding.deductions-negative": "“{column}”的 {count} 个扣分都写成负数，按绝对值扣分",
  "finding.adjustment-unclear": "“{adjustment}”的 {value} 是次数还是分数（每次 {points} 分）不明",
  "finding.adjustment-unplaced": "“{column}”的 {value} 像是加分或扣分，但不能判断怎样计入，未计入",
  "finding.adjustment-sum-differs": "“{column}”为 {value}，各分项合计为 {parts}",
  "finding.unit-vetoed": "“{adjustment}”为“{text}”，不参加排名",
  "finding.unit-excluded": "“{column}”写明“{text}”，不参加排名",
  "finding.counted-once": "“{adjustment}”{count} 起：只扣一次为 {once} 分，逐次计为 {all} 分",
  "finding.weight-differs": "表头“{header}”写的权重是 {stated}，方案中{component}为 {weight}",
  "finding.weights-sum": "表中各项权重合计为 {sum}，应为 100%",
  "finding.unit-weight-differs": "{unit}的{component}权重写的是 {stated}，方案中为 {weight}",
  "finding.unit-weights-sum": "{unit}各指标的权重合计为 {sum}，应为 100%",
  "finding.full-mark-differs": "表头“{header}”满分 {stated}，方案中{component}满分 {maximum}",
  "finding.scores-weighted":
    "“{columns}”像是已经乘过权重的得分：{of} 行中有 {count} 行的总成绩正好是各列相加",
  "finding.period-several": "工作簿中有多个考评期（{periods}），采用 {period}",
  "finding.total-differs": "“{unit}”总成绩写为 {stated}，应为 {computed}（{explanation}）",
  "finding.sum-differs": "{column}写的是 {stated}，由{parts}合计应为 {right}",
  "finding.mean-differs": "{column}写的是 {stated}，{parts}的平均应为 {right}",
  "finding.trimmed-mean-differs": "{column}写的是 {stated}，{parts}去掉最高、最低后的平均应为 {right}",
  "finding.best-differs": "{column}写的是 {stated}，按{parts}取值应为 {right}",
  "finding.rate-differs": "{column}写的是 {stated}，按{parts}计算应为 {right}",
  "finding.rank-of-differs": "{column}写的是 {stated}，按{parts}排应为 {right}",
  "finding.grade-differs": "{column}写的是 {stated}，按{parts}应为 {right}",
  "finding.score-slip": "{column}写的是 {stated}；这一行的{total}与其余各项都对得上，按此应为 {right}",
  "finding.total-rule-partial":
    "{of} 行中有 {kept} 行的{column}由{parts}得出，其余 {rest} 行不是，可能另有算法：按已有的{column}排名",
  "finding.score-left-out": "{column}没有算进{total}",
  "finding.result-error": "“{column}”有 {count} 个错误值，此格为 {text}",
  "finding.results-disagree": "“{unit}”的{column}此处为 {value}，{place} 为 {other}",
  "finding.rank-differs": "“{unit}”名次写为 {stated}，应为 {computed}",
  "finding.total-outside": "“{unit}”总成绩为 {total}，超出 0 到 {fullMark}",
  "finding.component-zeros": "{count} 个单位的{component}为 0，请确认不是未填",
  "finding.totals-other-weights":
    "总成绩是按另一组权重算的（{weights}），方案为{expected}：按它可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-without-bonus":
    "总成绩没有加上加分：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-without-deduction":
    "总成绩没有减去扣分：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-deduction-added":
    "总成绩把扣分加上了而不是减去：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-rounded-by-step":
    "总成绩是各项分别舍入到 {places} 位小数后再相加的：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-truncated":
    "总成绩是截去 {places} 位小数以后的数字，没有四舍五入：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-half-even":
    "总成绩按“四舍六入五成双”修约：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-half-up": "总成绩按四舍五入：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.totals-fewer-places":
    "总成绩只保留 {places} 位小数：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-competition":
    "名次按“1、2、2、4”排列：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-dense":
    "名次按“1、2、2、3”排列：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-ordinal":
    "同分的单位排了不同名次：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-across-groups":
    "名次是各组混排的：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-ascending":
    "名次是从低到高排的：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-descending":
    "名次是从高到低排的：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-follow-totals":
    "名次按表中的总成绩排列：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-unrounded":
    "名次按未舍入的总成绩排列：按此可得出 {of} 行中的 {count} 行，{differing} 行与方案不符",
  "finding.ranks-of-larger-whole":
    "名次 {first}～{last} 是更大范围内的名次：{count} 个单位的先后与总成绩一致",
  "finding.ranks-not-resorted": "名次与总成绩对不上：{of} 行中有 {count} 行，像是排序后没有随行移动",
  "finding.formula-constant": "“{column}”一列是公式（{formulas} 行），此格却是输入的数 {value}",
  "finding.formula-differs": "公式与上下行不同：{formula}，按上下行应为 {expected}",
  "finding.formula-wrong-row": "公式引用了别的行：{formula}，应为 {expected}（共 {count} 格）",
  "finding.range-short": "公式的范围 {range} 漏了 {missing} 个单位：{formula}（共 {count} 格）",
  "finding.range-takes-summary":
    "公式的范围 {range} 包括了第 {row} 行的平均或合计：{formula}（共 {count} 格）",
  "finding.formula-external": "有 {count} 个公式引用其他文件“{book}”",
  "finding.formula-stale": "公式结果未更新：存的是 {value}，重算为 {computed}（{formula}）",
  "finding.formulas-stale":
    "{letters} 列有 {count} 个公式结果未更新，如存的是 {value}，重算为 {computed}（{formula}）",
  "finding.formulas-without-results": "有 {count} 个公式没有计算结果",
  "finding.sheet-hidden": "工作表“{sheet}”是隐藏的，其中的数据照常使用",
  "finding.rows-hidden": "有 {count} 行单位被隐藏（第 {rows} 行），照常排名",
  "finding.rows-filtered": "筛选后有 {count} 行单位未显示（第 {rows} 行），照常排名",
  "finding.columns-hidden": "有 {count} 列数据被隐藏（{columns} 列），照常读取",
  "finding.figures-merged": "“{column}”的 {range} 合并了多个单元格",
  "finding.sheet-unused": "工作表“{sheet}”有 {count} 行单位数据，但没有识别出得分表，未使用",
  "finding.decimals-more": "{component}有 {count} 个得分超过 {places} 位小数，如 {value}",
  "finding.score-repeated": "{component}有 {count} 个单位（共 {of} 个）都是 {value}",
  "finding.rows-identical": "“{unit}”与{others}的各项得分完全相同（共 {sets} 组这样的单位）",
  "finding.score-jump": "{component}为 {value}，与其余单位（中间为 {middle}）相差很大",
  "finding.digits-piled": "{component}有 {count} 个得分（共 {of} 个）以 0 或 5 结尾",
  "finding.totals-outside": "有 {count} 个单位的总成绩超出 0 到 {fullMark}，如“{unit}”为 {total}",
} as const;
