import type { Distribution, DistributionSettings, MailWords } from '@zhiheng/contract/surveys/distributions';
import type { LocalText } from '@zhiheng/contract/values/text';
import { instantInZone, wallTimeIn } from '../../../lib/wall-time.ts';

/** A way to a survey as its form holds it: times on the wall clock of the organisation, days as they are typed. */
export interface WayValues extends Partial<Pick<DistributionSettings, 'subject' | 'given' | 'resetSeconds' | 'origins' | 'hours'>> {
  readonly name: LocalText;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly reminderDays?: readonly string[];
  /** words of the invitation and of reminders, by language */
  readonly mail?: MailWords;
  readonly reminder?: MailWords;
  readonly afterCase?: NonNullable<DistributionSettings['afterCase']>;
}

const usualAfterCase = { hours: 24, types: [], share: 100 };
const mostDays = 90;

export function valuesOf({ kind, name, settings }: Distribution, zone: string): WayValues {
  const { opensAt, closesAt, reminderDays, afterCase, subject, given, resetSeconds, origins, hours } = settings;
  return {
    ...{ name, subject, given, resetSeconds, origins, hours },
    ...(opensAt === null ? {} : { opensAt: wallTimeIn(opensAt, zone) }),
    ...(closesAt === null ? {} : { closesAt: wallTimeIn(closesAt, zone) }),
    reminderDays: reminderDays.map(String),
    ...(settings.mail === null ? {} : { mail: settings.mail }),
    ...(settings.reminder === null ? {} : { reminder: settings.reminder }),
    ...(kind === 'after-case' ? { afterCase: afterCase ?? usualAfterCase } : {}),
  };
}

/** What a form holds as settings; fields that its kind does not show stay as they were. */
export function settingsOf(values: WayValues, before: DistributionSettings, zone: string): Partial<DistributionSettings> {
  const { subject, given, resetSeconds, origins, hours, afterCase, reminderDays } = values;
  return {
    ...{ subject: { ...before.subject, ...subject }, given: { ...before.given, ...filled(given) }, hours: hours ?? before.hours },
    ...{ opensAt: instantOf(values.opensAt, zone), closesAt: instantOf(values.closesAt, zone) },
    ...{ resetSeconds: resetSeconds ?? before.resetSeconds, origins: origins ?? before.origins, afterCase: afterCase ?? before.afterCase },
    mail: values.mail === undefined ? before.mail : wordsOrNull(values.mail),
    reminder: values.reminder === undefined ? before.reminder : wordsOrNull(values.reminder),
    reminderDays: reminderDays === undefined ? before.reminderDays : daysOf(reminderDays),
  };
}

/** Words that were written; null where all are the usual ones. */
export function wordsOrNull(words: Partial<MailWords> = {}): MailWords | null {
  const written = (texts: MailWords['subject'] = {}) =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => (text ?? '').trim() !== ''));
  const [subject, body] = [written(words.subject), written(words.body)];
  return Object.keys({ ...subject, ...body }).length === 0 ? null : { subject, body };
}

const instantOf = (wallTime: string | undefined, zone: string): string | null =>
  wallTime === undefined || wallTime === '' ? null : instantInZone(wallTime, zone);

const filled = (given: DistributionSettings['given'] = {}): DistributionSettings['given'] =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value ?? '']));

/** What was typed and is no number of days is left out. */
const daysOf = (typed: readonly string[]): number[] =>
  [...new Set(typed.map(Number))].filter((day) => Number.isInteger(day) && day >= 1 && day <= mostDays).sort((one, other) => one - other);
