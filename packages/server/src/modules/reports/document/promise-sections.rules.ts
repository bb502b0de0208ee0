import type { ReportChart, ReportSection, ReportSentence, ReportTable } from '@zhiheng/contract/reports/report-document';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { TargetKind } from '@zhiheng/sla-clock/policy';
import { countColumn, numberColumn, textColumn } from './columns.rules.ts';
import type { Evidence, Promised } from './evidence.ts';
import { say, sourceOf, type Frame } from './frame.rules.ts';
import { both, numberText } from './written.rules.ts';

const targets: Readonly<Record<TargetKind, LocalText>> = {
  'first-response': { zh: '首次响应', en: 'First response' },
  'next-reply': { zh: '后续回复', en: 'Next reply' },
  'periodic-update': { zh: '定期通报', en: 'Periodic update' },
  resolution: { zh: '解决', en: 'Resolution' },
  'requester-wait': { zh: '客户等待', en: 'Requester wait' },
  'agent-work': { zh: '处理用时', en: 'Working time' },
};
const words: ReadonlyMap<string, LocalText> = new Map(Object.entries(targets));
const nameOf = (target: string): LocalText => words.get(target) ?? { zh: target, en: target };

const prefix = 'attainment/';
const targetsOf = ({ months }: Promised): string[] =>
  [...new Set(months.flatMap(({ figures }) => Object.keys(figures).filter((name) => name.startsWith(prefix))))].sort();

const sourceOfPromise = (frame: Frame, { id }: Promised, n: number) =>
  sourceOf(frame, { path: `/api/v1/agreements/${id}/months`, page: `/app/agreements/${id}/months`, n, query: { months: '12' } });

interface Kept {
  readonly name: LocalText;
  readonly target: LocalText;
  readonly met: number;
  readonly n: number;
}

/** What each agreement promised and kept in the period, in one table: the details stand in the SLA report. */
export function promiseSummary({ frame, promises }: Evidence): ReportSection[] {
  const kept = promises.flatMap((promise) => targetsOf(promise).flatMap((key) => keptOf(frame, promise, key) ?? []));
  if (kept.length === 0) return [];
  const [met, n] = [kept.reduce((sum, one) => sum + one.met, 0), kept.reduce((sum, one) => sum + one.n, 0)];
  const source = sourceOf(frame, { path: '/api/v1/agreements', page: '/app/agreements', n, query: {} });
  const share = `${numberText((100 * met) / n, 1)}%`;
  const counts = [numberText(met, 0), numberText(n, 0)];
  const text = {
    zh: `本期到期的承诺共 ${counts[1]} 项，按时完成 ${counts[0]} 项（${share}）。逐协议的走势和归因见 SLA 报告。`,
    en: `${counts[1]} promises fell due, ${counts[0]} of them kept (${share}). Courses and causes by agreement are in the SLA report.`,
  };
  const title = { zh: '服务承诺的达成', en: 'Promises kept' };
  const table: ReportTable = {
    ...{ kind: 'table', detail: false, title, source },
    columns: [
      ...[textColumn('协议', 'Agreement'), textColumn('承诺', 'Promise'), countColumn('按时', 'Kept'), countColumn('到期', 'Due')],
      numberColumn({ zh: '达成率', en: 'Share kept' }, { unit: '%', decimals: 1 }),
    ],
    rows: kept.map((one) => [one.name, one.target, one.met, one.n, (100 * one.met) / one.n]),
  };
  return [{ key: 'promises', chapter: null, title, sentences: [say(text, source)], blocks: [table] }];
}

/** One agreement: the attainment of its promises by month, and whose time used up those that were missed. */
export function promiseSections({ frame, promises }: Evidence): ReportSection[] {
  return promises.map((promise) => {
    const keys = targetsOf(promise);
    const sentences = keys.flatMap((key) => attainmentSentence(frame, promise, key));
    const source = sourceOfPromise(frame, promise, countIn(frame, promise, keys));
    const none = say(
      {
        zh: `${promise.name.zh}：本期没有到期的承诺，无从计算达成率。`,
        en: `${promise.name.en}: no promise fell due in this period, so there is no attainment.`,
      },
      source,
      'note',
    );
    return {
      ...{ key: `promise-${promise.id}`, chapter: null },
      title: promise.name,
      sentences: sentences.length === 0 ? [none] : [...sentences, ...breachSentences(frame, promise)],
      blocks:
        keys.length === 0 ? [] : [attainmentChart(frame, promise, keys), monthTable(frame, promise, keys), ...partyTables(frame, promise)],
    };
  });
}

const monthsIn = ({ period }: Frame, { months }: Promised) =>
  months.filter(({ month }) => month >= period.firstMonth && month <= period.lastMonth);

const countIn = (frame: Frame, promise: Promised, keys: readonly string[]): number =>
  monthsIn(frame, promise).reduce((sum, { figures }) => sum + keys.reduce((own, key) => own + (figures[key]?.n ?? 0), 0), 0);

