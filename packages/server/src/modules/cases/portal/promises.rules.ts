import type { CustomerPromise, CustomerState } from '@zhiheng/contract/cases/portal';
import { customerPromise } from '@zhiheng/contract/cases/portal';
import type { CaseStatus } from '@zhiheng/contract/cases/case';

/** A clock of an agreement with the customer, as its row stands. */
export interface PromisedClock {
  readonly target: string;
  readonly cycle: number;
  readonly state: string;
  readonly dueAt: Date | null;
  readonly breachedAt: Date | null;
  readonly endedAt: Date | null;
}

const shown = customerPromise.shape.target;
const order: readonly string[] = shown.options;

/** What was promised to the customer and what became of it: of each promise the last one that was not withdrawn. */
export function promisesOf(clocks: readonly PromisedClock[], now: Date): CustomerPromise[] {
  const counted = clocks.filter(({ state }) => state !== 'cancelled' && state !== 'reset').toSorted((a, b) => a.cycle - b.cycle);
  const last = new Map(counted.map((clock) => [clock.target, clock]));
  return [...last.values()]
    .toSorted((a, b) => order.indexOf(a.target) - order.indexOf(b.target))
    .flatMap((clock) => {
      const target = shown.safeParse(clock.target);
      if (!target.success) return [];
      const state = stateOf(clock, now);
      return [{ target: target.data, state, dueAt: textOf(state === 'waiting' ? null : clock.dueAt), doneAt: textOf(clock.endedAt) }];
    });
}

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A promise that was broken stays broken, also while the clock stands still afterwards. */
function stateOf({ state, dueAt, breachedAt }: PromisedClock, now: Date): CustomerPromise['state'] {
  if (state === 'met') return 'kept';
  if (state === 'missed') return 'missed';
  if (breachedAt !== null || (dueAt !== null && dueAt <= now)) return 'late';
  return state === 'running' ? 'due' : 'waiting';
}

/** Where a case stands, as its customer would say it. That it waits for a supplier is the house's business. */
export const customerStateOf = (status: CaseStatus): CustomerState => states[status];
const states: Readonly<Record<CaseStatus, CustomerState>> = {
  new: 'received',
  open: 'in-progress',
  'awaiting-customer': 'waiting-for-you',
  'awaiting-supplier': 'in-progress',
  'on-hold': 'in-progress',
  resolved: 'solved',
  'following-up': 'solved',
  closed: 'closed',
  cancelled: 'cancelled',
  merged: 'merged',
};
