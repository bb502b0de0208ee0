import { expect, test } from 'vitest';
import { listFeedback } from '@zhiheng/contract/feedback/feedback';
import { followUpReport, listFollowUps } from '@zhiheng/contract/feedback/follow-ups';
import { listNeeds, readHouse } from '@zhiheng/contract/feedback/needs';
import { installPack } from '@zhiheng/contract/packs/packs';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { removeDemoFeedback, storeDemoFeedback } from '../../feedback/index.ts';
import { fingerprint } from '../packs.factory.ts';
import { shippedPack } from '../shipped-packs.ts';
import { randomFrom } from './random.rules.ts';

const server = useTestServer();

function feedbackOf(pack: string) {
  const feedback = shippedPack(server.platform.config.packsFolder, pack)['demo.yaml']?.feedback;
  if (feedback === undefined) throw new Error(`${pack} has no feedback in its demo`);
  return feedback;
}

const store = (org: TestOrganisation, pack: string) =>
  org.inside((operation) =>
    storeDemoFeedback(operation, { pack, feedback: feedbackOf(pack), random: randomFrom(`feedback:${pack}`), locale: 'zh' }),
  );
const followUps = async (org: TestOrganisation, view: 'open' | 'overdue' | 'closed') =>
  (await org.call(listFollowUps, { query: { view } })).items;

test.each(['it-service', 'outpatient', 'telecom'])(
  '%s: the demo has an inbox, follow-ups in every state and a house of quality, and goes without a trace',
  { timeout: 120_000 },
  async (pack) => {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code: pack } });
    const before = await fingerprint(server, org.orgId);
    await store(org, pack);
    const { items } = await org.call(listFeedback, { query: { limit: 100 } });
    expect(items).toHaveLength(feedbackOf(pack).texts.length);
    expect(new Set(items.map(({ channel }) => channel)).size).toBeGreaterThanOrEqual(5);
    expect(items.filter(({ themeIds }) => themeIds.length > 0).length).toBeGreaterThan(items.length / 2);
    expect(items.every(({ serviceName }) => serviceName !== null)).toBe(true);

    const [open, overdue, closed] = [await followUps(org, 'open'), await followUps(org, 'overdue'), await followUps(org, 'closed')];
    expect(open.map(({ attempts }) => attempts).sort()).toEqual([0, 0, 1]);
    expect(overdue).toHaveLength(1);
    expect(closed.map(({ result }) => result).sort()).toEqual(['not-recovered', 'recovered', 'recovered', 'unreachable']);
    expect(open.every(({ ownerId }) => ownerId === org.accountId)).toBe(true);
    const report = await org.call(followUpReport, { query: { from: '2020-01-01', until: '2099-01-01' } });
    expect(report).toMatchObject({ opened: 7, closed: 4, recovered: { yes: 2, n: 4 }, inTime: { yes: 3, n: 4 }, contact: { n: 3 } });

    const needs = (await org.call(listNeeds)).items;
    expect(needs.length).toBeGreaterThanOrEqual(3);
    expect(needs.every(({ sources }) => sources.length > 0)).toBe(true);
    const house = await org.call(readHouse);
    expect(house).toMatchObject({ unserved: [], idle: [] });
    expect(house.features.map(({ rank }) => rank).sort()).toEqual(house.features.map((_, at) => at + 1));
    await org.inside(removeDemoFeedback);
    expect(await fingerprint(server, org.orgId)).toEqual(before);
  },
);

test('the same pack says the same', { timeout: 120_000 }, async () => {
  const tellings = [];
  for (let n = 0; n < 2; n++) {
    const org = await newOrganisation(server);
    await org.call(installPack, { params: { code: 'telecom' } });
    await store(org, 'telecom');
    const { items } = await org.call(listFeedback, { query: { limit: 100 } });
    tellings.push(items.map(({ body, score, state }) => [body, score, state]));
  }
  expect(tellings[1]).toEqual(tellings[0]);
});
