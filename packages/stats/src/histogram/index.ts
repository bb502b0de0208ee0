export { addEncoded, addHistogram, addToBucket, bucketOf, decodeHistogram, encodeHistogram, quantiles } from './log-histogram.ts';
export type { LogHistogram } from './log-histogram.ts';
export { histogramSeparator, sumEncoded } from './sum-encoded.ts';
