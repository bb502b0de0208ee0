import type { Coefficient } from '@zhiheng/contract/fieldwork/agreement';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import type { Tone } from '../../../ui/status-badge.tsx';

type Known = Extract<Coefficient, { state: 'known' }>;
interface Band {
  readonly from: number;
  readonly tone: Tone;
  readonly words: () => string;
}

// Bands are conventions of the field, not limits of statistics; the page says so.
/** Landis and Koch 1977. */
const kappaBands: readonly Band[] = [
  { from: 0.81, tone: 'good', words: m.fieldwork_agree_almost },
  { from: 0.61, tone: 'good', words: m.fieldwork_agree_substantial },
  { from: 0.41, tone: 'near', words: m.fieldwork_agree_moderate },
  { from: 0.21, tone: 'near', words: m.fieldwork_agree_fair },
  { from: 0, tone: 'bad', words: m.fieldwork_agree_slight },
];
/** Krippendorff 2004. */
const alphaBands: readonly Band[] = [
  { from: 0.8, tone: 'good', words: m.fieldwork_agree_reliable },
  { from: 0.667, tone: 'near', words: m.fieldwork_agree_tentative },
  { from: 0, tone: 'bad', words: m.fieldwork_agree_unreliable },
];
/** Koo and Li 2016. */
const iccBands: readonly Band[] = [
  { from: 0.9, tone: 'good', words: m.fieldwork_agree_excellent },
  { from: 0.75, tone: 'good', words: m.fieldwork_agree_good },
  { from: 0.5, tone: 'near', words: m.fieldwork_agree_moderate },
  { from: 0, tone: 'bad', words: m.fieldwork_agree_poor },
];
const bands: Readonly<Record<Known['kind'], readonly Band[]>> = { kappa: kappaBands, alpha: alphaBands, icc2: iccBands, icc1: iccBands };

export const kindWords: Readonly<Record<Known['kind'], () => string>> = {
  kappa: m.fieldwork_coefficient_kappa,
  alpha: m.fieldwork_coefficient_alpha,
  icc2: m.fieldwork_coefficient_icc2,
  icc1: m.fieldwork_coefficient_icc1,
};

/** How good an agreement is by the usual bands; below 0 raters agree less than by chance. */
export function verdictOf(coefficient: Coefficient): { readonly tone: Tone; readonly word: string } {
  if (coefficient.state === 'insufficient')
    return { tone: 'idle', word: m.fieldwork_agree_insufficient({ needed: String(coefficient.needed) }) };
  if (coefficient.state === 'undetermined') return { tone: 'idle', word: m.fieldwork_agree_undetermined() };
  const band = bands[coefficient.kind].find(({ from }) => coefficient.value >= from);
  return band === undefined ? { tone: 'bad', word: m.fieldwork_agree_below_chance() } : { tone: band.tone, word: band.words() };
}

/** `κ 0.62（0.41–0.83）`. */
export function coefficientText(coefficient: Coefficient, format: Format): string {
  if (coefficient.state !== 'known') return '—';
  const { kind, value, low, high } = coefficient;
  const number = `${kindWords[kind]()} ${format.number(value, 2)}`;
  if (low === null || high === null) return number;
  return m.fieldwork_coefficient_interval({ number, low: format.number(low, 2), high: format.number(high, 2) });
}
