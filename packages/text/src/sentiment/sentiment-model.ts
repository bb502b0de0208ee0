import { featureSpace } from './features.ts';
import type { Calibration } from './platt-scaling.ts';
import type { Classifier } from './train-classifier.ts';

/** A classifier small enough to ship: whole weights between −127 and 127, with the calibration worked in. */
export interface SentimentModel {
  /** what it was trained on, for people */
  readonly trainedOn: string;
  /** `featureSpace` weights, in units of `unit` */
  readonly weights: Int8Array;
  readonly unit: number;
  /** logarithm of the odds for a text without a known feature */
  readonly intercept: number;
}

/** Beyond this share of the largest weights, weights are cut off, so that a few do not coarsen all. */
const cutOff = 0.001;

/**
 * Rounds a classifier to whole weights and works its calibration in, so that scores are logarithms of odds.
 * @example compressClassifier({ weights: new Map([[5, 1.27]]), intercept: 1 }, { slope: 2, intercept: 0 }, 'two reviews').weights[5] // 127
 */
export function compressClassifier(classifier: Classifier, { slope, intercept }: Calibration, trainedOn: string): SentimentModel {
  const sizes = Float64Array.from(classifier.weights.values(), Math.abs).sort();
  const largest = sizes[Math.floor((1 - cutOff) * (sizes.length - 1))] ?? 1;
  const step = (largest || 1) / 127;
  const weights = new Int8Array(featureSpace);
  for (const [feature, weight] of classifier.weights) weights[feature] = Math.max(-127, Math.min(127, Math.round(weight / step)));
  return { trainedOn, weights, unit: step * slope, intercept: slope * classifier.intercept + intercept };
}

interface Header {
  readonly trainedOn: string;
  readonly unit: number;
  readonly intercept: number;
}

/**
 * A model as bytes: a line of JSON, then the weights.
 * @example decodeModel(encodeModel({ trainedOn: 'nothing', weights: new Int8Array(featureSpace), unit: 1, intercept: 0 })).unit // 1
 */
export function encodeModel({ trainedOn, unit, intercept, weights }: SentimentModel): Uint8Array {
  const header = new TextEncoder().encode(`${JSON.stringify({ trainedOn, unit, intercept })}\n`);
  const bytes = new Uint8Array(header.length + weights.length);
  bytes.set(header);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), header.length);
  return bytes;
}

/**
 * A model from its bytes. Throws RangeError when they are no model of `featureSpace` weights.
 * @example decodeModel(new Uint8Array(10)) // throws RangeError
 */
export function decodeModel(bytes: Uint8Array): SentimentModel {
  const endOfHeader = bytes.indexOf(10);
  if (endOfHeader < 0 || bytes.length !== endOfHeader + 1 + featureSpace) throw new RangeError('these bytes are no sentiment model');
  const { trainedOn, unit, intercept }: Header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, endOfHeader)));
  return {
    trainedOn,
    unit,
    intercept,
    weights: Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + endOfHeader + 1, featureSpace)),
  };
}
