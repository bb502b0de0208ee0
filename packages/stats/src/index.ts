export { holmRejections } from './comparison/holm.ts';
export { normalTail } from './comparison/normal-tail.ts';
export {
  addEncoded,
  addHistogram,
  addToBucket,
  bucketOf,
  decodeHistogram,
  encodeHistogram,
  quantiles,
} from './distribution/log-histogram.ts';
export type { LogHistogram } from './distribution/log-histogram.ts';
export { histogramSeparator, sumEncoded } from './distribution/sum-encoded.ts';
export { meanInterval, varianceOf } from './intervals/mean-interval.ts';
export type { Moments } from './intervals/mean-interval.ts';
export { wilsonInterval } from './intervals/wilson-interval.ts';
