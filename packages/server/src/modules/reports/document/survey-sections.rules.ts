import type { Figure, FigureUnit } from '@zhiheng/contract/surveys/figure';
import type { ReportBlock, ReportSection, ReportSentence } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import { countColumn, intervalColumns, numberColumn, textColumn } from './columns.rules.ts';
import type { Evidence, Surveyed } from './evidence.ts';
import { say, sourceOf, type Frame } from './frame.rules.ts';
import { both, intervalText, numberText, probabilityText, valueText, type Style } from './written.rules.ts';

/** A share of 1 is shown in percent, everything else as it is. */
const styles: Readonly<Record<FigureUnit, Style & { readonly times: number }>> = {
  share: { unit: '%', decimals: 1, times: 100 },
  points: { unit: '1', decimals: 1, times: 1 },
  index: { unit: '1', decimals: 1, times: 1 },
  scale: { unit: '1', decimals: 2, times: 1 },
  gap: { unit: '1', decimals: 2, times: 1 },
  sum: { unit: '1', decimals: 1, times: 1 },
};
const nameOf = (name: Readonly<Record<string, string>>): LocalText => {
  const any = Object.values(name)[0] ?? '—';
  return { zh: name.zh ?? any, en: name.en ?? any };
};

type Headline = Surveyed['trend']['series'][number];
const headlineName = ({ name }: Pick<Headline, 'name'>): LocalText => nameOf(name);

const sourceOfSurvey = (
  { period, scope, ...frame }: Frame,
  { id }: Surveyed,
  { part, n, more = {} }: { part: string; n: number; more?: Record<string, string> },
) =>
  sourceOf(
    { period, scope, ...frame },
    {
      path: `/api/v1/surveys/${id}/results${part}`,
      page: `/app/surveys/${id}/results`,
      n,
      query: { from: period.firstMonth, until: period.lastMonth, ...definedOf(scope), ...more },
    },
  );
