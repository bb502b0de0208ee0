import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { deleteAgreement } from '@zhiheng/contract/agreements/agreements';
import * as api from '@zhiheng/contract/agreements/calendars';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { meanwhile } from '../../testing/meanwhile.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { named, newCalendar, office, promising, published } from './agreements.factory.ts';

const server = useTestServer();
const holiday = { date: '2026-10-01', kind: 'public-holiday' as const, name: { zh: '国庆节', en: 'National Day' } };

test('a calendar is in force at once, and every version stays as it was', async () => {
  const org = await newOrganisation(server);
  const calendar = await newCalendar(org);
  expect(calendar).toMatchObject({ code: 'office', version: 1, definition: office, agreements: 0, openCases: 0 });
  const definition = { ...office, overrides: [holiday] };
  const params = { id: calendar.id };
  const next = await org.call(api.publishCalendar, { params, body: { version: 1, definition, note: 'autumn' } });
  expect(next).toMatchObject({ version: 2, definition, name: calendar.name });
  expect(await org.call(api.publishCalendar, { params, body: { version: 2, definition } })).toEqual(next);
  const late = await org.refusal(api.publishCalendar, { params, body: { version: 1, definition: office } });
  expect(late).toMatchObject({ status: 409, code: 'changed_meanwhile' });
  const { versions } = await org.call(api.getCalendar, { params });
  expect(versions).toMatchObject([
    { version: 2, note: 'autumn', publishedBy: 'Ada' },
    { version: 1, note: '', publishedBy: 'Ada' },
  ]);
  const changing = sql`update business_calendar_version set note = 'x' where org_id = ${org.orgId}`;
  await expect(org.inside(({ db }) => changing.execute(db))).rejects.toThrow(/permission denied/);
  expect(await eventsOf(org, 'calendar.published')).toMatchObject([{ entity_id: calendar.id, data: { version: 2, note: 'autumn' } }]);
});

test('two who publish at the same time: the second is told', async () => {
  const org = await newOrganisation(server);
  const { id } = await newCalendar(org);
  const publish = async (date: string) => {
    const payload = { version: 1, definition: { ...office, overrides: [{ ...holiday, date }] } };
    const url = `/api/v1/calendars/${id}/versions`;
    return (await server.app.inject({ method: 'POST', url, headers: { cookie: org.cookie }, payload })).statusCode;
  };
  const held = sql`select from business_calendar where org_id = ${org.orgId} for update`;
  expect((await meanwhile(server, held, [() => publish('2026-10-01'), () => publish('2026-10-02')])).sort()).toEqual([200, 409]);
});

test('a definition in which nothing could be counted is refused at the place of the fault', async () => {
  const org = await newOrganisation(server);
  const wrong = async (definition: api.CalendarDefinition) =>
    (await org.refusal(api.createCalendar, { body: { code: 'x', name: named('x'), definition } })).errors;
  expect(await wrong({ ...office, zone: 'Mars/Olympus' })).toMatchObject([{ path: 'definition', code: 'unknown-zone' }]);
  const overlapping = office.week.with(2, [
    { from: '09:00', to: '12:00' },
    { from: '11:00', to: '13:00' },
  ]);
  expect(await wrong({ ...office, week: overlapping })).toMatchObject([{ path: 'definition.week.2', code: 'overlapping-spans' }]);
  const twice = { ...office, overrides: [holiday, { date: '2026-05-01', kind: 'rest-day' as const }, holiday] };
  expect(await wrong(twice)).toMatchObject([{ code: 'repeated-override', params: { date: '2026-10-01' } }]);
  expect(await wrong({ ...office, makeUpHours: [], overrides: [{ date: '2026-02-14', kind: 'make-up-day' }] })).toMatchObject([
    { path: 'definition.overrides.0', code: 'hours-missing' },
  ]);
  expect(await wrong({ ...office, week: office.week.map(() => []) })).toMatchObject([{ code: 'never-opens' }]);
});

test('the check says what is wrong, or how much the years work', async () => {
  const org = await newOrganisation(server);
  const check = (definition: api.CalendarDefinition) => org.call(api.checkCalendarDefinition, { body: { definition } });
  const broken = await check({ ...office, week: office.week.with(0, [{ from: '24:00', to: '09:00' }]) });
  expect(broken).toEqual({ faults: [{ code: 'impossible-span', params: { where: 'week.0', from: '24:00', to: '09:00' } }], years: [] });
  const { items } = await org.call(api.publishedHolidays, { query: { year: 2024 } });
  const { faults, years } = await check({ ...office, overrides: items });
  expect(faults).toEqual([]);
  // 366 days, 104 of weekends, 20 holidays on working days, 8 make-up days: counted by hand from the announcement of 2023-10-25.
  expect(years.find(({ year }) => year === 2024)).toEqual({ year: 2024, workingDays: 251, workingHours: 2259 });
});

test('public holidays are those announced; a year that is not is not found', async () => {
  const org = await newOrganisation(server);
  const { version, source, items } = await org.call(api.publishedHolidays, { query: { year: 2026 } });
  expect(version).toBe('CN-2026.1');
  expect(source).toContain('国办发明电〔2025〕7号');
  expect(items.find(({ date }) => date === '2026-02-14')).toMatchObject({ kind: 'make-up-day', name: { en: 'Spring Festival' } });
  expect(await org.refusal(api.publishedHolidays, { query: { year: 2031 } })).toMatchObject({ status: 404, code: 'holidays_unpublished' });
});

