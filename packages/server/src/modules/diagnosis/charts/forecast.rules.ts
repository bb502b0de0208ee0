import { Temporal } from 'temporal-polyfill';
import type { IndicatorForecast } from '@zhiheng/contract/diagnosis/signals';
import { isDetermined, type Outcome } from '@zhiheng/stats/result';
import { forecastHoltWinters, holtWinters, rollingAccuracy, type HoltWinters } from '@zhiheng/stats/time-series';
import type { WatchedPoint } from './read-series.ts';

type Bucket = 'day' | 'month';
type ForecastOutcome = IndicatorForecast['outcome'];

/** Length of a season, and how many values make a forecast worth asking for: three seasons, and at least eight weeks of days. */
export const seasons = { day: { season: 7, fewest: 56 }, month: { season: 12, fewest: 36 } } as const;
/** Share of buckets that may be without a value. */
const mostFilled = 0.3;

/** Forecast of the next buckets, with its accuracy on the last quarter of the series: parameters are chosen before it, so that it is unseen. */
export function forecastOf(points: readonly WatchedPoint[], bucket: Bucket, horizon: number): ForecastOutcome {
  const { season, fewest } = seasons[bucket];
  const { values, filled } = withoutGaps(points, season);
  if (values.length < fewest || filled > mostFilled * values.length)
    return { kind: 'insufficient', n: values.length - filled, needed: fewest };
  const model = fit(values, season);
  if (model.kind === 'insufficient') return { kind: 'insufficient', n: model.n, needed: model.needed };
  if (model.kind === 'undetermined') return { kind: 'undetermined', n: model.n, needed: null };
  const last = points.at(-1)?.bucket ?? '';
  return {
    kind: 'forecast',
    values: forecastHoltWinters(model, horizon).map(({ value, interval }, at) => ({
      bucket: bucketAfter(last, bucket, at + 1),
      value,
      interval: [interval[0], interval[1]],
    })),
    accuracy: accuracyOf(values, season, horizon),
    ...{ filled, season, parameters: model.parameters },
  };
}

const fit = (values: readonly number[], period: number, parameters?: HoltWinters['parameters']): Outcome<HoltWinters> =>
  holtWinters(values, { period, seasonal: 'additive', ...(parameters === undefined ? {} : { parameters }) });

/** A bucket without a value has that of the cycle before; before the first cycle, that of the bucket before. */
function withoutGaps(points: readonly WatchedPoint[], season: number): { readonly values: number[]; readonly filled: number } {
  const values: number[] = [];
  let filled = 0;
  for (const { value } of points) {
    if (value === null) filled += 1;
    values.push(value ?? values.at(-season) ?? values.at(-1) ?? 0);
  }
  return { values, filled };
}

type Accuracy = Extract<ForecastOutcome, { kind: 'forecast' }>['accuracy'];

/** Of the distance that is asked for; null where too little is left to look at. */
function accuracyOf(values: readonly number[], season: number, horizon: number): Accuracy {
  const firstOrigin = Math.max(3 * season, Math.floor(0.75 * values.length));
  const known = fit(values.slice(0, firstOrigin), season);
  if (!isDetermined(known)) return null;
  const forecast = (seen: readonly number[]) => {
    const model = fit(seen, season, known.parameters);
    return isDetermined(model) ? forecastHoltWinters(model, horizon) : [];
  };
  const rolled = rollingAccuracy(values, { forecast, horizon, firstOrigin, period: season });
  if (rolled.kind === 'insufficient') return null;
  const last = rolled.horizons.at(-1);
  if (last === undefined) return null;
  const { n, meanAbsoluteError, scaledError, coverage } = last;
  return { n, meanAbsoluteError, scaledError, coverage, origins: rolled.n };
}

/** @example bucketAfter('2026-12', 'month', 2) // '2027-02' */
export function bucketAfter(bucket: string, kind: Bucket, steps: number): string {
  if (kind === 'day') return Temporal.PlainDate.from(bucket).add({ days: steps }).toString();
  return Temporal.PlainYearMonth.from(bucket).add({ months: steps }).toString();
}
