import type { IncomingRow, RejectedRow } from './incoming-rows.ts';
import type { IndicatorRecord } from './load-indicators.ts';
import { fromStored, largestStored, toStored, unitFactor } from './values.rules.ts';

const day = 86_400_000;
/** Partitions are made between these instants. */
const earliest = 0;

/** A value that fits its indicator, in stored units, or why it does not. */
export type Checked = { readonly kind: 'accepted'; readonly value: number } | { readonly kind: 'rejected'; readonly row: RejectedRow };

/** Checks one row against its indicator: time, unit, range. `now` is epoch milliseconds; a clock may be a day ahead. */
export function acceptRow(row: IncomingRow, indicator: IndicatorRecord | undefined, now: number): Checked {
  if (indicator === undefined) return refuse(row, 'unknown_indicator', { indicator: row.indicator });
  if (indicator.measure === 'formula') return refuse(row, 'formula_indicator', { indicator: row.indicator });
  const at = row.at.getTime();
  if (!(at >= earliest)) return refuse(row, 'impossible_time', { value: Number.isNaN(at) ? null : row.at.toISOString() });
  if (at > now + day) return refuse(row, 'future_time', { value: row.at.toISOString() });
  const factor = row.unit === undefined ? 1 : unitFactor(indicator, row.unit);
  if (factor === null) return refuse(row, 'wrong_unit', { unit: row.unit ?? null, expected: indicator.unit });
  return acceptValue(row, indicator, row.value * factor);
}

function acceptValue(row: IncomingRow, indicator: IndicatorRecord, value: number): Checked {
  const wrong = wrongCount(row, indicator, value);
  if (wrong !== null) return wrong;
  const stored = toStored(indicator, value);
  const shown = indicator.measure === 'share' ? (100 * value) / row.n : fromStored(indicator, stored);
  if (isPlausible(indicator, shown) && Math.abs(stored) <= largestStored) return { kind: 'accepted', value: stored };
  return refuse(row, 'out_of_range', { value: shown, low: indicator.plausibleMin, high: indicator.plausibleMax });
}

/** What no indicator of this measure can say, whatever its range. */
function wrongCount(row: IncomingRow, indicator: IndicatorRecord, value: number): Checked | null {
  if (!Number.isFinite(value)) return refuse(row, 'not_a_number', { value: String(row.value) });
  if (indicator.measure === 'duration' && value < 0) return refuse(row, 'negative_duration', { value });
  if (indicator.measure === 'share' && (value < 0 || value > row.n)) return refuse(row, 'share_above_one', { value, n: row.n });
  return isCounted(indicator) && !Number.isInteger(value) ? refuse(row, 'not_whole', { value }) : null;
}

const isCounted = ({ measure }: IndicatorRecord): boolean => measure === 'share' || measure === 'count';

const isPlausible = ({ plausibleMin, plausibleMax }: IndicatorRecord, value: number): boolean =>
  value >= (plausibleMin ?? -Infinity) && value <= (plausibleMax ?? Infinity);

export function refuse(row: IncomingRow, reason: RejectedRow['reason'], params: RejectedRow['params']): Checked & { kind: 'rejected' } {
  return { kind: 'rejected', row: { line: row.line, indicator: row.indicator, reason, params, raw: row.raw, row } };
}
