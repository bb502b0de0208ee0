import { beforeEach, describe, expect, it } from 'vitest';
import { createSupplier } from '@zhiheng/contract/agreements/agreements';
import { createCase } from '@zhiheng/contract/cases/cases';
import { createCustomer } from '@zhiheng/contract/customers/customers';
import { createArticle, deleteArticle } from '@zhiheng/contract/knowledge/knowledge';
import { createScorecard } from '@zhiheng/contract/evaluation/scores';
import { listTrash, restoreFromTrash, search } from '@zhiheng/contract/insight/board';
import { deleteIndicator, listIndicators } from '@zhiheng/contract/measurement/indicators';
import { deleteUnit } from '@zhiheng/contract/organisation/organisation';
import { newOrganisation, type TestOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';
import { buildClinic, clinicCard } from '../evaluation/evaluation.factory.ts';

const server = useTestServer();
let org: TestOrganisation;
let units: Awaited<ReturnType<typeof buildClinic>>;

beforeEach(async () => {
  org = await newOrganisation(server, { roles: { blind: ['evaluation.read'] } });
  units = await org.inside(buildClinic);
  await org.call(createScorecard, { body: clinicCard });
});

const find = async (q: string, cookie = org.cookie) => (await org.call(search, { query: { q } }, { cookie })).items;

describe('search', () => {
  it('finds by code and by name in either language, exact ones first', async () => {
    expect((await find('WAIT')).map(({ kind, code }) => [kind, code])).toEqual([['indicator', 'wait']]);
    expect((await find('中')).map((item) => item.code)).toContain('quality');
    expect((await find('desk'))[0]).toMatchObject({ kind: 'service', id: units.desk, name: { zh: 'desk中', en: 'desk' } });
    expect((await find('south')).map((item) => item.kind)).toEqual(['unit']);
    expect((await find('ada')).map((item) => item.kind)).toEqual(['account']);
    expect((await find('complaint')).map((item) => item.code)).toEqual(['complaint_rate', 'complaints']);
  });

  it('finds cases by number and words, customers, articles, suppliers, agreements and calendars', async () => {
    const name = { zh: '光纤故障', en: 'Fibre faults' };
    const opened = await org.call(createCase, { body: { type: 'incident', subject: '光纤断了' } });
    await org.call(createCase, { body: { type: 'adverse-event', subject: '光纤灼伤' } });
    const customer = await org.call(createCustomer, { body: { kind: 'person', name: '林光纤', code: 'K-7' } });
    await org.call(createSupplier, { body: { code: 'fibre-ltd', name } });
    const draft = await org.call(createArticle, { body: { title: { zh: '光纤怎么接', en: '' } } });
    expect((await find(opened.number)).map(({ kind, code }) => [kind, code])).toEqual([['case', opened.number]]);
    expect((await find('光纤')).map(({ kind }) => kind)).toEqual(['case', 'case', 'customer', 'article', 'supplier']);
    expect((await find('光纤')).find(({ kind }) => kind === 'customer')).toEqual({
      ...{ kind: 'customer', id: customer.id, code: 'K-7', name: { zh: '林光纤', en: '林光纤' } },
    });
    // Agents see no adverse events, auditors no names and no drafts, and who reads none of it finds nothing.
    expect((await find('光纤', await org.as('service-agent'))).map(({ kind }) => kind)).toEqual([
      'case',
      'customer',
      'article',
      'supplier',
    ]);
    expect((await find('光纤', await org.as('auditor'))).map(({ kind }) => kind)).toEqual(['case', 'supplier']);
    expect((await find('K-7', await org.as('auditor')))[0]).toMatchObject({ kind: 'customer', name: { zh: '林*纤' } });
    expect(await find('光纤', await org.as('blind'))).toEqual([]);
    await org.call(deleteArticle, { params: { id: draft.id } });
    expect((await find('光纤怎么')).map(({ kind }) => kind)).toEqual([]);
  });

  it('shows only the kinds that the caller may read', async () => {
    const blind = await org.as('blind');
    expect((await find('q', blind)).map((item) => item.kind)).toEqual(['scorecard']);
    expect(await find('desk', blind)).toEqual([]);
    expect(await find('ada', await org.as('executive'))).toEqual([]);
    expect(await org.refusal(search, { query: { q: 'desk' } }, { cookie: null })).toMatchObject({ status: 401 });
  });

  it('finds nothing of another organisation and nothing in the trash', async () => {
    expect(await (await newOrganisation(server)).call(search, { query: { q: 'desk' } })).toEqual({ items: [] });
    await org.call(deleteIndicator, { params: { code: 'wait' } });
    expect(await find('wait')).toEqual([]);
  });

  it.each(['%', '_', "'", '\\', '%00', '"; drop table service; --', '🙂', 'a'.repeat(100)])('takes %j as plain text', async (q) => {
    const answer = await server.app.inject({ url: `/api/v1/search?q=${encodeURIComponent(q)}`, headers: { cookie: org.cookie } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ items: q === '_' ? expect.any(Array) : [] });
  });

  it.each(['', '%20', 'a'.repeat(101), '%00'])('refuses %j', async (q) => {
    const answer = await server.app.inject({ url: `/api/v1/search?q=${q}`, headers: { cookie: org.cookie } });
    expect(answer.statusCode).toBe(422);
  });
});

describe('the trash', () => {
  it('lists what was deleted, newest first, with who did it, and brings it back', async () => {
    await org.call(deleteIndicator, { params: { code: 'complaint_rate' } });
    await org.call(deleteUnit, { params: { kind: 'sites', id: units.south } });
    const { items } = await org.call(listTrash);
    expect(items.map(({ kind, label, deletedBy }) => [kind, label, deletedBy])).toEqual([
      ['site', 'south', 'Ada'],
      ['indicator', 'complaint_rate', 'Ada'],
    ]);
    for (const { kind, id } of items) await org.call(restoreFromTrash, { params: { kind, id } });
    expect((await org.call(listTrash)).items).toEqual([]);
    expect((await org.call(listIndicators)).items.map((indicator) => indicator.code)).toContain('complaint_rate');
    const events = await org.inside(({ db, orgId }) =>
      db.selectFrom('event').select('type').where('org_id', '=', orgId).where('type', 'like', '%.restored').orderBy('id').execute(),
    );
    expect(events.map((event) => event.type)).toEqual(['unit.restored', 'indicator.restored']);
  });

  it('is for those who may restore', async () => {
    expect(await org.refusal(listTrash, {}, { cookie: await org.as('executive') })).toMatchObject({ status: 403 });
  });

  it.each(['service', 'indicator', 'scorecard', 'team', 'site', 'segment', 'account', 'collection'] as const)(
    'has no %s that was never deleted',
    async (kind) => {
      expect(await org.refusal(restoreFromTrash, { params: { kind, id: units.desk } })).toMatchObject({ status: 404 });
    },
  );

  it('of another organisation stays closed', async () => {
    await org.call(deleteUnit, { params: { kind: 'sites', id: units.south } });
    const other = await newOrganisation(server);
    expect((await other.call(listTrash)).items).toEqual([]);
    expect(await other.refusal(restoreFromTrash, { params: { kind: 'site', id: units.south } })).toMatchObject({ status: 404 });
  });
});
