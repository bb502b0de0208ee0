import type { LogHistogram } from './log-histogram.ts';
import { readVarint } from './varint.ts';

/**
 * Stands between encoded histograms that are joined into one run of bytes: no bucket after the one before, and nothing in it. No
 * histogram holds such a pair, because buckets ascend and empty ones are left out.
 */
export const histogramSeparator: Uint8Array = Uint8Array.of(0, 0);

/** Buckets of integers up to 2^53 lie within this distance from zero. */
const reach = 2048;

/**
 * Sum of many encoded histograms, joined by `histogramSeparator`, in ascending order of buckets. Counts are added in an array and
 * not in a map, because boards add hundreds of thousands of them. No bytes: the empty histogram. Throws RangeError on cut-off
 * bytes and on a bucket that no integer has.
 * @example [...sumEncoded(encodeHistogram(new Map([[3, 2]])))] // [[3, 2]]
 */
export function sumEncoded(bytes: Uint8Array): LogHistogram {
  const counts = new Float64Array(2 * reach + 1);
  const reader = { bytes, at: 0 };
  let index = reach;
  let [step, count] = [0, 0];
  while (reader.at < bytes.length) {
    const [first = 128, second = 128] = [bytes[reader.at], bytes[reader.at + 1]];
    if (first < 128 && second < 128) {
      // Nearly always both numbers take one byte.
      [step, count] = [unzigzag(first), unzigzag(second)];
      reader.at += 2;
    } else {
      [step, count] = [readVarint(reader), readVarint(reader)];
    }
    index = step === 0 && count === 0 ? reach : index + step;
    const known = counts[index];
    if (known === undefined) throw new RangeError('a histogram has a bucket out of range');
    counts[index] = known + count;
  }
  return histogramOf(counts);
}

const unzigzag = (byte: number): number => (byte >>> 1) ^ -(byte & 1);

function histogramOf(counts: Float64Array): LogHistogram {
  const histogram = new Map<number, number>();
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0;
    if (count !== 0) histogram.set(index - reach, count);
  }
  return histogram;
}
