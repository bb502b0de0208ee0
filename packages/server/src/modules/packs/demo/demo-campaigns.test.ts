import { expect, test } from 'vitest';
import { getCampaign, listCampaigns } from '@zhiheng/contract/campaigns/campaigns';
import { getFrozenResult, recomputeResult } from '@zhiheng/contract/campaigns/results';
import { deleteDemo, installPack, loadDemo } from '@zhiheng/contract/packs/packs';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { fingerprint } from '../packs.factory.ts';

const server = useTestServer();

test('the demo has a campaign that is over and one under way, which is compared with it; both go without a trace', { timeout: 240_000 }, async () => {
  const org = await newOrganisation(server);
  await org.call(installPack, { params: { code: 'it-service' } });
  const campaigns = async () =>
    Object.entries(await fingerprint(server, org.orgId)).filter(([table]) => table.startsWith('campaign'));
  const before = await campaigns();
  await org.call(loadDemo, { params: { code: 'it-service' } });
  const { items } = await org.call(listCampaigns);
  expect(items.map(({ stage, leader }) => [stage, leader]).sort()).toEqual([
    ['closed', expect.any(String)],
    ['collect', expect.any(String)],
  ]);
  const over = items.find(({ stage }) => stage === 'closed');
  const running = items.find(({ stage }) => stage === 'collect');
  const params = { id: over?.id ?? '', number: 1 };
  const { analysis } = await org.call(getFrozenResult, { params });
  expect(analysis.figures).toHaveLength(4);
  expect(analysis.figures.every(({ value, n }) => value !== null && n > 0)).toBe(true);
  expect(await org.call(recomputeResult, { params })).toMatchObject({ equal: true });
  const { findings, recipients, moves } = await org.call(getCampaign, { params: { id: over?.id ?? '' } });
  expect(findings.map(({ state }) => state).sort()).toEqual(['done', 'done', 'verified']);
  expect(recipients.map(({ acknowledgedAt }) => acknowledgedAt !== null)).toEqual([false, true]);
  expect(moves).toHaveLength(5);
  expect((await org.call(getCampaign, { params: { id: running?.id ?? '' } })).plan.previousId).toBe(over?.id);
  await org.call(deleteDemo);
  expect(before).toHaveLength(6);
  expect(await campaigns()).toEqual(before);
});
