import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/measurement/indicators';
import { sendObservations } from '@zhiheng/contract/measurement/observations';
import { deleteAccount } from '@zhiheng/contract/identity/accounts';
import { sql } from 'kysely';
import { buildApp } from '../../../app.ts';
import { newId } from '../../../platform/identifier.ts';
import { meanwhile } from '../../../testing/meanwhile.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { joinOrganisation } from '../../identity/identity.factory.ts';
import { restoreIndicator } from '../index.ts';

const server = useTestServer();
const named = (text: string) => ({ zh: `${text}指标`, en: text });
const plain = { dimension: 'responsiveness', perspective: 'technical', measure: 'duration', unit: 'h', direction: 'lower' } as const;
type Draft = Partial<Parameters<typeof make>[2]>;
const make = (org: TestOrganisation, code: string, more: object = {}) =>
  org.call(api.createIndicator, { body: { ...plain, code, name: named(code), ...more } });
const flaws = async (org: TestOrganisation, more: Draft) => {
  const refused = await org.refusal(api.createIndicator, { body: { ...plain, code: 'x', name: named('x'), ...more } });
  expect(refused.status).toBe(422);
  return refused.errors.map((error) => `${error.path}: ${error.code}`);
};

test('an indicator with limits and all that belongs to it', async () => {
  const org = await newOrganisation(server);
  const made = await make(org, 'time_to_restore', { limits: { target: 4, warning: 6, critical: 8 }, plausibleMin: 0, plausibleMax: 1000 });
  expect(made).toMatchObject({
    ...plain,
    ...{
      definition: { zh: '', en: '' },
      decimals: 2,
      aggregate: 'mean',
      period: 'month',
      formula: null,
      plausibleMax: 1000,
      ownerId: null,
    },
    limits: { version: 1, validFrom: '2000-01-01', target: 4, warning: 6, critical: 8 },
    ...{ benchmarks: [], version: 1 },
  });
  const params = { code: 'time_to_restore' };
  expect(await org.call(api.getIndicator, { params })).toEqual({ ...made, history: [made.limits], usedBy: [] });
  expect(await make(org, 'calls', { measure: 'count', unit: '次' })).toMatchObject({ aggregate: 'sum', limits: null });
  expect(await eventsOf(org, 'indicator.created')).toMatchObject([
    { entity_id: made.id, label: 'time_to_restore指标' },
    { label: 'calls指标' },
  ]);
  const again = await org.refusal(api.createIndicator, { body: { ...plain, code: 'calls', name: named('x') } });
  expect(again).toMatchObject({ status: 409, code: 'indicator_code_taken' });
});

test('what does not fit together is named, field by field', async () => {
  const org = await newOrganisation(server);
  expect(await flaws(org, { unit: 'weeks' })).toEqual(['unit: not_a_duration_unit']);
  expect(await flaws(org, { measure: 'share', unit: 'x' })).toEqual(['unit: share_needs_percent']);
  expect(await flaws(org, { measure: 'count', aggregate: 'p95' })).toEqual(['aggregate: count_needs_sum']);
  expect(await flaws(org, { measure: 'formula' })).toEqual(['formula: formula_missing']);
  expect(await flaws(org, { formula: '1 + 1' })).toEqual(['formula: formula_not_allowed_here']);
  expect(await flaws(org, { plausibleMin: 2, plausibleMax: 1 })).toEqual(['plausibleMax: plausible_range_empty']);
  expect(await flaws(org, { ownerId: newId() })).toEqual(['ownerId: unknown_account']);
  const limits = (target: number | null, warning: number | null, critical: number | null) => ({ limits: { target, warning, critical } });
  expect(await flaws(org, limits(4, 3, 8))).toEqual(['limits.warning: limits_out_of_order']);
  expect(await flaws(org, limits(4, 6, 5))).toEqual(['limits.critical: limits_out_of_order']);
  expect(await flaws(org, limits(4, null, 3))).toEqual(['limits.critical: limits_out_of_order']);
  expect(await flaws(org, { direction: 'higher', ...limits(4, 6, 8) })).toEqual([
    'limits.warning: limits_out_of_order',
    'limits.critical: limits_out_of_order',
  ]);
  expect(await flaws(org, { direction: 'nominal', ...limits(4, -1, 3) })).toEqual(['limits.warning: deviation_below_zero']);
  expect(await flaws(org, { measure: 'share', unit: '%', ...limits(1, 50, 101) })).toEqual(['limits.critical: limit_not_a_percentage']);
  await make(org, 'nominal', { direction: 'nominal', ...limits(4, 1, 1) });
  await make(org, 'equal', limits(4, 4, 4));
});

