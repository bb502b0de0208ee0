import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { Attention } from '@zhiheng/contract/insight/board';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { SliceFigure } from './ranking.rules.ts';

/** An indicator as the attention list looks at it. */
export interface Watched {
  readonly figure: Figure;
  readonly headline: boolean;
  /** worse than the period before, beyond chance */
  readonly worsened: boolean;
  /** last month with a figure among those shown; null: none */
  readonly lastSeen: string | null;
}

export interface Circumstances {
  readonly watched: readonly Watched[];
  /** slices wholly on the bad side of the target */
  readonly slices: readonly SliceFigure[];
  /** the scorecard, when nothing narrows the view: only then is an indicator that was never measured worth a word */
  readonly whole: LocalText | null;
  readonly quarantine: { readonly rows: number; readonly at: Date | null };
  /** entry sheets whose day has passed */
  readonly overdue: readonly { readonly name: LocalText; readonly period: string; readonly dueOn: string; readonly missing: number }[];
  readonly neededN: number;
  readonly asOf: Date | null;
}

const severities: readonly Attention['severity'][] = ['urgent', 'watch', 'note'];

/** Everything that asks for attention, the most severe first; within one severity in the order in which it was found. */
export function attentionOf(circumstances: Circumstances): Attention[] {
  const at = circumstances.asOf?.toISOString() ?? null;
  const items = [
    ...circumstances.watched.flatMap((watched) => ofFigure(watched, circumstances.neededN) ?? []).map((item) => ({ ...item, at })),
    ...circumstances.slices.map((slice) => ({ ...ofSlice(slice), at })),
    ...ofOverdue(circumstances),
    ...ofQuarantine(circumstances),
    ...ofNeverMeasured(circumstances).map((item) => ({ ...item, at })),
  ];
  return items.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

type Finding = Omit<Attention, 'at'>;

/** At most one word about a figure: the most severe that holds. */
function ofFigure(watched: Watched, needed: number): Finding | null {
  const { figure, headline } = watched;
  if (figure.value === null) return ofSilence(watched);
  const found = (severity: Attention['severity'], kind: Attention['kind'], params: Attention['params'] = {}): Finding => ({
    ...{ severity, kind, indicator: figure.indicator, name: figure.name, slice: null },
    params: { value: figure.value, unit: figure.unit, decimals: figure.decimals, n: figure.n, target: figure.target, ...params },
  });
  if (!figure.sufficient) return found('note', 'few_answers', { needed });
  if (figure.status === 'missed')
    return found(headline || isCritical(figure) ? 'urgent' : 'watch', 'missed', { warning: figure.warning, critical: figure.critical });
  if (watched.worsened) return found('watch', 'worsened', { previous: figure.previous });
  return figure.status === 'near' ? found('note', 'near', { warning: figure.warning }) : null;
}

/** Beyond the critical limit, or as bad as the scale goes. */
function isCritical({ direction, value, target, critical }: Figure): boolean {
  if (value === null || critical === null) return false;
  if (direction === 'nominal') return Math.abs(value - (target ?? value)) >= Math.abs(critical);
  return direction === 'higher' ? value <= critical : value >= critical;
}

/** An indicator that used to have figures and has none now. */
function ofSilence({ figure, lastSeen, headline }: Watched): Finding | null {
  if (lastSeen === null) return null;
  const severity = headline ? 'watch' : 'note';
  return { severity, kind: 'no_data', indicator: figure.indicator, name: figure.name, slice: null, params: { lastSeen } };
}

/** Indicators without any figure in the months shown are one word together. */
function ofNeverMeasured({ watched, whole }: Circumstances): Finding[] {
  const count = watched.filter(({ figure, lastSeen }) => figure.value === null && lastSeen === null).length;
  if (count === 0 || whole === null) return [];
  return [{ severity: 'note', kind: 'no_data', indicator: null, name: whole, slice: null, params: { count, of: watched.length } }];
}

function ofSlice({ name, figure }: SliceFigure): Finding {
  const { value, unit, decimals, n, target } = figure;
  const params = { value, unit, decimals, n, target, low: figure.interval?.[0] ?? null, high: figure.interval?.[1] ?? null };
  return { severity: 'watch', kind: 'slice_missed', indicator: figure.indicator, name: figure.name, slice: name, params };
}

const ofOverdue = ({ overdue }: Circumstances): Attention[] =>
  overdue.map(({ name, period, dueOn, missing }) => ({
    ...{ severity: 'watch', kind: 'collection_overdue', indicator: null, name, slice: null, at: null },
    params: { period, dueOn, missing },
  }));

function ofQuarantine({ quarantine: { rows, at } }: Circumstances): Attention[] {
  if (rows === 0) return [];
  const name = { zh: '隔离区', en: 'Quarantine' };
  return [{ severity: 'watch', kind: 'quarantine', indicator: null, name, slice: null, params: { rows }, at: at?.toISOString() ?? null }];
}
