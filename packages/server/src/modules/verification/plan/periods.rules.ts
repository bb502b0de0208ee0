import type { VerificationBucket } from '@zhiheng/contract/verification/verification-kind';
import type { Stretch } from '../../evaluation/index.ts';

const dayLength = 86_400_000;
/** 1970 began on a Thursday; weeks begin on Monday. */
const weekOffset = 3;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayLength;
const dayFrom = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The whole number of the period that a day lies in; it rises by 1 with each period. */
export function periodAt(bucket: VerificationBucket, day: string): number {
  switch (bucket) {
    case 'day':
      return dayNumber(day);
    case 'week':
      return Math.floor((dayNumber(day) + weekOffset) / 7);
    case 'month':
      return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
    default:
      throw new RangeError(bucket satisfies never);
  }
}

/** First day of a period. */
export function firstDayOf(bucket: VerificationBucket, at: number): string {
  if (bucket === 'day') return dayFrom(at);
  if (bucket === 'week') return dayFrom(at * 7 - weekOffset);
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

export const stretchOf = (bucket: VerificationBucket, at: number): Stretch => ({
  firstDay: firstDayOf(bucket, at),
  lastDay: dayFrom(dayNumber(firstDayOf(bucket, at + 1)) - 1),
});

/** The first period that begins on a day or later. */
export function periodFrom(bucket: VerificationBucket, day: string): number {
  const at = periodAt(bucket, day);
  return firstDayOf(bucket, at) === day ? at : at + 1;
}

/** The number of periods that are whole over by a day, which itself is not over yet. */
export const periodsOver = (bucket: VerificationBucket, start: number, today: string): number =>
  Math.max(0, periodAt(bucket, today) - start);
