import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/agreements/agreements';
import { createService } from '@zhiheng/contract/catalog/services';
import { createUnit, deleteUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../platform/identifier.ts';
import { meanwhile } from '../../testing/meanwhile.ts';
import { eventsOf } from '../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { restoreAgreement } from './index.ts';
import { named, newCalendar, promising, published, resolutionIn } from './agreements.factory.ts';

const server = useTestServer();

/** An organisation with a calendar and an agreement whose draft promises resolution in eight working hours. */
async function begun(more: Parameters<typeof promising>[1] = {}) {
  const org = await newOrganisation(server);
  const calendar = await newCalendar(org);
  const draft = promising(calendar.id, more);
  const agreement = await org.call(api.createAgreement, { body: { code: 'gold', name: named('gold'), kind: 'sla', draft } });
  return { org, calendar, draft, agreement, params: { id: agreement.id } };
}

test('a draft is begun, saved, published; what was published never changes', async () => {
  const { org, draft, agreement, params } = await begun();
  expect(agreement).toMatchObject({ version: 0, published: null, draft, revision: 1, effectiveFrom: null, openCases: 0 });
  const stricter = { ...draft, targets: [resolutionIn(4)] };
  const saved = await org.call(api.saveAgreementDraft, { params, body: { revision: 1, draft: stricter } });
  expect(saved).toMatchObject({ revision: 2, draft: stricter, version: 0 });
  const late = await org.refusal(api.saveAgreementDraft, { params, body: { revision: 1, draft } });
  expect(late).toMatchObject({ status: 409, code: 'changed_meanwhile' });
  const first = await org.call(api.publishAgreement, { params, body: { revision: 2, effectiveFrom: '2025-01-01T00:00:00+08:00' } });
  expect(first).toMatchObject({ version: 1, published: stricter, draft: null, revision: 3, effectiveFrom: '2024-12-31T16:00:00.000Z' });
  expect(await org.refusal(api.publishAgreement, { params, body: { revision: 3 } })).toMatchObject({ status: 409, code: 'no_draft' });
  await org.call(api.saveAgreementDraft, { params, body: { revision: 3, draft } });
  const second = await org.call(api.publishAgreement, { params, body: { revision: 4 } });
  expect(second).toMatchObject({ version: 2, published: draft, revision: 5 });
  const { versions } = await org.call(api.getAgreement, { params });
  expect(versions).toMatchObject([
    { version: 2, definition: draft, publishedBy: 'Ada' },
    { version: 1, definition: stricter, effectiveFrom: '2024-12-31T16:00:00.000Z' },
  ]);
  const changing = sql`update agreement_version set effective_from = now() where org_id = ${org.orgId}`;
  await expect(org.inside(({ db }) => changing.execute(db))).rejects.toThrow(/permission denied/);
  expect((await eventsOf(org)).filter((event) => event.entity_id === agreement.id).map(({ type, data }) => [type, data])).toMatchObject([
    ['agreement.created', { code: 'gold', kind: 'sla' }],
    ['agreement.changed', { draft: { to: stricter } }],
    ['agreement.published', { version: 1 }],
    ['agreement.changed', { draft: { from: null, to: draft } }],
    ['agreement.published', { version: 2 }],
  ]);
});

test('a version of the future is shown as such and counts from its day', async () => {
  const { org, draft, params } = await begun();
  await org.call(api.publishAgreement, { params, body: { revision: 1, effectiveFrom: '2099-01-01T00:00:00Z' } });
  expect(await org.call(api.getAgreement, { params })).toMatchObject({ version: 1, effectiveFrom: '2099-01-01T00:00:00.000Z' });
  const softer = { ...draft, targets: [resolutionIn(40)] };
  await org.call(api.saveAgreementDraft, { params, body: { revision: 2, draft: softer } });
  await org.call(api.publishAgreement, { params, body: { revision: 3 } });
  expect((await org.call(api.listAgreements)).items).toMatchObject([{ version: 2, published: softer }]);
});

test('two who save at the same time: the second is told', async () => {
  const { org, draft, params } = await begun();
  const save = async (hours: number) => {
    const payload = { revision: 1, draft: { ...draft, targets: [resolutionIn(hours)] } };
    const url = `/api/v1/agreements/${params.id}`;
    return (await server.app.inject({ method: 'PATCH', url, headers: { cookie: org.cookie }, payload })).statusCode;
  };
  const held = sql`select from agreement where org_id = ${org.orgId} for update`;
  expect((await meanwhile(server, held, [() => save(1), () => save(2)])).sort()).toEqual([200, 409]);
});

test('a draft is thrown away when there is something to fall back on; a name counts at once', async () => {
  const { org, draft, params } = await begun();
  const save = (body: { revision: number; draft?: null | typeof draft; name?: { zh: string; en: string } }) => ({ params, body });
  expect(await org.refusal(api.saveAgreementDraft, save({ revision: 1, draft: null }))).toMatchObject({
    status: 409,
    code: 'draft_needed',
  });
  await org.call(api.publishAgreement, { params, body: { revision: 1 } });
  await org.call(api.saveAgreementDraft, save({ revision: 2, draft: { ...draft, attainmentGoal: 1 } }));
  expect(await org.call(api.saveAgreementDraft, save({ revision: 3, draft: null }))).toMatchObject({ draft: null, published: draft });
  const renamed = await org.call(api.saveAgreementDraft, save({ revision: 4, name: named('silver') }));
  expect(renamed).toMatchObject({ name: named('silver'), revision: 5, version: 1 });
  expect(await org.call(api.saveAgreementDraft, save({ revision: 5, name: named('silver') }))).toEqual(renamed);
});

test('faults refuse publication, each at its place; warnings do not', async () => {
  const { org, draft, params } = await begun();
  let revision = 1;
  const faults = async (more: Partial<typeof draft>) => {
    const saved = await org.call(api.saveAgreementDraft, { params, body: { revision, draft: { ...draft, ...more } } });
    revision = saved.revision;
    return (await org.refusal(api.publishAgreement, { params, body: { revision } })).errors;
  };
  const target = resolutionIn(8);
  const whole = { ...target, pauses: [{ reason: 'all', name: named('all'), when: { kind: 'always' as const } }] };
  expect(await faults({ targets: [target, whole] })).toMatchObject([{ path: 'draft.targets.1.pauses.0', code: 'always-paused' }]);
  expect(await faults({ targets: [] })).toMatchObject([
    { path: 'draft.targets', code: 'no-targets' },
    { path: 'draft.actions.0', code: 'unknown-step', params: { step: 'warn' } },
  ]);
  expect(await faults({ closed: ['shut'] })).toMatchObject([{ path: 'draft.closed', code: 'unknown-value', params: { value: 'shut' } }]);
  expect(await faults({ scope: { priority: ['urgent'], channel: [] } })).toMatchObject([
    { path: 'draft.scope.channel', code: 'empty-scope' },
    { path: 'draft.scope.priority', code: 'unknown-value' },
  ]);
  const stranger = newId();
  expect(await faults({ calendarId: stranger, scope: { service: [stranger, 'mail'] } })).toMatchObject([
    { path: 'draft.calendarId', code: 'unknown-calendar' },
    { path: 'draft.scope.service', code: 'unknown-service', params: { id: stranger } },
    { path: 'draft.scope.service', code: 'unknown-service', params: { id: 'mail' } },
  ]);
  const steps = [...target.steps, ...target.steps];
  expect(await faults({ targets: [{ ...target, steps }] })).toMatchObject([{ path: 'draft.targets.0.steps.1', code: 'repeated-step' }]);
  const twice = await org.call(api.saveAgreementDraft, {
    params,
    body: { revision, draft: { ...draft, targets: [target, resolutionIn(4)] } },
  });
  expect(await org.call(api.publishAgreement, { params, body: { revision: twice.revision } })).toMatchObject({ version: 1 });
});

test('whom an agreement binds must fit its kind and be there', async () => {
  const { org, draft } = await begun();
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  const supplier = await org.call(api.createSupplier, { body: { code: 'carrier', name: named('Carrier') } });
  const make = (more: object) => ({ body: { code: 'x', name: named('x'), kind: 'ola' as const, draft, ...more } });
  const wrong = async (more: object) => (await org.refusal(api.createAgreement, make(more))).errors;
  expect(await wrong({})).toMatchObject([{ path: 'teamId', code: 'required' }]);
  expect(await wrong({ teamId: supplier.id })).toMatchObject([{ path: 'teamId', code: 'unknown_team' }]);
  expect(await wrong({ teamId: team.id, supplierId: supplier.id })).toMatchObject([{ path: 'supplierId', code: 'not_of_this_kind' }]);
  expect(await wrong({ kind: 'supplier-contract' })).toMatchObject([{ path: 'supplierId', code: 'required' }]);
  expect(await wrong({ kind: 'supplier-contract', supplierId: team.id })).toMatchObject([{ path: 'supplierId', code: 'unknown_supplier' }]);
  expect(await wrong({ kind: 'sla', teamId: team.id })).toMatchObject([{ path: 'teamId', code: 'not_of_this_kind' }]);
  expect(await org.call(api.createAgreement, make({ teamId: team.id }))).toMatchObject({ teamId: team.id, supplierId: null });
  expect((await org.refusal(api.createAgreement, make({ code: 'gold', teamId: team.id }))).code).toBe('agreement_code_taken');
  const codes = async (query: object) => (await org.call(api.listAgreements, { query })).items.map(({ code }) => code);
  expect(await codes({ kind: 'ola' })).toEqual(['x']);
  expect(await codes({ q: 'GOLD' })).toEqual(['gold']);
});

test('to the trash and back: not without the team that it binds', async () => {
  const { org, draft } = await begun();
  const team = await org.call(createUnit, { params: { kind: 'teams' }, body: { code: 'desk', name: named('Desk') } });
  const body = { code: 'x', name: named('x'), kind: 'ola' as const, teamId: team.id, draft };
  const { id } = await org.call(api.createAgreement, { body });
  await org.call(api.deleteAgreement, { params: { id } });
  for (const endpoint of [api.getAgreement, api.deleteAgreement])
    expect((await org.refusal(endpoint, { params: { id } })).status).toBe(404);
  await org.call(deleteUnit, { params: { kind: 'teams', id: team.id } });
  await expect(org.inside((operation) => restoreAgreement(operation, id))).rejects.toMatchObject({ code: 'restore_first' });
  await org.inside(({ db, orgId }) => sql`update team set deleted_at = null where org_id = ${orgId}`.execute(db));
  await org.inside((operation) => restoreAgreement(operation, id));
  expect(await org.call(api.getAgreement, { params: { id } })).toMatchObject({ code: 'x', draft });
  const types = (await eventsOf(org)).filter((event) => event.entity_id === id).map(({ type }) => type);
  expect(types).toEqual(['agreement.created', 'agreement.deleted', 'agreement.restored']);
});

test('the preview says when a case opened now would be due, in both languages, with names instead of ids', async () => {
  const { org, calendar, draft, agreement } = await begun();
  const service = await org.call(createService, { body: { code: 'mail', name: named('Mail'), type: 'support' } });
  const preview = (more: object, example: { openedAt?: string; fields: object }) =>
    org.call(api.previewAgreement, {
      body: { agreementId: agreement.id, kind: 'sla', definition: { ...draft, scope: { service: [service.id] }, ...more }, example },
    });
  const friday = { openedAt: '2026-11-20T16:00:00+08:00', fields: { service: service.id, priority: 'p1' } };
  const { findings, applies, targets } = await preview({}, friday);
  expect({ findings, applies }).toEqual({ findings: [], applies: true });
  expect(targets).toMatchObject([{ target: 'resolution', goalSeconds: 28_800, due: { kind: 'due', at: '2026-11-23T07:00:00.000Z' } }]);
  const [zh, en] = (['zh', 'en'] as const).map((language) => targets[0]?.steps.map((step) => step[language]).join('\n') ?? '');
  expect(zh).toMatch(/《gold ?名》第 1 版：它指定了服务 Mail/);
  expect(zh).toContain('日历 office名 第 1 版');
  expect(zh).toContain('到期时刻：2026-11-23 周一 15:00。');
  expect(en).toContain('Due on Mon 2026-11-23 15:00.');
  expect(`${zh}${en}`).not.toContain(calendar.id);
  expect(await preview({}, { openedAt: friday.openedAt, fields: {} })).toEqual({ findings: [], applies: false, targets: [] });
  expect(await preview({ targets: [] }, friday)).toMatchObject({ findings: [{ severity: 'fault' }, { severity: 'fault' }], targets: [] });
  const twice = await preview({ targets: [resolutionIn(8), resolutionIn(4)] }, friday);
  expect(twice).toMatchObject({ findings: [{ severity: 'warning', code: 'row-never-counts', where: 'targets.1' }], targets: [{}] });
  const body = { kind: 'sla' as const, definition: draft, example: { openedAt: '2400-01-01T00:00:00Z', fields: {} } };
  expect((await org.refusal(api.previewAgreement, { body })).errors).toMatchObject([{ path: 'example.openedAt', code: 'out_of_range' }]);
});

test('the draft of a team counts while the team has the case', async () => {
  const { org, draft } = await begun();
  const body = { kind: 'ola' as const, definition: draft, example: { openedAt: '2026-11-20T16:00:00+08:00', fields: {} } };
  expect((await org.call(api.previewAgreement, { body })).targets).toMatchObject([
    { due: { kind: 'due', at: '2026-11-23T07:00:00.000Z' } },
  ]);
});

test('the most specific agreement counts, and says what it beats', async () => {
  const org = await newOrganisation(server);
  const { id: calendarId } = await newCalendar(org);
  const service = await org.call(createService, { body: { code: 'mail', name: named('Mail'), type: 'support' } });
  const effectiveFrom = '2026-01-01T00:00:00Z';
  const make = (code: string, more: Parameters<typeof promising>[1]) =>
    published(org, { code, definition: promising(calendarId, more), effectiveFrom });
  const everybody = await make('everybody', {});
  const urgent = await make('urgent', { scope: { priority: ['p1', 'p2'] }, targets: [resolutionIn(4)] });
  const mail = await make('mail', { scope: { service: [service.id] }, targets: [resolutionIn(2)] });
  const choose = async (fields: object, who: TestOrganisation = org) =>
    (await who.call(api.chooseAgreement, { body: { openedAt: '2026-11-20T16:00:00+08:00', fields } })).items;
  expect(await choose({})).toMatchObject([{ agreementId: everybody.id, because: [], beaten: [] }]);
  expect(await choose({ priority: 'p2' })).toMatchObject([
    {
      agreementId: urgent.id,
      because: ['priority'],
      beaten: [{ agreementId: everybody.id, by: 'priority' }],
      targets: [{ goalSeconds: 14_400 }],
    },
  ]);
  const [chosen] = await choose({ priority: 'p1', service: service.id });
  expect(chosen).toMatchObject({ agreementId: mail.id, kind: 'sla', version: 1, because: ['service'] });
  expect(chosen?.beaten).toHaveLength(2);
  expect(chosen?.targets[0]?.steps.map(({ zh }) => zh).join('')).toMatch(/《urgent ?名》第 1 版也适用，但不采用：它没有指定服务/);
  expect((await org.call(api.chooseAgreement, { body: { openedAt: '2025-12-31T00:00:00Z', fields: {} } })).items).toEqual([]);
  expect(await choose({}, await newOrganisation(server))).toEqual([]);
});

test('conditions nested without end are refused, not followed', async () => {
  const { org, draft, params } = await begun();
  let condition = '{"kind":"always"}';
  for (let depth = 0; depth < 20_000; depth++) condition = `{"kind":"not","condition":${condition}}`;
  const payload = JSON.stringify({ revision: 1, draft }).replace('{"kind":"never"}', condition);
  const url = `/api/v1/agreements/${params.id}`;
  const answer = await server.app.inject({
    method: 'PATCH',
    url,
    headers: { cookie: org.cookie, 'content-type': 'application/json' },
    payload,
  });
  expect([400, 413, 422]).toContain(answer.statusCode);
});