const definedOf = (scope: Frame['scope']): Record<string, string> =>
  Object.fromEntries(Object.entries(scope).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

/** What was answered to one survey in the period: its headlines with n and interval, their months, and whether sites differ. */
export function surveySections({ frame, surveys }: Evidence): ReportSection[] {
  return surveys.map((survey) => ({
    key: `survey-${survey.id}`,
    chapter: null,
    title: survey.results.name,
    sentences: [
      answered(frame, survey),
      ...survey.results.sections.flatMap((section) => headlineSentence(frame, survey, section)),
      ...siteSentences(frame, survey),
    ],
    blocks: [...trendCharts(frame, survey), ...siteTables(frame, survey)],
  }));
}

function answered(frame: Frame, survey: Surveyed): ReportSentence {
  const { n, clean, waiting } = survey.results;
  const flagged = clean === null ? null : n - clean;
  const text = {
    zh: `本期 ${numberText(n, 0)} 份回答${flagged === null || flagged === 0 ? '' : `，其中 ${numberText(flagged, 0)} 份可疑，仍计入下列数字`}${waiting === 0 ? '' : `；另有 ${numberText(waiting, 0)} 份待达到匿名人数后计入`}。`,
    en: `${numberText(n, 0)} answers in this period${flagged === null || flagged === 0 ? '' : `, ${numberText(flagged, 0)} of them suspicious but counted below`}${waiting === 0 ? '' : `; ${numberText(waiting, 0)} more wait until their group is large enough`}.`,
  };
  return say(text, sourceOfSurvey(frame, survey, { part: '', n }));
}

type Section = Surveyed['results']['sections'][number];

function headlineSentence(frame: Frame, survey: Surveyed, { name, unit, headline }: Section): ReportSentence[] {
  if (unit === null || headline === null) return [];
  const [words, source] = [nameOf(name), sourceOfSurvey(frame, survey, { part: '', n: headline.n })];
  const shown = shownOf(headline, unit);
  if (shown === null) {
    const needed = headline.kind === 'insufficient' ? headline.needed : null;
    const why =
      needed === null
        ? { zh: '无法确定', en: 'cannot be determined' }
        : { zh: `样本不足，需要 ${needed} 份`, en: `too few, ${needed} are needed` };
    return [say({ zh: `${words.zh}：n = ${headline.n}，${why.zh}。`, en: `${words.en}: n = ${headline.n}, ${why.en}.` }, source, 'note')];
  }
  const value = valueText(styles[unit], shown.value);
  const range = shown.interval === null ? null : intervalText(styles[unit], shown.interval);
  const n = numberText(headline.n, 0);
  const text = {
    zh: `${words.zh} ${value.zh}（n = ${n}${range === null ? '' : `，95% 区间 ${range.zh}`}）。`,
    en: `${words.en}: ${value.en} (n = ${n}${range === null ? '' : `, 95% interval ${range.en}`}).`,
  };
  return [say(text, source)];
}

function shownOf(figure: Figure, unit: FigureUnit): { value: number; interval: [number, number] | null } | null {
  if (figure.kind !== 'figure') return null;
  const { times } = styles[unit];
  const { low, high } = figure;
  return { value: figure.value * times, interval: low === null || high === null ? null : [low * times, high * times] };
}

/** Of groups that answered differently only those are told whose test stands after correction over all headlines. */
function siteSentences(frame: Frame, survey: Surveyed): ReportSentence[] {
  const { series } = survey.breakdown;
  const tested = series.filter(({ p }) => p !== null);
  if (tested.length === 0) return [];
  return tested
    .filter(({ differs }) => differs === true)
    .map((one) => {
      const words = headlineName(one);
      const test = {
        method: 'homogeneity' as const,
        p: null,
        adjustedP: one.p,
        correction: 'holm' as const,
        family: tested.length,
        alpha: 0.05,
      };
      const source = { ...sourceOfSurvey(frame, survey, { part: '/breakdown', n: survey.breakdown.n, more: { by: 'site' } }), test };
      const p = probabilityText(one.p ?? 1);
      return say(
        {
          zh: `${words.zh}在各地点之间有显著差异（${p}，Holm 校正，共 ${tested.length} 项检验）。`,
          en: `${words.en} differs significantly between sites (${p}, Holm correction over ${tested.length} tests).`,
        },
        source,
        'bad',
      );
    });
}

function trendCharts(frame: Frame, survey: Surveyed): ReportBlock[] {
  return survey.trend.series.slice(0, 2).flatMap((series) => {
    const shown = series.months.map(({ month, figure }) => ({ month, figure: shownOf(figure, series.unit) }));
    if (shown.every(({ figure }) => figure === null)) return [];
    const { unit, decimals } = styles[series.unit];
    const name = headlineName(series);
    const last = shown.slice(-12);
    return [
      {
        ...{ kind: 'chart' as const, form: 'line' as const, unit, decimals },
        title: both((locale) => `${survey.results.name[locale]}${locale === 'zh' ? '：' : ': '}${name[locale]}`),
        categories: last.map(({ month }) => ({ zh: month, en: month })),
        series: [{ name, role: 'data' as const, values: last.map(({ figure }) => figure?.value ?? null) }],
        source: sourceOf(frame, {
          path: `/api/v1/surveys/${survey.id}/results/trend`,
          page: `/app/surveys/${survey.id}/results`,
          n: survey.trend.n,
          query: { until: frame.period.lastMonth, ...definedOf(frame.scope) },
        }),
      },
    ];
  });
}

function siteTables(frame: Frame, survey: Surveyed): ReportBlock[] {
  const { rows, series, n } = survey.breakdown;
  const [first] = series;
  if (rows.length < 2 || first === undefined) return [];
  const { unit, decimals } = styles[first.unit];
  const name = headlineName(first);
  const style = { unit, decimals };
  return [
    {
      kind: 'table',
      detail: false,
      title: both((locale) => `${name[locale]}${locale === 'zh' ? '：按地点' : ' by site'}`),
      columns: [textColumn('地点', 'Site'), numberColumn(name, style), countColumn('n', 'n'), ...intervalColumns(style)],
      rows: rows.map((row, at) => {
        const figure = first.figures[at];
        const shown = figure === undefined ? null : shownOf(figure, first.unit);
        return [nameOf(row.name), shown?.value ?? null, row.n, shown?.interval?.[0] ?? null, shown?.interval?.[1] ?? null];
      }),
      source: sourceOfSurvey(frame, survey, { part: '/breakdown', n, more: { by: 'site' } }),
    },
  ];
}
