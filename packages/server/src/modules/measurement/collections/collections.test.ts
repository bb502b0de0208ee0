import { beforeAll, describe, expect, it } from 'vitest';
import {
  addKeyNode,
  collectionCalendar,
  createCollection,
  deleteCollection,
  listCollections,
  readSheet,
  removeKeyNode,
  saveSheet,
  updateCollection,
  type Collection,
} from '@zhiheng/contract/measurement/collections';
import { readBoard, restoreFromTrash } from '@zhiheng/contract/insight/board';
import { ensureSubject, listObservations } from '@zhiheng/contract/measurement/observations';
import { newId } from '../../../platform/identifier.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { loadIndicators, overdueCollections, readSums } from '../index.ts';
import { buildIndicator, buildService, buildUnit } from '../measurement.factory.ts';

const server = useTestServer();
const name = { zh: '月报', en: 'Monthly figures' };

describe('collections', () => {
  let org: TestOrganisation;
  let desk: string;
  let north: string;
  beforeAll(async () => {
    org = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
    await org.inside(async (operation) => {
      await buildIndicator(operation, { code: 'wait', unit: 'min', plausible_min: 0, plausible_max: 600 });
      await buildIndicator(operation, { code: 'on_time', measure: 'share', unit: '%', direction: 'higher', limits: null });
      await buildIndicator(operation, { code: 'complaints', measure: 'count', unit: '1', limits: null });
      await buildIndicator(operation, { code: 'rate', measure: 'formula', formula: 'complaints', unit: '1', limits: null });
    });
    const ids = await org.inside(async (operation) => ({
      service: await buildService(operation, 'desk'),
      site: await buildUnit(operation, 'site', 'north'),
    }));
    desk = (await org.call(ensureSubject, { body: { serviceId: ids.service } })).id;
    north = (await org.call(ensureSubject, { body: { serviceId: ids.service, siteId: ids.site } })).id;
  });

  const fields = () => ({
    name,
    period: 'month' as const,
    indicators: ['wait', 'on_time', 'complaints'],
    subjectIds: [desk, north],
    ownerId: org.accountId,
    startsOn: '2026-01-01',
    dueDays: 5,
  });
  const create = (changes: Partial<Omit<ReturnType<typeof fields>, 'period'> & Pick<Collection, 'period'>> = {}) =>
    org.call(createCollection, { body: { ...fields(), ...changes } });
  const events = async (id: string) => {
    const rows = await server.owner
      .selectFrom('event')
      .select('type')
      .where('org_id', '=', org.orgId)
      .where('entity_id', '=', id)
      .orderBy('id')
      .execute();
    return rows.map(({ type }) => type);
  };
  const total = (code: string) =>
    org.inside(async (operation) => {
      const indicator = (await loadIndicators(operation)).find((candidate) => candidate.code === code)!;
      const span = { from: new Date('2025-12-31T16:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
      const [sum] = await readSums(operation, { ...span, indicatorIds: [indicator.id], grain: 'month', perBucket: false });
      return { n: sum?.n ?? 0, total: sum?.total ?? 0, low: sum?.low ?? null, high: sum?.high ?? null };
    });

  it('gives the same subject for the same units', async () => {
    expect((await org.call(ensureSubject, { body: {} })).id).toBe((await org.call(ensureSubject, { body: {} })).id);
    const problem = await org.refusal(ensureSubject, { body: { teamId: newId() } });
    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'teamId', code: 'unknown_team' }] });
  });

  it('are planned, changed, thrown away and brought back, and the log says so', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...fields(), ownerName: 'Ada', version: 1 });
    const changed = await org.call(updateCollection, { params: { id: made.id }, body: { dueDays: 10, version: 1 } });
    expect(changed).toMatchObject({ dueDays: 10, version: 2, indicators: made.indicators });
    expect(await org.refusal(updateCollection, { params: { id: made.id }, body: { dueDays: 11, version: 1 } })).toMatchObject({
      status: 409,
      code: 'changed_meanwhile',
    });
    await org.call(deleteCollection, { params: { id: made.id } });
    expect((await org.call(listCollections)).items.map(({ id }) => id)).not.toContain(made.id);
    expect(await org.refusal(readSheet, { params: { id: made.id, period: '2026-03' } })).toMatchObject({ status: 404 });
    await org.call(restoreFromTrash, { params: { kind: 'collection', id: made.id } });
    expect((await org.call(listCollections)).items).toContainEqual(changed);
    expect(await events(made.id)).toEqual(['collection.created', 'collection.changed', 'collection.deleted', 'collection.restored']);
  });

  it('name what cannot be collected, everything at once', async () => {
    const body = { ...fields(), indicators: ['wait', 'rate', 'nothing', 'wait'], subjectIds: [desk, newId(), desk], ownerId: newId() };
    const problem = await org.refusal(createCollection, { body });
    expect(problem.errors.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'indicators.1 formula_indicator',
      'indicators.2 unknown_indicator',
      'indicators.3 named_twice',
      'ownerId unknown_owner',
      'subjectIds.1 unknown_subject',
      'subjectIds.2 named_twice',
    ]);
  });

  it('are read by those who may read and planned by those who may define', async () => {
    const agent = { cookie: await org.as('service-agent') };
    expect((await org.call(listCollections, undefined, agent)).items.length).toBeGreaterThan(0);
    expect(await org.refusal(createCollection, { body: fields() }, agent)).toMatchObject({ status: 403 });
    const auditor = { cookie: await org.as('auditor') };
    const { id } = await create();
    const cell = { indicator: 'wait', subjectId: desk, value: 1, n: null };
    expect(await org.refusal(saveSheet, { params: { id, period: '2026-03' }, body: { cells: [cell] } }, auditor)).toMatchObject({
      status: 403,
    });
  });

  it('belong to one organisation', async () => {
    const { id } = await create();
    const other = await newOrganisation(server);
    expect(await other.refusal(readSheet, { params: { id, period: '2026-03' } })).toMatchObject({ status: 404 });
    expect(await other.refusal(deleteCollection, { params: { id } })).toMatchObject({ status: 404 });
    expect((await other.call(listCollections)).items).toEqual([]);
  });

  it('refuse rubbish without a fault', async () => {
    const { id } = await create();
    for (const period of ['2026-13', '2026-W10', '2025-12', '2026', 'x'])
      expect((await org.refusal(readSheet, { params: { id, period } })).status).toBeLessThan(500);
    expect(await org.refusal(collectionCalendar, { query: { from: '2026-05-01', to: '2026-04-01' } })).toMatchObject({ status: 422 });
    expect(await org.refusal(collectionCalendar, { query: { from: '1900-05-01', to: '2026-04-01' } })).toMatchObject({ status: 422 });
    expect(await org.refusal(removeKeyNode, { params: { id: newId() } })).toMatchObject({ status: 404 });
  });

  describe('the sheet', () => {
    it('takes figures, corrects them, and lets them go again, down to the rollups', async () => {
      const { id } = await create({ indicators: ['wait', 'on_time'] });
      const params = { id, period: '2026-03' };
      const before = await total('wait');
      const cells = [
        { indicator: 'wait', subjectId: desk, value: 12.5, n: null },
        { indicator: 'wait', subjectId: north, value: 40, n: null },
        { indicator: 'on_time', subjectId: desk, value: 97, n: 100 },
      ];
      const saved = await org.call(saveSheet, { params, body: { cells } });
      expect(saved).toMatchObject({ expected: 4, entered: 3, from: '2026-03-01', dueOn: '2026-04-05' });
      expect(saved.subjects.map((subject) => subject.name.zh)).toEqual(['desk中', 'desk中 · north中']);
      expect(saved.cells).toContainEqual({ indicator: 'on_time', subjectId: desk, value: 97, n: 100 });
      expect(await total('wait')).toMatchObject({ n: before.n + 2, total: before.total + 52.5 * 60 });

      const corrected = await org.call(saveSheet, {
        params,
        body: { cells: [{ indicator: 'wait', subjectId: desk, value: 20, n: null }] },
      });
      expect(corrected.cells).toContainEqual({ indicator: 'wait', subjectId: desk, value: 20, n: null });
      expect(await total('wait')).toMatchObject({ n: before.n + 2, total: before.total + 60 * 60 });

      const emptied = await org.call(saveSheet, {
        params,
        body: { cells: [{ indicator: 'wait', subjectId: north, value: null, n: null }] },
      });
      expect(emptied).toMatchObject({ entered: 2 });
      expect(await total('wait')).toMatchObject({ n: before.n + 1, total: before.total + 20 * 60 });
      expect(await events(id)).toEqual(['collection.created', 'collection.entered', 'collection.entered', 'collection.entered']);

      const { items } = await org.call(listObservations, { query: { indicator: 'on_time' } });
      expect(items[0]).toMatchObject({
        source: 'manual',
        key: `${id}:2026-03:on_time:${desk}`,
        at: '2026-02-28T16:00:00.000Z',
        value: 97,
        n: 100,
        line: null,
      });
    });

    it('stores nothing when one cell is impossible, and names each', async () => {
      const { id } = await create();
      const params = { id, period: '2026-03' };
      const cells = [
        { indicator: 'wait', subjectId: desk, value: 30, n: null },
        { indicator: 'wait', subjectId: north, value: 9000, n: null },
        { indicator: 'complaints', subjectId: north, value: 3, n: null },
        { indicator: 'on_time', subjectId: north, value: 11, n: 10 },
      ];
      const problem = await org.refusal(saveSheet, { params, body: { cells } });
      expect(problem.errors.map(({ path, code }) => [path, code])).toEqual([
        ['cells.1.value', 'out_of_range'],
        ['cells.3.value', 'share_above_one'],
      ]);
      expect(problem.errors[0]?.params).toMatchObject({ value: 9000, high: 600 });
      const shape = [
        { indicator: 'on_time', subjectId: desk, value: 5, n: null },
        { indicator: 'complaints', subjectId: desk, value: 2.5, n: null },
        { indicator: 'rate', subjectId: desk, value: 1, n: null },
        { indicator: 'wait', subjectId: newId(), value: 1, n: null },
        { indicator: 'complaints', subjectId: desk, value: 3, n: null },
      ];
      const wrong = await org.refusal(saveSheet, { params, body: { cells: shape } });
      expect(wrong.errors.map(({ path, code }) => [path, code])).toEqual([
        ['cells.0.n', 'required'],
        ['cells.1.value', 'not_whole'],
        ['cells.2.indicator', 'not_in_sheet'],
        ['cells.3.subjectId', 'not_in_sheet'],
        ['cells.4.value', 'named_twice'],
      ]);
      expect(await org.call(readSheet, { params })).toMatchObject({ entered: 0, expected: 6 });
      const aside = await server.owner.selectFrom('quarantine').select('id').where('org_id', '=', org.orgId).execute();
      expect(aside).toEqual([]);
    });

    it('is closed until its period begins', async () => {
      const { id } = await create({ period: 'year' });
      const cells = [{ indicator: 'wait', subjectId: desk, value: 1, n: null }];
      expect(await org.refusal(saveSheet, { params: { id, period: '2098' }, body: { cells } })).toMatchObject({ code: 'period_not_begun' });
    });

    it('keeps one figure a cell when the organisation has moved to another zone', async () => {
      const mover = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
      await mover.inside((operation) => buildIndicator(operation, { code: 'wait' }));
      const subject = (await mover.call(ensureSubject, { body: {} })).id;
      const { id } = await mover.call(createCollection, {
        body: { ...fields(), indicators: ['wait'], subjectIds: [subject], ownerId: null },
      });
      const params = { id, period: '2026-03' };
      const cells = [{ indicator: 'wait', subjectId: subject, value: 5, n: null }];
      await mover.call(saveSheet, { params, body: { cells } });
      await server.owner.updateTable('organisation').set({ time_zone: 'America/New_York' }).where('org_id', '=', mover.orgId).execute();
      expect(await mover.call(saveSheet, { params, body: { cells } })).toMatchObject({ entered: 1 });
      expect((await mover.call(listObservations, { query: { indicator: 'wait' } })).items).toMatchObject([
        { at: '2026-03-01T05:00:00.000Z', value: 5 },
      ]);
    });
  });

  describe('the calendar', () => {
    it('shows what is due, what is there, and key nodes', async () => {
      const calm = await newOrganisation(server, { timeZone: 'Asia/Shanghai' });
      await calm.inside(async (operation) => {
        await buildIndicator(operation, { code: 'wait' });
        await buildIndicator(operation, { code: 'queue' });
      });
      const subject = (await calm.call(ensureSubject, { body: {} })).id;
      const body = { ...fields(), indicators: ['wait', 'queue'], subjectIds: [subject], ownerId: calm.accountId, startsOn: '2025-01-01' };
      const { id } = await calm.call(createCollection, { body });
      const on = '2025-02-10';
      const node = await calm.call(addKeyNode, { params: { id }, body: { name: { zh: '割接前', en: 'Before the cut-over' }, on } });
      expect(await calm.refusal(addKeyNode, { params: { id }, body: { name, on } })).toMatchObject({ status: 409, code: 'key_node_taken' });
      const enter = (period: string, indicators: string[]) =>
        calm.call(saveSheet, {
          params: { id, period },
          body: { cells: indicators.map((indicator) => ({ indicator, subjectId: subject, value: 1, n: null })) },
        });
      await enter('2025-01', ['wait', 'queue']);
      await enter('2025-02', ['wait']);
      await enter(on, ['queue']);
      const { items } = await calm.call(collectionCalendar, { query: { from: '2025-02-01', to: '2025-03-31' } });
      expect(
        items.map(({ period, dueOn, keyNode, expected, entered, state }) => [period, dueOn, keyNode?.en ?? null, expected, entered, state]),
      ).toEqual([
        ['2025-01', '2025-02-05', null, 2, 2, 'complete'],
        [on, '2025-02-15', 'Before the cut-over', 2, 1, 'overdue'],
        ['2025-02', '2025-03-05', null, 2, 1, 'overdue'],
      ]);
      expect(items[0]).toMatchObject({ collectionId: id, from: '2025-01-01', ownerName: 'Ada' });

      const overdue = await calm.inside(({ db, orgId }) => overdueCollections({ db, orgId, now: new Date('2025-04-10T00:00:00Z') }));
      expect(overdue.map(({ period, expected, entered }) => [period, expected - entered])).toEqual([
        ['2025-03', 2],
        ['2025-02', 1],
        [on, 1],
      ]);

      const { attention } = await calm.call(readBoard);
      expect(attention.filter(({ kind }) => kind === 'collection_overdue')).toHaveLength(3);

      await calm.call(removeKeyNode, { params: { id: node.id } });
      expect((await calm.call(collectionCalendar, { query: { from: '2025-02-01', to: '2025-02-28' } })).items).toHaveLength(1);
      expect(await calm.refusal(readSheet, { params: { id, period: on } })).toMatchObject({ status: 404 });
    });

    it('expects nothing of an indicator that is gone', async () => {
      const { id } = await create({ period: 'quarter', indicators: ['wait', 'complaints'] });
      await server.owner
        .updateTable('indicator')
        .set({ deleted_at: new Date() })
        .where('org_id', '=', org.orgId)
        .where('code', '=', 'complaints')
        .execute();
      const { items } = await org.call(collectionCalendar, { query: { from: '2026-04-01', to: '2026-04-30' } });
      expect(items.find(({ collectionId }) => collectionId === id)).toMatchObject({ period: '2026-Q1', expected: 2 });
      expect(await org.call(readSheet, { params: { id, period: '2026-Q1' } })).toMatchObject({
        expected: 2,
        indicators: [{ code: 'wait' }],
      });
      await server.owner
        .updateTable('indicator')
        .set({ deleted_at: null })
        .where('org_id', '=', org.orgId)
        .where('code', '=', 'complaints')
        .execute();
    });
  });
});
