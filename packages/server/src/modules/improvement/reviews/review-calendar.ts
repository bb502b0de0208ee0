import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { reviewCalendar as endpoint } from '@zhiheng/contract/improvement/reviews';
import type { Call } from '../../../platform/operation.ts';
import { calendarOf } from './icalendar.rules.ts';
import { readRecord } from './review-rows.ts';

const people = { zh: '参加人', en: 'Attendees' } as const;

export async function reviewCalendar(
  call: Call,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Reply<typeof endpoint>> {
  const { id, number, title, at, minutes, place, attendees, state, version } = await readRecord(call, params.id);
  const text = calendarOf({
    ...{ uid: `${id}@zhiheng`, title: `${number} ${title}`, place, at, minutes, stamp: call.now, sequence: version - 1 },
    text: attendees.length === 0 ? '' : `${people[query.locale]}: ${attendees.join(', ')}`,
    cancelled: state === 'cancelled',
  });
  return { name: `${number}.ics`, text };
}