test('the library is found by code, names, dimension, perspective and measure', async () => {
  const org = await newOrganisation(server);
  await make(org, 'alpha', { name: { zh: '恢复时间', en: 'Time to restore' } });
  await make(org, 'beta', { dimension: 'safety', perspective: 'user', measure: 'share', unit: '%' });
  const find = async (query: object) => (await org.call(api.listIndicators, { query })).items.map((indicator) => indicator.code);
  expect(await find({})).toEqual(['alpha', 'beta']);
  expect(await find({ q: '恢复' })).toEqual(['alpha']);
  expect(await find({ q: 'TIME TO' })).toEqual(['alpha']);
  for (const query of [{ dimension: 'safety' }, { perspective: 'user' }, { measure: 'share' }, { q: 'BET' }])
    expect(await find(query)).toEqual(['beta']);
});

test('a change names its version and is logged; what others were built on stays', async () => {
  const org = await newOrganisation(server);
  const person = await joinOrganisation(server, org);
  const made = await make(org, 'wait', { ownerId: person.id, limits: { target: 4, warning: 6, critical: 8 } });
  await org.call(deleteAccount, { params: { id: person.id } });
  const params = { code: 'wait' };
  const changed = await org.call(api.updateIndicator, { params, body: { version: 1, aggregate: 'p90', name: named('Waiting') } });
  expect(changed).toMatchObject({ version: 2, aggregate: 'p90', name: named('Waiting'), limits: made.limits, ownerName: 'Pat' });
  expect((await org.refusal(api.updateIndicator, { params, body: { version: 1, period: 'day' } })).code).toBe('changed_meanwhile');
  expect((await org.refusal(api.updateIndicator, { params, body: { version: 2, unit: 'min' } })).code).toBe('unit_in_use');
  const turned = await org.refusal(api.updateIndicator, { params, body: { version: 2, direction: 'higher' } });
  expect(turned.errors).toMatchObject([{ path: 'direction.warning', code: 'limits_out_of_order' }, { path: 'direction.critical' }]);
  const formula = await org.refusal(api.updateIndicator, { params, body: { version: 2, formula: '1' } });
  expect(formula.errors).toMatchObject([{ path: 'formula', code: 'formula_not_allowed_here' }]);
  expect((await org.refusal(api.updateIndicator, { params: { code: 'nothing' }, body: { version: 1 } })).status).toBe(404);
  const [event, ...more] = await eventsOf(org, 'indicator.changed');
  expect(event?.data).toEqual({ aggregate: { from: 'mean', to: 'p90' }, name: { from: named('wait'), to: named('Waiting') } });
  expect(more).toEqual([]);
});

test('limits hold from a day on, every change is a version', async () => {
  const org = await newOrganisation(server);
  await make(org, 'wait', { limits: { target: 4, warning: 6, critical: 8 } });
  const params = { code: 'wait' };
  const set = (validFrom: string, target: number) =>
    org.call(api.setLimits, { params, body: { validFrom, target, warning: null, critical: null } });
  expect((await set('2020-01-01', 3)).limits).toEqual({ version: 2, validFrom: '2020-01-01', target: 3, warning: null, critical: null });
  expect((await set('2999-01-01', 2)).limits?.version).toBe(2);
  expect((await set('2020-01-01', 5)).limits).toMatchObject({ version: 4, target: 5 });
  await set('2020-01-01', 5);
  const { history } = await org.call(api.getIndicator, { params });
  expect(history.map(({ version, validFrom, target }) => [version, validFrom, target])).toEqual([
    [1, '2000-01-01', 4],
    [4, '2020-01-01', 5],
    [3, '2999-01-01', 2],
  ]);
  const body = { validFrom: '2021-01-01', target: 4, warning: 3, critical: null };
  expect((await org.refusal(api.setLimits, { params, body })).errors).toMatchObject([{ path: 'warning', code: 'limits_out_of_order' }]);
  expect((await org.refusal(api.setLimits, { params, body: { ...body, validFrom: '2021-02-30' } })).errors).toMatchObject([
    { path: 'validFrom' },
  ]);
  expect((await eventsOf(org, 'indicator.limits-set')).map((event) => event.data)).toMatchObject([
    { code: 'wait', validFrom: '2020-01-01', target: 3 },
    { validFrom: '2999-01-01' },
    { target: 5 },
  ]);
});

