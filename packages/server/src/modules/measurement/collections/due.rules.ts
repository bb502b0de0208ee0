import type { Period } from '@zhiheng/contract/measurement/indicator';
import type { DueEntry } from '@zhiheng/contract/measurement/collections';
import type { LocalText } from '@zhiheng/contract/values/text';
import { addDays, daysBetween, periodOf, periodsBetween, type CollectionPeriod } from './period.rules.ts';

/** What decides when a collection is due. */
export interface Schedule {
  readonly id: string;
  readonly period: Period;
  /** the period in which this day falls is the first */
  readonly startsOn: string;
  /** days after the last of the period */
  readonly dueDays: number;
  readonly keyNodes: readonly { readonly on: string; readonly name: LocalText }[];
}

export interface Due {
  readonly period: CollectionPeriod;
  readonly dueOn: string;
  readonly keyNode: LocalText | null;
}

const soon = 3;

/** What is due between two days, both included. A key node on a day that is a period of its own names that one. */
export function dueBetween(schedule: Schedule, from: string, to: string): Due[] {
  const { startsOn, dueDays } = schedule;
  const nodes = new Map(schedule.keyNodes.map(({ on, name }) => [on, name]));
  const due: Due[] = [];
  const earliest = addDays(from, -dueDays);
  for (const period of periodsBetween(schedule.period, earliest < startsOn ? startsOn : earliest, addDays(to, -dueDays))) {
    const dueOn = addDays(period.lastDay, dueDays);
    if (dueOn < from || dueOn > to) continue;
    due.push({ period, dueOn, keyNode: nodes.get(period.key) ?? null });
    nodes.delete(period.key);
  }
  for (const [on, name] of nodes) {
    const dueOn = addDays(on, dueDays);
    if (dueOn >= from && dueOn <= to) due.push({ period: periodOf('day', on), dueOn, keyNode: name });
  }
  return due;
}

/** Whether a period belongs to the calendar of a collection. */
export function isPlanned(schedule: Schedule, period: CollectionPeriod): boolean {
  if (period.kind === schedule.period) return period.lastDay >= schedule.startsOn;
  return schedule.keyNodes.some(({ on }) => on === period.key);
}

interface Standing {
  readonly expected: number;
  readonly entered: number;
  readonly firstDay: string;
  readonly dueOn: string;
}

/** How a collection of one period stands on a day. */
export function stateOn(today: string, { expected, entered, firstDay, dueOn }: Standing): DueEntry['state'] {
  if (entered >= expected) return 'complete';
  if (today < firstDay) return 'planned';
  if (today > dueOn) return 'overdue';
  return daysBetween(today, dueOn) <= soon ? 'due-soon' : 'open';
}
