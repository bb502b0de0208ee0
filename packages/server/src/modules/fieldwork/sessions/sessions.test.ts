import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/fieldwork/sessions';
import { listTrash, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newId } from '../../../platform/identifier.ts';
import { meanwhile } from '../../../testing/meanwhile.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { hold, newPerson, openStudy, planSession } from '../fieldwork.factory.ts';

const server = useTestServer();
const get = (org: TestOrganisation, id: string) => org.call(api.getFieldSession, { params: { id } });
const li = { label: 'P1', name: '李小明', contact: '13800132207', consent: true };

test('sessions are numbered within their study, also when they come at the same time', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org);
  const made = await meanwhile(
    server,
    sql`select from field_study where org_id = ${org.orgId} for update`,
    Array.from({ length: 4 }, () => () => planSession(org, study)),
  );
  expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
});

test('of two who change the same session one is told', async () => {
  const org = await newOrganisation(server);
  const { id, version } = await planSession(org, await openStudy(org));
  const change = (place: string) => () =>
    org.call(api.updateFieldSession, { params: { id }, body: { version, place } }).then(
      () => 'changed',
      (error: { problem: { code: string } }) => error.problem.code,
    );
  const locked = sql`select from field_session where org_id = ${org.orgId} for update`;
  expect((await meanwhile(server, locked, [change('A'), change('B')])).toSorted()).toEqual(['changed', 'changed_meanwhile']);
});

test('it goes from planned to held or cancelled and back with a reason, and a moved one keeps its earlier time', async () => {
  const org = await newOrganisation(server);
  const { id, version, startsAt } = await planSession(org, await openStudy(org));
  const move = (body: { version: number; to: 'planned' | 'held' | 'cancelled'; reason?: string }) =>
    org.call(api.moveFieldSession, { params: { id }, body });
  const refused = (body: Parameters<typeof move>[0]) => org.refusal(api.moveFieldSession, { params: { id }, body });
  expect((await refused({ version, to: 'cancelled' })).errors).toMatchObject([{ path: 'reason', code: 'reason_needed' }]);
  const later = '2026-01-06T10:00:00.000Z';
  const moved = await org.call(api.updateFieldSession, { params: { id }, body: { version, startsAt: '2026-01-06T18:00:00+08:00' } });
  expect(moved).toMatchObject({ startsAt: later, moved: [{ from: startsAt, to: later, by: 'Ada' }] });
  const same = await org.call(api.updateFieldSession, { params: { id }, body: { version: moved.version, startsAt: later } });
  expect(same.version).toBe(moved.version);
  const held = await move({ version: moved.version, to: 'held' });
  expect(held.state).toBe('held');
  expect((await refused({ version: held.version, to: 'cancelled', reason: 'x' })).code).toBe('field_session_no_such_step');
  expect((await org.refusal(api.deleteFieldSession, { params: { id } })).code).toBe('field_session_held');
  const again = await move({ version: held.version, to: 'planned', reason: 'a mistake' });
  expect(again).toMatchObject({ state: 'planned', reason: 'a mistake', heldAt: null });
  await org.call(api.deleteFieldSession, { params: { id } });
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'field-session', id, label: 'Visits #1' }]);
  await org.call(restoreFromTrash, { params: { kind: 'field-session', id } });
  const log = (await eventsOf(org)).filter(({ entity_id }) => entity_id === id).map(({ type }) => type.replace('fieldwork.session-', ''));
  expect(log).toEqual(['planned', 'changed', 'held', 'reopened', 'deleted', 'restored']);
});

test('nothing is held before it begins', async () => {
  const org = await newOrganisation(server);
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id, version } = await planSession(org, await openStudy(org), { startsAt });
  expect((await org.refusal(api.moveFieldSession, { params: { id }, body: { version, to: 'held' } })).code).toBe('field_session_not_begun');
});

test('whoever conducts a session looks after it without the permission to write; nobody else does', async () => {
  const org = await newOrganisation(server);
  const [conductor, stranger] = [await newPerson(org), await newPerson(org)];
  const { id, version } = await planSession(org, await openStudy(org), { conductorId: conductor.id });
  const move = { params: { id }, body: { version, to: 'held' as const } };
  const note = { params: { id }, body: { version: 1, text: 'x' } };
  expect(await org.refusal(api.moveFieldSession, move, stranger)).toMatchObject({ status: 403, params: { permission: 'fieldwork.write' } });
  expect((await org.refusal(api.saveFieldNotes, note, stranger)).status).toBe(403);
  expect((await org.call(api.moveFieldSession, move, conductor)).state).toBe('held');
  expect(await org.call(api.saveFieldNotes, note, conductor)).toMatchObject({ text: 'x', version: 2, savedBy: 'service-agent' });
});

