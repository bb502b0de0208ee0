import { expect, test } from 'vitest';
import { createIndicator } from '@zhiheng/contract/measurement/indicators';
import { listTrash, restoreFromTrash, search } from '@zhiheng/contract/insight/board';
import * as api from '@zhiheng/contract/standards/standards';
import { newId } from '../../platform/identifier.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { greet, reception, tidy, wait, waitingTime } from './standards.factory.ts';

const server = useTestServer();
/** By the clocks of the house. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const begin = (org: TestOrganisation, fields: object = {}) => org.call(api.createStandard, { body: { ...reception, ...fields } });

/** Written by the caller, approved by somebody else. */
async function approved(org: TestOrganisation, { id, version }: { id: string; version: number }, from: string) {
  const params = { id };
  const sent = await org.call(api.submitStandard, { params, body: { version } });
  const other = { cookie: await org.as('quality-manager') };
  return org.call(api.approveStandard, { params, body: { version: sent.version, from } }, other);
}

test('a draft is sent, sent back, sent again, approved by another person and holds from its day', async () => {
  const org = await newOrganisation(server);
  const draft = await begin(org);
  const params = { id: draft.id };
  expect(draft).toMatchObject({
    code: 'reception',
    state: 'draft',
    number: null,
    open: 'draft',
    clauseCount: 2,
    untested: 1,
    kinds: ['attitude', 'timeliness'],
  });
  const sent = await org.call(api.submitStandard, { params, body: { version: draft.version } });
  expect(sent).toMatchObject({ state: 'waiting', mayApprove: false });
  const own = await org.refusal(api.approveStandard, { params, body: { version: sent.version, from: '2999-01-01' } });
  expect(own.code).toBe('standard_own_work');
  expect((await org.refusal(api.saveStandardDraft, { params, body: { version: sent.version, clauses: [] } })).code).toBe('standard_waits');
  const other = { cookie: await org.as('quality-manager') };
  const back = await org.call(api.returnStandard, { params, body: { version: sent.version, reason: 'say how long' } }, other);
  expect(back.versions[0]).toMatchObject({ state: 'draft', returned: 'say how long' });
  const again = await org.call(api.submitStandard, { params, body: { version: back.version } });
  const seen = await org.call(api.getStandard, { params }, other);
  expect(seen.mayApprove).toBe(true);
  const past = await org.refusal(api.approveStandard, { params, body: { version: again.version, from: '2020-01-01' } }, other);
  expect(past.errors).toMatchObject([{ path: 'from', code: 'in_the_past' }]);
  const held = await org.call(api.approveStandard, { params, body: { version: again.version, from: today } }, other);
  expect(held).toMatchObject({ state: 'in-force', number: 1, inForceFrom: today, open: null });
  expect(held.versions[0]).toMatchObject({ writers: ['Ada'], approvedBy: expect.any(String) as string, returned: '' });
  const types = (await eventsOf(org)).filter(({ entity_id }) => entity_id === draft.id).map(({ type }) => type);
  expect(types).toEqual(['standard.created', 'standard.submitted', 'standard.returned', 'standard.submitted', 'standard.approved']);
});

test('whoever only helped to write does not approve either', async () => {
  const org = await newOrganisation(server);
  const draft = await begin(org);
  const params = { id: draft.id };
  const second = { cookie: await org.as('quality-manager') };
  const saved = await org.call(api.saveStandardDraft, { params, body: { version: draft.version, clauses: [greet] } }, second);
  const sent = await org.call(api.submitStandard, { params, body: { version: saved.version } });
  for (const who of [undefined, second]) {
    const refused = await org.refusal(api.approveStandard, { params, body: { version: sent.version, from: '2999-01-01' } }, who);
    expect(refused.code).toBe('standard_own_work');
  }
});

