import { conflict } from '../../../platform/errors.ts';
import { closedBy, isStillTaken, type Door } from './opening.rules.ts';
import type { Way } from './find-way.ts';

/** What decides whether this way takes answers now. */
export const doorOf = ({ state, deleted, active, settings, zone, quotas, invitation, surveySettings }: Way): Door => ({
  ...{ active, settings, zone },
  isOpen: state === 'open' && !deleted,
  isFull: quotas.some(({ condition, full }) => condition === null && full),
  hasAnswered: invitation?.state === 'answered' && surveySettings.onePerPerson,
});

/** Refuses answers at a closed door, unless they were begun while it was open. That a person has answered is asked where the answer is stored. */
export function demandOpen(way: Way, now: Date): void {
  const closed = closedAt(way, now);
  if (closed !== null) throw conflict('survey_takes_no_answers', { reason: closed.reason });
}

export const isOpen = (way: Way, now: Date): boolean => closedAt(way, now) === null;

function closedAt(way: Way, now: Date): ReturnType<typeof closedBy> {
  const door = { ...doorOf(way), hasAnswered: false };
  const closed = closedBy(door, now);
  return closed === null || closed.reason === 'quota-full' || isStillTaken(closed, door, now) ? null : closed;
}
