import { addHistogram } from '@zhiheng/stats/histogram';
import type { RollupSum } from '../measurement/index.ts';

/** Added-up sums of one indicator, in stored units. */
export type Sums = Pick<RollupSum, 'n' | 'nOk' | 'total' | 'squares' | 'low' | 'high' | 'histogram'>;

/** Sums of parts that do not overlap: months of a quarter, sites of a region. Nothing measured: null. */
export function addSums(parts: readonly Sums[]): Sums | null {
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  const total = { n: 0, nOk: 0, total: 0, squares: 0 };
  for (const part of parts) {
    total.n += part.n;
    total.nOk += part.nOk;
    total.total += part.total;
    total.squares += part.squares;
  }
  return { ...total, low: extreme(parts, 'low'), high: extreme(parts, 'high'), histogram: mergeHistograms(parts) };
}

function extreme(parts: readonly Sums[], end: 'low' | 'high'): number | null {
  const values = parts.map((part) => part[end]).filter((value) => value !== null);
  if (values.length === 0) return null;
  return end === 'low' ? Math.min(...values) : Math.max(...values);
}

function mergeHistograms(parts: readonly Sums[]): Sums['histogram'] {
  if (parts.every((part) => part.histogram === null)) return null;
  const merged = new Map<number, number>();
  for (const { histogram } of parts) if (histogram !== null) addHistogram(merged, histogram);
  return merged;
}

/** Sums as they were read, found again by slice, indicator and bucket (a month or a day, by its first instant). */
export class BucketSums {
  readonly #rows = new Map<string, Sums>();
  readonly #slices = new Set<string>();
  readonly #buckets = new Set<number>();

  constructor(rows: readonly RollupSum[]) {
    for (const row of rows) {
      const bucket = row.bucket.getTime();
      this.#rows.set(keyOf(row.slice, row.indicatorId, bucket), row);
      this.#buckets.add(bucket);
      if (row.slice !== null) this.#slices.add(row.slice);
    }
  }

  /** ids of the units that have any sums */
  get slices(): readonly string[] {
    return [...this.#slices];
  }

  /** Reader of the sums of some buckets together, of one slice or, with null, of everything asked for. */
  over(buckets: readonly Date[], slice: string | null): (indicatorId: string) => Sums | null {
    const starts = buckets.map((bucket) => bucket.getTime()).filter((start) => this.#buckets.has(start));
    return (indicatorId) => {
      const parts = starts.map((start) => this.#rows.get(keyOf(slice, indicatorId, start)));
      return addSums(parts.filter((part) => part !== undefined));
    };
  }
}

const keyOf = (slice: string | null, indicatorId: string, bucket: number): string => `${slice ?? ''}/${indicatorId}/${bucket}`;