test('the next version is written beside the one in force, compared with it, and takes over on its day', async () => {
  const org = await newOrganisation(server);
  const first = await approved(org, await begin(org), today);
  const params = { id: first.id };
  const clauses = [tidy, { ...wait, text: { zh: '五分钟内接待', en: 'Served within 5 minutes' } }];
  const next = await org.call(api.saveStandardDraft, { params, body: { version: first.version, clauses, reason: '等待过长' } });
  expect(next).toMatchObject({ state: 'in-force', number: 1, open: 'draft', clauseCount: 2, kinds: ['attitude', 'timeliness'] });
  const { items } = await org.call(api.compareStandard, { params, query: { from: 1, to: 2 } });
  expect(items.map(({ code, change, fields }) => [code, change, fields])).toEqual([
    ['greet', 'removed', []],
    ['tidy', 'added', []],
    ['wait', 'changed', ['text']],
  ]);
  const coming = await approved(org, next, '2999-01-01');
  expect(coming).toMatchObject({ number: 1, comingOn: '2999-01-01' });
  expect(coming.versions.map(({ number, inForceUntil }) => [number, inForceUntil])).toEqual([
    [2, null],
    [1, '2998-12-31'],
  ]);
  const third = await org.call(api.saveStandardDraft, { params, body: { version: coming.version, clauses: [tidy] } });
  const sent = await org.call(api.submitStandard, { params, body: { version: third.version } });
  const other = { cookie: await org.as('quality-manager') };
  const early = await org.refusal(api.approveStandard, { params, body: { version: sent.version, from: today } }, other);
  expect(early.errors).toMatchObject([{ path: 'from', code: 'before_earlier_version', params: { from: '2999-01-01' } }]);
  const dropped = await org.call(api.dropStandardDraft, { params });
  expect(dropped.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect((await org.refusal(api.dropStandardDraft, { params })).code).toBe('standard_nothing_open');
});

test('the second who saves is told; nothing empty is sent; the first version stays', async () => {
  const org = await newOrganisation(server);
  const draft = await begin(org, { clauses: [] });
  const params = { id: draft.id };
  expect((await org.refusal(api.submitStandard, { params, body: { version: draft.version } })).code).toBe('standard_without_clauses');
  expect((await org.refusal(api.dropStandardDraft, { params })).code).toBe('standard_first_version');
  await org.call(api.saveStandardDraft, { params, body: { version: draft.version, clauses: [greet] } });
  const late = await org.refusal(api.saveStandardDraft, { params, body: { version: draft.version, clauses: [wait] } });
  expect(late.code).toBe('changed_meanwhile');
  expect((await org.call(api.getStandard, { params })).versions[0]?.clauses).toEqual([greet]);
});

test('clauses name indicators that are there, each code once', async () => {
  const org = await newOrganisation(server);
  const named = { ...wait, indicators: ['waiting_time'] };
  const unknown = await org.refusal(api.createStandard, { body: { ...reception, clauses: [named] } });
  expect(unknown.errors).toMatchObject([{ path: 'clauses.0.indicators.0', code: 'unknown_indicator' }]);
  const twice = await org.refusal(api.createStandard, { body: { ...reception, clauses: [greet, greet] } });
  expect(twice.errors).toMatchObject([{ path: 'clauses.1.code', code: 'clause_twice' }]);
  const elsewhere = await org.refusal(api.createStandard, { body: { ...reception, serviceIds: [newId()] } });
  expect(elsewhere.errors).toMatchObject([{ path: 'serviceIds.0', code: 'unknown_service' }]);
  await org.call(createIndicator, { body: waitingTime });
  const draft = await begin(org, { clauses: [{ ...wait, indicators: [waitingTime.code] }] });
  const tested = () => org.call(api.clausesOfIndicator, { query: { indicator: waitingTime.code } });
  expect((await tested()).items).toEqual([]);
  await approved(org, draft, today);
  expect((await tested()).items).toMatchObject([{ standardId: draft.id, number: 1, clause: { code: 'wait' } }]);
});

test('found by word, kind, state; put away and taken out with its versions; one code once', async () => {
  const org = await newOrganisation(server);
  const { id } = await begin(org);
  await begin(org, { code: 'rooms', name: { zh: '客房', en: 'Rooms' }, clauses: [tidy] });
  const codes = async (query: object) => (await org.call(api.listStandards, { query })).items.map(({ code }) => code);
  expect(await codes({})).toEqual(['rooms', 'reception']);
  expect(await codes({ q: '问候' })).toEqual(['reception']);
  expect(await codes({ kind: 'hygiene' })).toEqual(['rooms']);
  expect(await codes({ state: 'in-force' })).toEqual([]);
  const one = await org.call(api.listStandards, { query: { limit: '1' } as object });
  expect(await codes({ limit: '1', cursor: one.next ?? '' })).toEqual(['reception']);
  expect((await org.refusal(api.createStandard, { body: reception })).code).toBe('standard_code_taken');
  expect((await org.call(search, { query: { q: '接待' } })).items).toMatchObject([{ kind: 'standard', id }]);
  await org.call(api.deleteStandard, { params: { id } });
  expect((await org.refusal(api.getStandard, { params: { id } })).status).toBe(404);
  expect((await org.call(listTrash)).items).toMatchObject([{ kind: 'standard', id }]);
  await org.call(restoreFromTrash, { params: { kind: 'standard', id } });
  expect((await org.call(api.getStandard, { params: { id } })).versions).toHaveLength(1);
});
