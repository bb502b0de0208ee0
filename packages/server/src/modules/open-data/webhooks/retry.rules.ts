import type { Posted } from '../../../platform/outbound/post.ts';

/** Minutes until the next attempt; the last one comes about a day after the first. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 360, 600];

/** When an event is tried again; null: it is given up. Whatever is wrong with an address today may be mended within the day. */
export function nextAttempt({ retryAfterSeconds }: Pick<Posted, 'retryAfterSeconds'>, attempts: number, now: Date): Date | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + Math.max(pause * 60, retryAfterSeconds ?? 0) * 1000);
}