test('what is already measured is judged by the new limits; limits of days to come leave the rollups alone', async () => {
  const org = await newOrganisation(server, { timeZone: 'UTC' });
  const sent: string[] = [];
  const app = await buildApp({
    ...server.platform,
    jobs: { ...server.platform.jobs, send: async (queue, { orgId }) => void sent.push(`${queue} ${orgId}`) },
  });
  const put = (validFrom: string, target: number) =>
    app.inject({
      method: 'PUT',
      url: '/api/v1/indicators/wait/limits',
      headers: { cookie: org.cookie },
      payload: { validFrom, target, warning: null, critical: null },
    });
  await make(org, 'wait', { limits: { target: 4, warning: null, critical: null } });
  await put('2023-01-01', 5);
  expect(sent).toEqual([]);
  await org.call(sendObservations, { body: [{ indicator: 'wait', at: '2024-03-01T12:00:00Z', value: 5, key: 'a' }] });
  await put('2024-03-02', 6);
  expect(sent).toEqual([]);
  await put('2024-03-01', 6);
  expect(sent).toEqual([`rebuild ${org.orgId}`]);
  await put('1999-01-01', 6);
  expect(sent).toHaveLength(2);
  const patch = { version: 1, direction: 'higher' };
  await app.inject({ method: 'PATCH', url: '/api/v1/indicators/wait', headers: { cookie: org.cookie }, payload: patch });
  expect(sent).toHaveLength(3);
  await app.close();
});

test('the rollups follow: the share that meets the target is counted anew', async () => {
  const org = await newOrganisation(server, { timeZone: 'UTC' });
  await make(org, 'wait', { limits: { target: 4, warning: null, critical: null } });
  const rows = [1, 3, 5, 7].map((value, i) => ({ indicator: 'wait', at: '2024-03-01T12:00:00Z', value, key: String(i) }));
  await org.call(sendObservations, { body: rows });
  const met = () =>
    org.inside(async ({ db, orgId }) => {
      const { rows } = await sql<{ met: number }>`
        select sum(n_ok)::int as met from (select org_id, grain, n_ok from rollup union all select org_id, grain, n_ok from rollup_delta) r
        where org_id = ${orgId} and grain = 'month'`.execute(db);
      return rows[0]?.met;
    });
  expect(await met()).toBe(2);
  const limits = { validFrom: '2024-01-01', target: 5, warning: null, critical: null };
  await org.call(api.setLimits, { params: { code: 'wait' }, body: limits });
  expect(await met()).toBe(3);
  await org.call(api.updateIndicator, { params: { code: 'wait' }, body: { version: 1, direction: 'higher' } });
  expect(await met()).toBe(2);
});

test('benchmarks with source and date', async () => {
  const org = await newOrganisation(server);
  const made = await make(org, 'wait');
  const params = { code: 'wait' };
  const body = { kind: 'industry' as const, value: 3.5, source: named('Yearbook'), asOf: '2025-12-31' };
  const added = await org.call(api.addBenchmark, { params, body });
  expect(added).toMatchObject({ ...body, url: null });
  expect((await org.call(api.getIndicator, { params })).benchmarks).toEqual([added]);
  const wrong = await org.refusal(api.addBenchmark, { params, body: { ...body, url: 'no address' } });
  expect(wrong.errors).toMatchObject([{ path: 'url' }]);
  await org.call(api.removeBenchmark, { params: { id: added.id } });
  expect((await org.refusal(api.removeBenchmark, { params: { id: added.id } })).status).toBe(404);
  expect((await org.call(api.getIndicator, { params })).benchmarks).toEqual([]);
  const events = (await eventsOf(org)).filter((event) => event.type.startsWith('benchmark.'));
  expect(events).toMatchObject([
    { type: 'benchmark.added', entity_id: made.id, data: { value: 3.5 } },
    { type: 'benchmark.removed', entity_id: made.id, data: { value: 3.5, asOf: '2025-12-31' } },
  ]);
});

