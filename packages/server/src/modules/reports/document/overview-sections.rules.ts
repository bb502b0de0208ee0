import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { ReportBlock, ReportFigures, ReportSection, ReportSentence, ReportTable } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import { countColumn, intervalColumns, numberColumn, textColumn } from './columns.rules.ts';
import type { Evidence } from './evidence.ts';
import { say, sourceOf } from './frame.rules.ts';
import { changeSentence, figureSource } from './indicator-sections.rules.ts';
import { listText, numberText, periodText, timeText, unitWord } from './written.rules.ts';

const gradeWords = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
  'very-poor': { zh: '很差', en: 'very poor' },
} as const;
const statusWords: Readonly<Record<Figure['status'], LocalText>> = {
  met: { zh: '达标', en: 'met' },
  near: { zh: '接近', en: 'near' },
  missed: { zh: '未达标', en: 'missed' },
  unknown: { zh: '不判断', en: 'not judged' },
};

/** The period on one page: index, headline figures, what significantly changed. */
export function overviewSection(evidence: Evidence): ReportSection {
  const { frame, board } = evidence;
  const chart = indexChart(evidence);
  const blocks: ReportBlock[] = [headlineFigures(evidence), ...(chart === null ? [] : [chart])];
  return {
    key: 'overview',
    chapter: { zh: '总体情况', en: 'Overview' },
    title: { zh: '本期概览', en: 'The period at a glance' },
    sentences: [...indexSentences(evidence), ...countSentences(evidence), ...changeSentences(evidence), dataSentence(evidence)],
    blocks: board.headline.length === 0 ? blocks.slice(1) : blocks,
  };

  function dataSentence({ board: { asOf, scope } }: Evidence): ReportSentence {
    const source = sourceOf(frame, { path: '/api/v1/board', page: '/app/board', n: scope.observations });
    const until = asOf === null ? null : timeText(asOf, frame.zone);
    const [n, services] = [numberText(scope.observations, 0), numberText(scope.services, 0)];
    return say(
      {
        zh: `本期共 ${n} 条观测，来自 ${services} 项服务${until === null ? '' : `；最近一批数据到达于 ${until}`}。`,
        en: `${n} observations of ${services} services in this period${until === null ? '' : `; the latest batch came in at ${until}`}.`,
      },
      source,
    );
  }
}

function headlineFigures({ frame, board, changes }: Evidence): ReportFigures {
  return {
    kind: 'figures',
    items: board.headline.map(({ figure }) => {
      const { name, unit, decimals, value, n, interval, target, status, previous, indicator } = figure;
      const source = figureSource(frame, figure, changes.get(indicator));
      return { name, unit, decimals, value, n, interval: pair(interval), target, status, previous, source };
    }),
  };
}

const pair = (interval: Figure['interval']): [number, number] | null => (interval === null ? null : [interval[0], interval[1]]);

function indexSentences({ frame, board }: Evidence): ReportSentence[] {
  const { index, scorecard } = board;
  if (index === null || scorecard === null || index.root.score === null) return [];
  const { score, grade, coverage } = index.root;
  const graded = grade === null ? null : gradeWords[grade];
  const [value, target] = [numberText(score, 1), numberText(index.target, 1)];
  const share = numberText(coverage * 100, 0);
  const text = {
    zh: `服务质量指数 ${value}${graded === null ? '' : `（${graded.zh}）`}，目标 ${target}；按权重计，${share}% 的指标有数据。`,
    en: `The service quality index is ${value}${graded === null ? '' : ` (${graded.en})`}, target ${target}; ${share}% of the weight was measured.`,
  };
  return [say(text, sourceOf(frame, { path: '/api/v1/scores', page: '/app/scorecards' }))];
}

function countSentences({ frame, compared }: Evidence): ReportSentence[] {
  const measured = compared.filter(({ now }) => now.value !== null);
  if (measured.length === 0) return [];
  const count = (status: Figure['status']) => measured.filter(({ now }) => now.status === status).length;
  const [met, near, missed, unknown] = [count('met'), count('near'), count('missed'), count('unknown')];
  const text = {
    zh: `${measured.length} 项指标有数据：${met} 项达标，${near} 项接近，${missed} 项未达标，${unknown} 项不作判断。`,
    en: `${measured.length} indicators were measured: ${met} met, ${near} near, ${missed} missed, ${unknown} not judged.`,
  };
  return [say(text, sourceOf(frame, { path: '/api/v1/scores', page: '/app/scorecards', n: measured.length }))];
}

