import { expect, test } from 'vitest';
import * as api from '@zhiheng/contract/feedback/needs';
import { createUnit } from '@zhiheng/contract/organisation/organisation';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { enter, slow } from '../feedback.factory.ts';

const server = useTestServer();
const note = (org: TestOrganisation, name: string, importance: number, more: object = {}) =>
  org.call(api.createNeed, { body: { kind: 'need', name, importance, ...more } });
const update = (org: TestOrganisation, { id, version }: { id: string; version: number }, body: object) =>
  ({ params: { id }, body: { version, ...body } }) as Parameters<typeof org.call<typeof api.updateNeed>>[1];

test('a need rests on what somebody said, and the most pressing stands first', async () => {
  const org = await newOrganisation(server);
  const said = await enter(org);
  const segment = await org.call(createUnit, { params: { kind: 'segments' }, body: { code: 'vip', name: { zh: '贵宾', en: 'VIP' } } });
  const could = await note(org, 'Music', 5, { priority: 'could' });
  const must = await note(org, '不等太久', 4, {
    ...{ kind: 'pain', priority: 'must', segmentId: segment.id },
    sources: [{ feedbackId: said.id }, { words: '访谈 3 号', url: 'https://example.org/3' }],
  });
  expect(must).toMatchObject({
    state: 'noted',
    segmentName: { zh: '贵宾' },
    sources: [{ feedbackId: said.id, excerpt: slow }, { words: '访谈 3 号' }],
  });
  expect((await org.call(api.listNeeds)).items.map(({ id }) => id)).toEqual([must.id, could.id]);
  const found = async (query: object) => (await org.call(api.listNeeds, { query })).items.map(({ name }) => name);
  expect(await found({ q: '太久' })).toEqual(['不等太久']);
  expect(await found({ segmentId: 'none' })).toEqual(['Music']);
  expect(await found({ kind: 'pain', state: 'noted', segmentId: segment.id })).toEqual(['不等太久']);
  const wrong = async (sources: object[]) =>
    (await org.refusal(api.createNeed, { body: { kind: 'need', name: 'x', importance: 1, sources } })).errors.map(({ path, code }) => [
      path,
      code,
    ]);
  expect(await wrong([{ words: '' }])).toEqual([['sources.0.words', 'required']]);
  expect(await wrong([{ feedbackId: said.id }, { feedbackId: said.id }])).toEqual([['sources.1.feedbackId', 'duplicate']]);
  expect(await wrong([{ feedbackId: newId() }])).toEqual([['sources.0.feedbackId', 'unknown_feedback']]);
  expect(await wrong([{ url: 'javascript:alert(1)' }])).toMatchObject([['sources.0.url', expect.any(String)]]);
});

test('it is handed over to somebody, declined for a reason, and comes back from the trash', async () => {
  const org = await newOrganisation(server);
  const need = await note(org, 'Pager', 3);
  const codeOf = async (body: object) => (await org.refusal(api.updateNeed, update(org, need, body))).errors.map(({ path }) => path);
  expect(await codeOf({ state: 'handed-over' })).toEqual(['handedTo']);
  expect(await codeOf({ state: 'declined' })).toEqual(['stateNote']);
  const handed = await org.call(api.updateNeed, update(org, need, { state: 'handed-over', handedTo: '产品组' }));
  expect(handed).toMatchObject({ state: 'handed-over', handedTo: '产品组', version: 2, handedAt: expect.any(String) as string });
  expect((await org.refusal(api.updateNeed, update(org, need, { name: 'y' }))).code).toBe('changed_meanwhile');
  await org.call(api.deleteNeed, { params: { id: need.id } });
  expect((await org.call(api.listNeeds)).items).toEqual([]);
  await org.call(api.restoreNeed, { params: { id: need.id } });
  expect((await org.call(api.listNeeds)).items).toMatchObject([{ id: need.id, handedTo: '产品组' }]);
  expect((await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('customer-need'))).toEqual([
    'customer-need.created',
    'customer-need.changed',
    'customer-need.deleted',
    'customer-need.restored',
  ]);
});

test('the house is weighed, columns that go take their relations out of it, competitors stand beside', async () => {
  const org = await newOrganisation(server);
  const quiet = await note(org, 'Quiet', 5, { ownScore: 2, targetScore: 4 });
  const fast = await note(org, 'Fast', 3, { ownScore: 4 });
  const done = await note(org, 'Done', 5);
  await org.call(api.updateNeed, update(org, done, { state: 'done' }));
  const columns = await org.call(api.setHouseColumns, {
    body: { features: [{ name: 'Fan', direction: 'lower' }, { name: 'Heater' }], competitors: [{ name: 'North' }] },
  });
  const [fan, heater] = columns.features.map(({ id }) => id) as [string, string];
  const north = columns.competitors[0]?.id ?? '';
  const cells = {
    relations: [
      { needId: quiet.id, featureId: fan, strength: 9 as const },
      { needId: fast.id, featureId: heater, strength: 3 as const },
    ],
    scores: [{ needId: quiet.id, competitorId: north, score: 5 }],
  };
  const house = await org.call(api.setHouseCells, { body: cells });
  // By hand: quiet weighs 5 × 4/2 = 10, fast 3; the fan 90, the heater 9.
  expect(house.needs.map(({ name, weight }) => [name, weight])).toEqual([
    ['Quiet', 10],
    ['Fast', 3],
  ]);
  expect(house.features.map(({ importance, rank }) => [importance, rank])).toEqual([
    [90, 1],
    [9, 2],
  ]);
  expect([house.ownMean, house.competitors[0]?.mean]).toEqual([(2 * 10 + 4 * 3) / 13, 5]);
  const cleared = await org.call(api.setHouseCells, { body: { relations: [{ needId: fast.id, featureId: heater, strength: 0 }] } });
  expect([cleared.unserved, cleared.idle]).toEqual([[fast.id], [heater]]);
  const fewer = await org.call(api.setHouseColumns, { body: { features: [{ id: heater, name: 'Heater' }], competitors: [] } });
  expect([fewer.features.length, fewer.relations, fewer.competitors]).toEqual([1, [], []]);
  const unknown = await org.refusal(api.setHouseCells, { body: { relations: [{ needId: newId(), featureId: heater, strength: 1 }] } });
  expect(unknown.errors).toMatchObject([{ path: 'relations.0', code: 'unknown_customer_need' }]);
});
