/** How sure an interval shall be; 0.95 unless said. */
export interface ConfidenceOptions {
  readonly confidence?: number;
}

/**
 * Returns the confidence, 0.95 when none is named. Throws RangeError unless it lies strictly between 0 and 1.
 * @example confidenceOf({ confidence: 0.9 }) // 0.9
 * @example confidenceOf({}) // 0.95
 */
export function confidenceOf({ confidence = 0.95 }: ConfidenceOptions): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('confidence lies between 0 and 1');
  return confidence;
}
