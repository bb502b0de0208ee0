import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { ReportBlock, ReportChart, ReportSection, ReportSentence, ReportTable } from '@zhiheng/contract/reports/report-document';
import { countColumn, intervalColumns, numberColumn, textColumn } from './columns.rules.ts';
import type { Course, Evidence } from './evidence.ts';
import { againstTarget, type Change } from './changes.rules.ts';
import { say, sourceOf, type Frame } from './frame.rules.ts';
import { both, intervalText, numberText, periodText, probabilityText, valueText } from './written.rules.ts';

const monthLabel = (bucket: string) => ({ zh: bucket, en: bucket });
export const figureSource = (frame: Frame, { indicator, n }: Figure, change?: Change) =>
  sourceOf(frame, {
    path: `/api/v1/indicator-reports/${indicator}`,
    page: `/app/indicators/${indicator}`,
    n,
    test: change?.test ?? null,
  });

/** A significant change in words; null for all others, of which nothing is told. */
export function changeSentence(frame: Frame, figure: Figure, change: Change | undefined): ReportSentence | null {
  if (change?.significant !== true) return null;
  const [from, to] = [valueText(figure, change.from), valueText(figure, change.to)];
  const p = probabilityText(change.test.adjustedP ?? 1);
  const rises = change.to > change.from;
  const before = periodText(frame.before.key);
  const text = {
    zh: `${figure.name.zh}由${before.zh}的 ${from.zh} ${rises ? '上升' : '下降'}到 ${to.zh}，${change.worse ? '显著变差' : '显著改善'}（${p}，Holm 校正，共 ${change.test.family} 项比较）。`,
    en: `${figure.name.en} ${rises ? 'rose' : 'fell'} from ${from.en} in ${before.en} to ${to.en}: significantly ${change.worse ? 'worse' : 'better'} (${p}, Holm correction over ${change.test.family} comparisons).`,
  };
  return say(text, figureSource(frame, figure, change), change.worse ? 'bad' : 'good');
}

/** Where a figure stands, with n and interval, and what its target says to that. */
export function levelSentence(frame: Frame, figure: Figure): ReportSentence {
  const { value, n, interval, target, name, sufficient } = figure;
  const source = figureSource(frame, figure);
  if (value === null) return say({ zh: `${name.zh}：本期没有数据。`, en: `${name.en}: no data in this period.` }, source, 'note');
  const shown = valueText(figure, value);
  const spread = interval === null ? null : intervalText(figure, interval);
  const sample = both((locale) => {
    const range = spread === null ? '' : locale === 'zh' ? `，95% 区间 ${spread.zh}` : `, 95% interval ${spread.en}`;
    return `n = ${numberText(n, 0)}${range}`;
  });
  const verdict = sufficient ? verdictText(figure) : { zh: '样本不足，不作判断', en: 'too few to judge' };
  const text = {
    zh: `${name.zh} ${shown.zh}（${sample.zh}）${verdict.zh === '' ? '' : `，${verdict.zh}`}。`,
    en: `${name.en}: ${shown.en} (${sample.en})${verdict.en === '' ? '' : `; ${verdict.en}`}.`,
  };
  const [test, tone] = target === null ? [null, 'plain' as const] : [intervalTest, sufficient ? toneOf(figure) : ('note' as const)];
  return say(text, { ...source, test }, tone);
}

const intervalTest = { method: 'interval' as const, p: null, adjustedP: null, correction: null, family: 1, alpha: 0.05 };

function toneOf(figure: Figure): ReportSentence['tone'] {
  const side = againstTarget(figure);
  return side === 'missed' ? 'bad' : side === 'reached' ? 'good' : 'plain';
}

function verdictText(figure: Figure): { zh: string; en: string } {
  const { target } = figure;
  if (target === null) return { zh: '没有设目标', en: 'no target is set' };
  const wanted = valueText(figure, target);
  if (figure.interval === null)
    return { zh: `目标 ${wanted.zh}；没有区间，不作判断`, en: `target ${wanted.en}; without an interval it is not judged` };
  switch (againstTarget(figure)) {
    case 'reached':
      return { zh: `达到目标 ${wanted.zh}（整个区间在目标之内）`, en: `meets its target of ${wanted.en} (the whole interval does)` };
    case 'missed':
      return { zh: `未达目标 ${wanted.zh}（整个区间在目标之外）`, en: `misses its target of ${wanted.en} (the whole interval does)` };
    case 'open':
      return { zh: `与目标 ${wanted.zh} 的差别在误差之内`, en: `cannot be told apart from its target of ${wanted.en}` };
    case null:
      return { zh: `目标 ${wanted.zh}`, en: `target ${wanted.en}` };
  }
}

/** The months of an indicator as a chart that can be edited, with its target. */
function trendChart(frame: Frame, { figure, trend }: Course): ReportChart {
  const { name, unit, decimals, n } = figure;
  const target = { name: { zh: '目标', en: 'Target' }, role: 'reference' as const, values: trend.map((point) => point.target) };
  return {
    ...{ kind: 'chart', form: 'line', unit, decimals },
    title: name,
    categories: trend.map(({ bucket }) => monthLabel(bucket)),
    series: [
      { name, role: 'data', values: trend.map(({ value }) => value) },
      ...(target.values.some((value) => value !== null) ? [target] : []),
    ],
    source: { ...figureSource(frame, figure), n },
  };
}

function trendTable(frame: Frame, { figure, trend }: Course): ReportTable {
  const { name, unit, decimals } = figure;
  const column = (zh: string, en: string) => numberColumn({ zh, en }, { unit, decimals });
  return {
    kind: 'table',
    detail: true,
    title: { zh: `${name.zh}：逐月数据`, en: `${name.en} by month` },
    columns: [
      ...[textColumn('月份', 'Month'), column('数值', 'Value'), countColumn('n', 'n')],
      ...[...intervalColumns({ unit, decimals }), column('目标', 'Target')],
    ],
    rows: trend.map(({ bucket, value, n, interval, target }) => [
      monthLabel(bucket),
      value,
      n,
      interval?.[0] ?? null,
      interval?.[1] ?? null,
      target,
    ]),
    source: figureSource(frame, figure),
  };
}

/** One indicator: where it stands, whether that changed, its months. */
export function indicatorSection({ frame, changes }: Evidence, course: Course): ReportSection {
  const { figure, summary } = course;
  const change = changeSentence(frame, figure, changes.get(figure.indicator));
  const sentences = [levelSentence(frame, figure), ...(change === null ? [] : [change])];
  const { p50 = null, p95 = null } = summary.percentiles ?? {};
  if (p50 !== null && p95 !== null) {
    const [middle, slow] = [valueText(figure, p50), valueText(figure, p95)];
    sentences.push(
      say(
        {
          zh: `中位数 ${middle.zh}，95% 的观测不超过 ${slow.zh}。`,
          en: `The median is ${middle.en}; 95% of observations do not exceed ${slow.en}.`,
        },
        { ...figureSource(frame, figure), n: summary.n },
      ),
    );
  }
  const blocks: ReportBlock[] = [trendChart(frame, course), trendTable(frame, course)];
  return { key: `indicator-${figure.indicator}`, chapter: null, title: figure.name, sentences, blocks };
}