test('people who are elsewhere at that time are named, unless that one is cancelled', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org);
  const person = await newPerson(org);
  const at = (hour: string) => ({ startsAt: `2026-01-05T${hour}:00.000Z`, minutes: 60 });
  const first = await planSession(org, study, { ...at('02:00'), conductorId: person.id });
  await planSession(org, study, { ...at('03:00'), raterIds: [person.id] });
  const third = await planSession(org, study, { ...at('02:30'), raterIds: [person.id] });
  expect(third.clashes.map(({ number, person: name }) => [number, name])).toEqual([
    [1, 'service-agent'],
    [2, 'service-agent'],
  ]);
  await org.call(api.moveFieldSession, { params: { id: first.id }, body: { version: first.version, to: 'cancelled', reason: 'ill' } });
  expect((await get(org, third.id)).clashes.map(({ number }) => number)).toEqual([2]);
  const { items } = await org.call(api.listFieldSessions, { query: { person: 'me' } }, person);
  expect(items.map(({ number }) => number)).toEqual([1, 3, 2]);
});

test('participants are masked for those who may not see them, who can neither read nor write them back', async () => {
  const org = await newOrganisation(server, { roles: { planner: ['fieldwork.read', 'fieldwork.write'] } });
  const made = await planSession(org, await openStudy(org), { participants: [li] });
  const params = { id: made.id };
  const planner = await newPerson(org, 'planner');
  const seen = await org.call(api.getFieldSession, { params }, planner);
  expect(seen).toMatchObject({ masked: true, participantList: [{ label: 'P1', name: '李*明', contact: '138****2207' }] });
  const [participant] = seen.participantList;
  const change = (participants: object[]) => ({ params, body: { version: made.version, participants: participants as [] } });
  const back = await org.refusal(api.updateFieldSession, change([{ ...participant, segmentName: undefined }]), planner);
  expect(back).toMatchObject({ status: 403, params: { permission: 'customers.personal' } });
  await org.call(api.updateFieldSession, change([{ id: participant?.id, label: 'P7' }]), planner);
  expect((await get(org, made.id)).participantList).toMatchObject([{ label: 'P7', name: '李小明', contact: '13800132207', consent: true }]);
  expect(JSON.stringify(await eventsOf(org))).not.toContain('李小明');
  const strange = { params, body: { version: made.version + 1, participants: [{ id: newId(), label: 'P2' }] } };
  expect((await org.refusal(api.updateFieldSession, strange)).errors).toMatchObject([
    { path: 'participants.0.id', code: 'unknown_participant' },
  ]);
});

test('the calendar has what its caller does, and no participant', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org);
  const person = await newPerson(org);
  const startsAt = new Date(Date.now() - 86_400_000).toISOString();
  const own = await planSession(org, study, { startsAt, raterIds: [person.id], place: 'Hall 2', participants: [li] });
  await planSession(org, study, { startsAt });
  const fetched = (url: string) => server.app.inject({ method: 'GET', url, headers: { cookie: person.cookie } });
  const mine = await fetched('/api/v1/field-sessions.ics');
  expect(mine.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(mine.body.match(/^UID:.*$/gm)).toEqual([`UID:${own.id}@zhiheng`]);
  expect(mine.body).toContain('LOCATION:Hall 2');
  expect(mine.body).not.toContain('李');
  expect((await fetched(`/api/v1/field-sessions/${own.id}/session.ics`)).body).toContain(`SUMMARY:Visits #${own.number}`);
});

test('a session that names nobody who is there is refused', async () => {
  const org = await newOrganisation(server);
  const study = await openStudy(org);
  const body = { startsAt: '1999-01-01T00:00:00Z', minutes: 60, conductorId: newId(), raterIds: [org.accountId, org.accountId] };
  expect((await org.refusal(api.createFieldSession, { params: { id: study.id }, body })).errors).toMatchObject([
    { path: 'startsAt', code: 'unlikely_time' },
    { path: 'raterIds.1', code: 'duplicate' },
    { path: 'conductorId', code: 'unknown_account' },
  ]);
  const { id, version } = await hold(org, await planSession(org, study));
  expect((await org.refusal(api.updateFieldSession, { params: { id }, body: { version, siteId: newId() } })).errors).toMatchObject([
    { path: 'siteId', code: 'unknown_site' },
  ]);
});