test('what a calendar gives as iCalendar is read back as the same days', async () => {
  const org = await newOrganisation(server);
  const makeUp = { date: '2026-02-14', kind: 'make-up-day' as const, name: { zh: '春节', en: 'Spring Festival' } };
  const half = { date: '2026-12-24', kind: 'special-hours' as const, name: named('half'), spans: [{ from: '09:00', to: '12:00' }] };
  const { id } = await newCalendar(org, 'office', { ...office, overrides: [makeUp, holiday, half] });
  const { text } = await org.call(api.exportICalendar, { params: { id } });
  expect(text).toContain('SUMMARY:Spring Festival (working day)');
  const read = (body: object) =>
    org.call(api.importICalendar, { body: { text, zone: 'Asia/Shanghai', from: '2026-01-01', to: '2027-01-01', ...body } });
  expect(await read({})).toEqual({ items: [makeUp, holiday, half], skipped: [] });
  expect((await read({ to: '2026-10-01' })).items).toEqual([makeUp]);
});

test('iCalendar texts of others: what is no day off is told, seconds and empty names do no harm', async () => {
  const org = await newOrganisation(server);
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n');
  const text = [
    'BEGIN:VCALENDAR',
    event('UID:a', 'DTSTART;VALUE=DATE:20260101', 'SUMMARY:元旦（休）'),
    event('UID:b', 'DTSTART:20260105T090030', 'DTEND:20260105T120010', 'SUMMARY:   '),
    event('UID:c', 'DTSTART;VALUE=DATE:20260106', 'STATUS:CANCELLED', 'SUMMARY:off'),
    event('UID:d', 'DTSTART:20260107T090001', 'DTEND:20260107T090059', 'SUMMARY:blink'),
    'END:VCALENDAR',
  ].join('\n');
  const body = { text, zone: 'Asia/Shanghai', from: '2026-01-01', to: '2027-01-01' };
  expect(await org.call(api.importICalendar, { body })).toMatchObject({
    items: [
      { date: '2026-01-01', kind: 'public-holiday' },
      { date: '2026-01-05', kind: 'public-holiday', spans: [{ from: '09:00', to: '12:00' }] },
    ],
    skipped: [{ summary: 'off', reason: 'cancelled' }],
  });
  const refused = async (more: object) => (await org.refusal(api.importICalendar, { body: { ...body, ...more } })).errors;
  expect(await refused({ text: '<html>' })).toMatchObject([{ path: 'text', code: 'icalendar_unreadable' }]);
  expect(await refused({ zone: 'Mars/Olympus' })).toMatchObject([{ path: 'zone', code: 'unknown-zone' }]);
  expect(await refused({ to: '2026-01-01' })).toMatchObject([{ path: 'to', code: 'before_start' }]);
  expect(await refused({ from: '0001-01-01', to: '9999-01-01' })).toMatchObject([{ path: 'to', code: 'range_too_long' }]);
  expect(await refused({ text: `${text}${'\nRRULE:FREQ=DAILY'.repeat(60)}` })).toMatchObject([{ path: 'text', code: 'too_many_series' }]);
  expect(await refused({ text: text + 'BEGIN:VEVENT\n'.repeat(2001) })).toMatchObject([{ path: 'text', code: 'too_many_dates' }]);
  const daily = text.replace('SUMMARY:元旦（休）', 'SUMMARY:x\nRRULE:FREQ=DAILY');
  expect(await refused({ text: daily, from: '2026-01-01', to: '2032-01-01' })).toMatchObject([{ path: 'text', code: 'too_many_dates' }]);
});

test('a calendar in use stays; to the trash and back when nothing counts in it', async () => {
  const org = await newOrganisation(server);
  const calendar = await newCalendar(org);
  const agreement = await published(org, { code: 'gold', definition: promising(calendar.id) });
  expect((await org.call(api.listCalendars)).items).toMatchObject([{ code: 'office', agreements: 1 }]);
  const params = { id: calendar.id };
  expect(await org.refusal(api.deleteCalendar, { params })).toMatchObject({ status: 409, code: 'calendar_in_use' });
  await org.call(deleteAgreement, { params: { id: agreement.id } });
  await org.call(api.deleteCalendar, { params });
  expect((await org.call(api.listCalendars)).items).toEqual([]);
  expect((await org.refusal(api.createCalendar, { body: { code: 'office', name: named('x'), definition: office } })).code).toBe(
    'calendar_code_taken',
  );
  expect((await org.call(listTrash)).items.map(({ kind, label }) => [kind, label])).toEqual([
    ['calendar', 'office'],
    ['agreement', 'gold'],
  ]);
  const back = (kind: 'agreement' | 'calendar', id: string) => org.refusal(restoreFromTrash, { params: { kind, id } });
  expect(await back('agreement', agreement.id)).toMatchObject({ status: 409, code: 'restore_first', params: { what: 'office' } });
  await org.call(restoreFromTrash, { params: { kind: 'calendar', id: calendar.id } });
  await org.call(restoreFromTrash, { params: { kind: 'agreement', id: agreement.id } });
  expect((await org.call(api.listCalendars)).items).toMatchObject([{ code: 'office', version: 1, agreements: 1 }]);
  expect(await back('calendar', calendar.id)).toMatchObject({ status: 404 });
});

test('another organisation sees nothing of it', async () => {
  const org = await newOrganisation(server);
  const other = await newOrganisation(server);
  const { id } = await newCalendar(org);
  for (const endpoint of [api.getCalendar, api.deleteCalendar, api.exportICalendar])
    expect((await other.refusal(endpoint, { params: { id } })).status).toBe(404);
  expect((await other.call(api.listCalendars)).items).toEqual([]);
});