/** Over a quarter or a year the months are put together by what was decided in each. Null where nothing fell due. */
function keptOf(frame: Frame, promise: Promised, key: string): Kept | null {
  const figures = monthsIn(frame, promise).flatMap((month) => month.figures[key] ?? []);
  const n = figures.reduce((sum, figure) => sum + figure.n, 0);
  const met = figures.reduce((sum, { value, n: own }) => sum + Math.round((value ?? 0) * own), 0);
  return n === 0 ? null : { name: promise.name, target: nameOf(key.slice(prefix.length)), met, n };
}

function attainmentSentence(frame: Frame, promise: Promised, key: string): ReportSentence[] {
  const kept = keptOf(frame, promise, key);
  if (kept === null) return [];
  const { target, met, n } = kept;
  const share = `${numberText((100 * met) / n, 1)}%`;
  const counts = [numberText(met, 0), numberText(n, 0)];
  const text = {
    zh: `${target.zh}承诺达成率 ${share}（${counts[0]} / ${counts[1]}）。`,
    en: `${target.en}: ${share} of promises kept (${counts[0]} of ${counts[1]}).`,
  };
  return [say(text, sourceOfPromise(frame, promise, n))];
}

function breachSentences(frame: Frame, { id, attribution }: Promised): ReportSentence[] {
  const [first] = attribution?.parties.toSorted((a, b) => b.decisive - a.decisive) ?? [];
  if (attribution === null || attribution.breaches === 0 || first === undefined) return [];
  const source = sourceOf(frame, {
    path: '/api/v1/breach-attributions',
    page: `/app/agreements/${id}/months`,
    n: attribution.examined,
    query: { agreementId: id, month: attribution.month },
  });
  const text = {
    zh: `${attribution.month} 有 ${numberText(attribution.breaches, 0)} 项承诺超时；其中 ${numberText(first.decisive, 0)} 项若没有${first.name.zh}的用时即可按时完成。`,
    en: `${numberText(attribution.breaches, 0)} promises were missed in ${attribution.month}; ${numberText(first.decisive, 0)} of them would have been kept without the time of ${first.name.en}.`,
  };
  return [say(text, source)];
}

const percent = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : value * 100);

function attainmentChart(frame: Frame, promise: Promised, keys: readonly string[]): ReportChart {
  return {
    ...{ kind: 'chart', form: 'line', unit: '%', decimals: 1 },
    title: both((locale) => `${promise.name[locale]}${locale === 'zh' ? '：承诺达成率' : ': promises kept'}`),
    categories: promise.months.map(({ month }) => ({ zh: month, en: month })),
    series: keys.slice(0, 2).map((key, at) => ({
      name: nameOf(key.slice(prefix.length)),
      role: at === 0 ? ('data' as const) : ('second' as const),
      values: promise.months.map(({ figures }) => percent(figures[key]?.value)),
    })),
    source: sourceOfPromise(frame, promise, countIn(frame, promise, keys)),
  };
}

const states = {
  open: { zh: '未关账', en: 'open' },
  frozen: { zh: '已关账', en: 'closed' },
  restated: { zh: '已更正', en: 'restated' },
  differs: { zh: '与关账不符', en: 'differs' },
} as const;

function monthTable(frame: Frame, promise: Promised, keys: readonly string[]): ReportTable {
  const columns = keys.flatMap((key) => {
    const word = nameOf(key.slice(prefix.length));
    return [
      {
        name: both((locale) => (locale === 'zh' ? `${word.zh}达成率` : `${word.en} kept`)),
        unit: '%',
        decimals: 1,
        kind: 'number' as const,
      },
      { name: both((locale) => `${word[locale]} n`), unit: '1', decimals: 0, kind: 'number' as const },
    ];
  });
  return {
    kind: 'table',
    detail: true,
    title: both((locale) => `${promise.name[locale]}${locale === 'zh' ? '：逐月' : ' by month'}`),
    columns: [textColumn('月份', 'Month'), ...columns, textColumn('状态', 'State')],
    rows: promise.months.map(({ month, figures, state }) => [
      { zh: month, en: month },
      ...keys.flatMap((key) => [percent(figures[key]?.value), figures[key]?.n ?? 0]),
      states[state],
    ]),
    source: sourceOfPromise(frame, promise, countIn(frame, promise, keys)),
  };
}

function partyTables(frame: Frame, { id, attribution, name }: Promised): ReportTable[] {
  if (attribution === null || attribution.parties.length === 0) return [];
  return [
    {
      kind: 'table',
      detail: true,
      title: both(
        (locale) => `${name[locale]}${locale === 'zh' ? `：${attribution.month} 超时归因` : `: whose time in ${attribution.month}`}`,
      ),
      columns: [
        ...[textColumn('责任方', 'Party'), countColumn('涉及', 'Held'), countColumn('决定性', 'Decisive')],
        numberColumn({ zh: '用时', en: 'Time' }, { unit: 'h', decimals: 1 }),
      ],
      rows: attribution.parties.map((party) => [party.name, party.breaches, party.decisive, party.seconds / 3600]),
      source: sourceOf(frame, {
        path: '/api/v1/breach-attributions',
        page: `/app/agreements/${id}/months`,
        n: attribution.examined,
        query: { agreementId: id, month: attribution.month },
      }),
    },
  ];
}
