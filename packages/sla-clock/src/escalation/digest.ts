import type { Instant } from '../calendar/calendar.ts';

/** A step of an escalation that fired, for one recipient. */
export interface Firing {
  /** stable and unique: clock, step and recipient */
  readonly id: string;
  readonly recipient: string;
  readonly at: Instant;
}

/** Firings told alone, at once. */
export interface SingleNotice<T extends Firing> {
  readonly kind: 'single';
  readonly recipient: string;
  readonly sendAt: Instant;
  readonly firings: readonly [T];
}

/** Firings of a storm told together, at the end of their stretch of time. */
export interface DigestNotice<T extends Firing> {
  readonly kind: 'digest';
  readonly recipient: string;
  readonly sendAt: Instant;
  readonly firings: readonly T[];
}

export type Notice<T extends Firing> = SingleNotice<T> | DigestNotice<T>;

/** When firings become a storm. */
export interface DigestRule {
  /** seconds that a digest collects, and so the most by which any message is late */
  readonly window: number;
  /** how many firings of a window are told alone before the rest is collected */
  readonly alone: number;
}

/**
 * Turns firings into messages so that a storm does not bury its reader. Per recipient, the first firing after a calm opens a window; the
 * first `alone` firings go out at once, the rest of the window as one digest at its end. A window that opens within `window` seconds
 * after a digest belongs to the same storm and is collected from its first firing on.
 * Each firing is told exactly once and at most `window` seconds late. What falls later never changes an earlier message, so that the
 * function can be asked again and again with a growing list. Order: by time, then recipient.
 * @throws RangeError unless the window is positive and `alone` a whole number from 0
 * @example digestFirings([{ id: 'a', recipient: 'Li', at: 0 }, { id: 'b', recipient: 'Li', at: 5 }, { id: 'c', recipient: 'Li', at: 9 }], { window: 600, alone: 1 }).map(({ kind, sendAt }) => [kind, sendAt]) // [['single', 0], ['digest', 600]]
 */
export function digestFirings<T extends Firing>(firings: readonly T[], rule: DigestRule): Notice<T>[] {
  if (!(rule.window > 0 && Number.isInteger(rule.alone) && rule.alone >= 0))
    throw new RangeError('a window is positive, and what is told alone a whole number');
  const once = [...new Map(firings.map((firing) => [firing.id, firing])).values()].sort(byTime);
  const notices = byRecipient(once).flatMap((own) => noticesOf(own, rule));
  return notices.sort((a, b) => a.sendAt - b.sendAt || compare(a.recipient, b.recipient));
}

function byRecipient<T extends Firing>(firings: readonly T[]): T[][] {
  const lists = new Map<string, T[]>();
  for (const firing of firings) {
    const list = lists.get(firing.recipient);
    if (list === undefined) lists.set(firing.recipient, [firing]);
    else list.push(firing);
  }
  return [...lists.values()];
}

/** Messages for the ordered firings of one recipient. */
function noticesOf<T extends Firing>(firings: readonly T[], { window, alone }: DigestRule): Notice<T>[] {
  const notices: Notice<T>[] = [];
  let stormEnd = -Infinity;
  for (const collected of windowsOf(firings, window)) {
    const [first] = collected;
    const end = first.at + window;
    const atOnce = first.at <= stormEnd + window ? 0 : alone;
    for (const firing of collected.slice(0, atOnce)) {
      notices.push({ kind: 'single', recipient: firing.recipient, sendAt: firing.at, firings: [firing] });
    }
    const rest = collected.slice(atOnce);
    if (rest.length === 0) continue;
    notices.push({ kind: 'digest', recipient: first.recipient, sendAt: end, firings: rest });
    stormEnd = end;
  }
  return notices;
}

/** Cuts ordered firings into windows: each opens with the first firing that the window before does not hold. */
function windowsOf<T extends Firing>(firings: readonly T[], window: number): [T, ...T[]][] {
  const windows: [T, ...T[]][] = [];
  for (const firing of firings) {
    const open = windows.at(-1);
    if (open === undefined || firing.at >= open[0].at + window) windows.push([firing]);
    else open.push(firing);
  }
  return windows;
}

const byTime = (a: Firing, b: Firing): number => a.at - b.at || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
