import type { ClosedReason } from '@zhiheng/contract/surveys/runs';
import type { Spurned } from './send/transport.ts';

const reasons: ReadonlySet<string> = new Set<ClosedReason>([
  'closed',
  'not-yet',
  'over',
  'outside-hours',
  'quota-full',
  'already-answered',
  'stopped',
]);

/** Why the server takes no more answers, when that is what it said. */
export function closedReasonOf({ params }: Spurned): ClosedReason | null {
  const { reason } = params;
  return typeof reason === 'string' && reasons.has(reason) ? (reason as ClosedReason) : null;
}