test('formulas read what is there and never lead back to themselves', async () => {
  const org = await newOrganisation(server);
  await make(org, 'a');
  const formula = (code: string, text: string) => make(org, code, { measure: 'formula', formula: text });
  await formula('b', 'a * 2');
  await formula('c', 'b + n(a)');
  expect((await org.call(api.getIndicator, { params: { code: 'a' } })).usedBy).toEqual(['b', 'c']);
  const wrong = async (code: string, text: string) =>
    (await org.refusal(api.createIndicator, { body: { ...plain, measure: 'formula', code, name: named(code), formula: text } })).errors;
  expect(await wrong('d', 'd + 1')).toMatchObject([{ path: 'formula', code: 'formula_circular', params: { code: 'd' } }]);
  expect(await wrong('d', 'nothing / 2')).toMatchObject([{ path: 'formula', code: 'unknown_indicator', params: { code: 'nothing' } }]);
  expect(await wrong('d', 'a +')).toMatchObject([{ path: 'formula', code: 'formula_syntax' }]);
  const circle = await org.refusal(api.updateIndicator, { params: { code: 'b' }, body: { version: 1, formula: 'c / 2' } });
  expect(circle.errors).toMatchObject([{ path: 'formula', code: 'formula_circular', params: { code: 'c' } }]);
  const check = (text: string, code?: string) =>
    org.call(api.checkFormula, { body: { formula: text, ...(code === undefined ? {} : { code }) } });
  expect(await check('a + b')).toEqual({ kind: 'valid', uses: ['a', 'b'] });
  expect(await check('c', 'b')).toEqual({ kind: 'invalid', code: 'formula_circular', params: { code: 'c' } });
  expect(await check('process.exit()')).toMatchObject({ kind: 'invalid' });
  expect(await check('')).toMatchObject({ kind: 'invalid' });
  expect(await check(`${'('.repeat(250)}a${')'.repeat(249)}`)).toMatchObject({ kind: 'invalid' });
});

test('two formulas saved at the same time make no circle', async () => {
  const org = await newOrganisation(server);
  await make(org, 'a');
  for (const code of ['b', 'c']) await make(org, code, { measure: 'formula', formula: 'a' });
  const save = async (code: string, formula: string) => {
    const url = `/api/v1/indicators/${code}`;
    return (await server.app.inject({ method: 'PATCH', url, headers: { cookie: org.cookie }, payload: { version: 1, formula } }))
      .statusCode;
  };
  const held = sql`select from indicator where org_id = ${org.orgId} for update`;
  expect((await meanwhile(server, held, [() => save('b', 'c'), () => save('c', 'b')])).sort()).toEqual([200, 422]);
});

test('to the trash and back; what a formula reads stays, and a formula comes back only with what it reads', async () => {
  const org = await newOrganisation(server);
  const a = await make(org, 'a');
  const b = await make(org, 'b', { measure: 'formula', formula: 'a' });
  expect(await org.refusal(api.deleteIndicator, { params: { code: 'a' } })).toMatchObject({
    status: 409,
    code: 'used_by_formula',
    params: { code: 'b' },
  });
  await org.call(api.deleteIndicator, { params: { code: 'b' } });
  await org.call(api.deleteIndicator, { params: { code: 'a' } });
  expect((await org.call(api.listIndicators)).items).toEqual([]);
  for (const endpoint of [api.getIndicator, api.deleteIndicator])
    expect((await org.refusal(endpoint, { params: { code: 'a' } })).status).toBe(404);
  await expect(org.inside((operation) => restoreIndicator(operation, b.id))).rejects.toMatchObject({ code: 'formula_input_missing' });
  await org.inside((operation) => restoreIndicator(operation, a.id));
  await org.inside((operation) => restoreIndicator(operation, b.id));
  expect((await org.call(api.listIndicators)).items.map((indicator) => indicator.code)).toEqual(['a', 'b']);
  const events = (await eventsOf(org)).filter((event) => event.entity_id === a.id);
  expect(events.map((event) => event.type)).toEqual(['indicator.created', 'indicator.deleted', 'indicator.restored']);
});
