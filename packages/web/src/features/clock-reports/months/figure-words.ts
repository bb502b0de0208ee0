import type { ClockMonth } from '@zhiheng/contract/cases/clock-months';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Months } from '../reports.query.ts';

type Figure = ClockMonth['figures'][string];

/** What a figure of a month is called. */
export function figureName(key: string, contracts: Months['contracts']): string {
  const [kind, what = ''] = key.split('/');
  if (kind === 'attainment') return m.reports_months_attainment({ target: m.agreements_target_of({ code: what }) });
  if (kind === 'credit') return m.reports_months_credit({ contract: contracts.find(({ id }) => id === what)?.number ?? '—' });
  return m.reports_months_excluded();
}

/** The figure with what stands behind it: `96.2%（250 项）`. */
export function figureText(key: string, figure: Figure | null, format: Format): string {
  if (figure === null || figure.value === null) return '—';
  const n = format.number(figure.n);
  if (key.startsWith('attainment/')) return `${format.percent(figure.value * 100)} · ${m.reports_months_n_of({ n })}`;
  if (key.startsWith('credit/')) return `${format.number(figure.value, 2)} · ${m.reports_months_n_breaches({ n })}`;
  return `${format.duration(figure.value)} · ${m.reports_months_n_exclusions({ n })}`;
}

/** By how much it changed, in the figure's own unit. */
export function changeText(key: string, change: number | null, format: Format): string {
  if (change === null) return '—';
  const sign = change > 0 ? '+' : '';
  if (key.startsWith('attainment/')) return sign + m.reports_sim_points({ n: format.number(change * 100, 1) });
  return sign + (key.startsWith('credit/') ? format.number(change, 2) : format.duration(change));
}

/** Attainment first, then money, then time taken out. */
export const inOrder = (keys: readonly string[]): string[] =>
  [...keys].sort((a, b) => ranks.indexOf(kindOf(a)) - ranks.indexOf(kindOf(b)) || (a < b ? -1 : 1));

const ranks = ['attainment', 'credit', 'excluded'];
const kindOf = (key: string): string => key.split('/')[0] ?? '';
