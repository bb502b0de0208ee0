import { Temporal } from 'temporal-polyfill';
import type { DistributionSettings } from '@zhiheng/contract/surveys/distributions';
import type { ClosedReason } from '@zhiheng/contract/surveys/runs';

/** What decides whether a way takes answers now. */
export interface Door {
  /** the survey is published, not closed and not in the trash */
  readonly isOpen: boolean;
  readonly active: boolean;
  readonly settings: Pick<DistributionSettings, 'opensAt' | 'closesAt' | 'hours'>;
  readonly zone: string;
  /** as many answers as were wanted are there */
  readonly isFull: boolean;
  /** whoever was asked has answered, and may answer once */
  readonly hasAnswered: boolean;
}

interface Closed {
  readonly reason: ClosedReason;
  readonly opensAt: Date | null;
}

/** Why no answer is taken now, and when one will be; null when it is. */
export function closedBy(door: Door, now: Date): Closed | null {
  if (door.hasAnswered) return never('already-answered');
  if (!door.isOpen) return never('closed');
  if (!door.active) return never('stopped');
  if (isAfter(door.settings.closesAt, now)) return never('over');
  return door.isFull ? never('quota-full') : closedFor(door, now);
}

const never = (reason: ClosedReason): Closed => ({ reason, opensAt: null });
const isAfter = (end: string | null, now: Date): boolean => end !== null && now >= new Date(end);

/** Closed for a while only. */
function closedFor({ settings: { opensAt, hours }, zone }: Door, now: Date): Closed | null {
  if (opensAt !== null && now < new Date(opensAt)) return { reason: 'not-yet', opensAt: new Date(opensAt) };
  if (hours.length === 0 || isWithin(hours, zone, now)) return null;
  return { reason: 'outside-hours', opensAt: nextOpening(hours, zone, now) };
}

type Hours = DistributionSettings['hours'];

const localTime = (zone: string, at: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

function isWithin(hours: Hours, zone: string, now: Date): boolean {
  const local = localTime(zone, now);
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return hours.some(({ days, from, until }) => days.includes(local.dayOfWeek) && from <= clock && clock < until);
}

/** The first beginning of hours after now, within a week. */
function nextOpening(hours: Hours, zone: string, now: Date): Date | null {
  const today = localTime(zone, now).toPlainDate();
  const openings = Array.from({ length: 8 }, (_, ahead) => today.add({ days: ahead })).flatMap((day) =>
    hours
      .filter(({ days }) => days.includes(day.dayOfWeek))
      .map(({ from }) => day.toZonedDateTime({ timeZone: zone, plainTime: from }).epochMilliseconds),
  );
  const next = openings.filter((at) => at > now.getTime()).sort((a, b) => a - b)[0];
  return next === undefined ? null : new Date(next);
}

/** Kiosks without a network and people who take their time: who began while the door stood open may finish for so long after it closed. */
const grace = 24 * 3_600_000;

/** Whether an answer that was begun earlier is taken in spite of a closed door. */
export function isStillTaken({ reason }: Closed, { settings }: Pick<Door, 'settings'>, now: Date): boolean {
  if (reason === 'outside-hours') return true;
  return reason === 'over' && settings.closesAt !== null && now.getTime() < Date.parse(settings.closesAt) + grace;
}
