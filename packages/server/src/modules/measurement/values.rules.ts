import type { Measure } from '@zhiheng/contract/measurement/indicator';

/** What decides how a value of an indicator is stored. */
export interface ValueForm {
  readonly measure: Measure;
  readonly unit: string;
  readonly decimals: number;
}

const secondsPerUnit: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60, h: 3600, d: 86_400 };

/** Largest stored magnitude: sums of a billion such values still fit what PostgreSQL adds exactly. */
export const largestStored = 9e15;

/** How many stored units one shown unit is: 10^decimals, seconds for a duration; a share stores counts and shows percent. */
export function scaleOf(form: ValueForm): number {
  if (form.measure === 'share' || form.measure === 'count') return 1;
  if (form.measure === 'duration') return secondsPerUnit[form.unit] ?? 1;
  return 10 ** form.decimals;
}

export const toStored = (form: ValueForm, value: number): number => Math.round(value * scaleOf(form));
export const fromStored = (form: ValueForm, stored: number): number => stored / scaleOf(form);

/** Factor from a unit that somebody sent to the indicator's; null when they do not measure the same thing. */
export function unitFactor(form: ValueForm, sent: string): number | null {
  if (sent === form.unit) return 1;
  const from = secondsPerUnit[sent];
  const to = secondsPerUnit[form.unit];
  return form.measure === 'duration' && from !== undefined && to !== undefined ? from / to : null;
}
