import type { Attention } from '@zhiheng/contract/insight/board';
import type { ReportBlock, ReportSection } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import { countColumn, intervalColumns, numberColumn, textColumn } from './columns.rules.ts';
import type { Evidence } from './evidence.ts';
import { say, sourceOf } from './frame.rules.ts';
import { both, numberText, valueText } from './written.rules.ts';

const dimensionWords = {
  service: { zh: '服务', en: 'service' },
  team: { zh: '团队', en: 'team' },
  site: { zh: '地点', en: 'site' },
  segment: { zh: '客群', en: 'segment' },
} as const;

type Ranking = NonNullable<Evidence['board']['ranking']>;

/** The slices of the headline indicator as the board ranks them, with n and interval: no league table. */
export function rankingSections({ frame, board: { ranking } }: Evidence): ReportSection[] {
  if (ranking === null || ranking.slices.length < 2) return [];
  const { name, unit, by, slices, target } = ranking;
  const word = dimensionWords[by];
  const source = sourceOf(frame, { path: '/api/v1/board', page: '/app/board', n: slices.reduce((sum, { n }) => sum + n, 0) });
  const title = { zh: `${name.zh}：按${word.zh}`, en: `${name.en} by ${word.en}` };
  const style = { unit, decimals: 2 };
  const wanted = target === null ? null : valueText(style, target);
  const chartTitle = wanted === null ? title : { zh: `${title.zh}，目标 ${wanted.zh}`, en: `${title.en}, target ${wanted.en}` };
  const chart: ReportBlock = {
    ...{ kind: 'chart', form: 'bar', title: chartTitle, ...style, source },
    categories: slices.map((slice) => slice.name),
    series: [{ name, role: 'data', values: slices.map(({ value }) => value) }],
  };
  const table: ReportBlock = {
    ...{ kind: 'table', detail: false, title, source },
    columns: [
      textColumn(word.zh, word.en),
      numberColumn({ zh: '数值', en: 'Value' }, style),
      countColumn('n', 'n'),
      ...intervalColumns(style),
    ],
    rows: slices.map((slice) => [slice.name, slice.value, slice.n, slice.interval?.[0] ?? null, slice.interval?.[1] ?? null]),
  };
  const asking = slices.filter(({ attention }) => attention);
  const sentence = say(rankingText(asking), source, asking.length === 0 ? 'plain' : 'bad');
  return [{ key: 'ranking', chapter: null, title, sentences: [sentence], blocks: [chart, table] }];
}

const rankingText = (asking: Ranking['slices']): LocalText =>
  asking.length === 0
    ? {
        zh: '没有一处的整个区间在目标之外，差别可能出于偶然。',
        en: 'Nowhere is the whole interval beyond the target: differences may be chance.',
      }
    : {
        zh: `整个区间都在目标之外的有 ${asking.length} 处：${asking.map((slice) => slice.name.zh).join('、')}。`,
        en: `The whole interval is beyond the target in ${asking.length}: ${asking.map((slice) => slice.name.en).join(', ')}.`,
      };

const kinds: Readonly<Record<Attention['kind'], LocalText>> = {
  missed: { zh: '低于警戒线', en: 'Beyond its limit' },
  near: { zh: '接近警戒线', en: 'Near its limit' },
  worsened: { zh: '显著变差', en: 'Significantly worse' },
  no_data: { zh: '没有数据', en: 'No data' },
  few_answers: { zh: '样本不足', en: 'Too few' },
  quarantine: { zh: '数据被隔离', en: 'Rows set aside' },
  collection_overdue: { zh: '填报逾期', en: 'Entry overdue' },
  slice_missed: { zh: '局部未达标', en: 'A part misses' },
};
const severities = { urgent: { zh: '紧急', en: 'urgent' }, watch: { zh: '关注', en: 'watch' }, note: { zh: '提示', en: 'note' } } as const;

/** What asks for attention, as the board lists it. */
export function attentionSections({ frame, board: { attention, attentionTotal } }: Evidence): ReportSection[] {
  if (attention.length === 0) return [];
  const source = sourceOf(frame, { path: '/api/v1/board', page: '/app/board', n: attentionTotal });
  const title = { zh: '需要关注的事项', en: 'What asks for attention' };
  const urgent = attention.filter(({ severity }) => severity === 'urgent').length;
  return [
    {
      ...{ key: 'attention', chapter: null, title },
      sentences: [
        say(
          {
            zh: `共 ${attentionTotal} 项需要关注，下表列出前 ${attention.length} 项，其中 ${urgent} 项紧急。`,
            en: `${attentionTotal} matters ask for attention; the first ${attention.length} are listed, ${urgent} of them urgent.`,
          },
          source,
        ),
      ],
      blocks: [
        {
          ...{ kind: 'table', detail: false, title, source },
          columns: [textColumn('事项', 'Matter'), textColumn('类型', 'Kind'), textColumn('程度', 'Severity'), textColumn('数值', 'Figure')],
          rows: attention.map((one) => [subjectOf(one), kinds[one.kind], severities[one.severity], figureOf(one)]),
        },
      ],
    },
  ];
}

const subjectOf = ({ name, slice }: Attention): LocalText =>
  slice === null ? name : both((locale) => `${name[locale]} · ${slice[locale]}`);

function figureOf({ params }: Attention): LocalText {
  const { value, unit, decimals, n, rows, missing } = params;
  if (typeof value === 'number' && typeof unit === 'string') {
    const shown = valueText({ unit, decimals: typeof decimals === 'number' ? decimals : 2 }, value);
    return both((locale) => (typeof n === 'number' ? `${shown[locale]} (n = ${numberText(n, 0)})` : shown[locale]));
  }
  const count = rows ?? missing ?? n;
  return both(() => (typeof count === 'number' ? numberText(count, 0) : '—'));
}