/** Every significant change is told, and of all others only how many there are. */
export function changeSentences({ frame, compared, changes }: Evidence): ReportSentence[] {
  const told = compared.flatMap(({ now }) => changeSentence(frame, now, changes.get(now.indicator)) ?? []);
  const measured = compared.filter(({ now }) => now.value !== null).length;
  const [quiet, untested] = [changes.size - told.length, measured - changes.size];
  if (measured === 0) return [];
  const before = periodText(frame.before.key);
  const text = {
    zh: `与${before.zh}相比，${told.length === 0 ? '没有指标发生显著变化' : `${told.length} 项指标变化显著`}；${quiet} 项变化不显著，不作叙述；${untested} 项无法检验（样本不足、没有区间或没有上期数据）。`,
    en: `Against ${before.en}, ${told.length === 0 ? 'no indicator changed significantly' : `${told.length} changed significantly`}; ${quiet} changed within chance and are not told; ${untested} could not be tested (too few, no interval, or nothing before).`,
  };
  return [...told, say(text, sourceOf(frame, { path: '/api/v1/scores', page: '/app/scorecards', n: changes.size }), 'note')];
}

function indexChart({ frame, board: { index } }: Evidence): ReportBlock | null {
  if (index === null || index.trend.length === 0) return null;
  return {
    ...{ kind: 'chart', form: 'line', unit: '1', decimals: 1 },
    title: { zh: '服务质量指数', en: 'Service quality index' },
    categories: index.trend.map(({ bucket }) => ({ zh: bucket, en: bucket })),
    series: [
      { name: { zh: '指数', en: 'Index' }, role: 'data', values: index.trend.map(({ score }) => score) },
      { name: { zh: '目标', en: 'Target' }, role: 'reference', values: index.trend.map(() => index.target) },
    ],
    source: sourceOf(frame, { path: '/api/v1/board', page: '/app/board' }),
  };
}

/** The branches of the scorecard side by side. */
export function scoreSections({ frame, board: { index } }: Evidence): ReportSection[] {
  const branches = (index?.root.children ?? []).flatMap(({ name, score }) => (score === null ? [] : [{ name, score }]));
  const ordered = branches.toSorted((a, b) => a.score - b.score);
  const [worst] = ordered;
  if (worst === undefined || ordered.length < 2) return [];
  const source = sourceOf(frame, { path: '/api/v1/scores', page: '/app/scorecards' });
  const low = numberText(worst.score, 1);
  const text = {
    zh: `得分最低的维度是${worst.name.zh}（${low}）。得分是加权合成值，没有区间，排序仅供查看。`,
    en: `The lowest is ${worst.name.en} (${low}). Scores are weighted composites without an interval; their order is for orientation only.`,
  };
  const title = { zh: '各维度得分', en: 'Scores by dimension' };
  const chart: ReportBlock = {
    ...{ kind: 'chart', form: 'bar', unit: '1', decimals: 1, source, title },
    categories: ordered.map(({ name }) => name),
    series: [{ name: { zh: '得分', en: 'Score' }, role: 'data', values: ordered.map(({ score }) => score) }],
  };
  return [{ key: 'scores', chapter: null, title, sentences: [say(text, source)], blocks: [chart] }];
}

/** All figures in one table, each with n, interval and target. */
export function figureTable({ frame, compared }: Evidence): ReportSection[] {
  if (compared.length === 0) return [];
  const style = { unit: '1', decimals: 2 };
  const number = (zh: string, en: string) => numberColumn({ zh, en }, style);
  const table: ReportTable = {
    kind: 'table',
    detail: false,
    title: { zh: '指标一览', en: 'All indicators' },
    columns: [
      ...[textColumn('指标', 'Indicator'), textColumn('单位', 'Unit'), number('本期', 'Now'), countColumn('n', 'n')],
      ...[...intervalColumns(style), number('上期', 'Before'), number('目标', 'Target'), textColumn('状态', 'Status')],
    ],
    rows: compared.map(({ now }) => [
      now.name,
      { zh: unitWord(now.unit, 'zh') || '—', en: unitWord(now.unit, 'en') || '—' },
      ...[now.value, now.n, now.interval?.[0] ?? null, now.interval?.[1] ?? null, now.previous, now.target],
      statusWords[now.status],
    ]),
    source: sourceOf(frame, { path: '/api/v1/scores', page: '/app/scorecards', n: compared.length }),
  };
  const missed = compared.filter(({ now }) => now.status === 'missed');
  const words = listText(missed.map(({ now }) => now.name));
  const sentence =
    missed.length === 0
      ? { zh: '没有指标低于警戒线。', en: 'No indicator is beyond its limit.' }
      : { zh: `未达标的指标：${cut(words.zh)}。`, en: `Missed: ${cut(words.en)}.` };
  return [{ key: 'figures', chapter: null, title: table.title, sentences: [say(sentence, table.source)], blocks: [table] }];
}

const cut = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);
