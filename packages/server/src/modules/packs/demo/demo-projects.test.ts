import { expect, test } from 'vitest';
import { getProject, listProjects } from '@zhiheng/contract/improvement/projects';
import { deleteDemo, installPack, loadDemo } from '@zhiheng/contract/packs/packs';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { tellLateActions } from '../../improvement/index.ts';
import { fingerprint } from '../packs.factory.ts';

const server = useTestServer();

test('the demo has a project in each state that needs no verdict, tells nobody of its late actions, and goes without a trace', { timeout: 240_000 }, async () => {
  const org = await newOrganisation(server);
  await org.call(installPack, { params: { code: 'it-service' } });
  const projects = async () =>
    Object.entries(await fingerprint(server, org.orgId)).filter(([table]) => table.startsWith('improvement'));
  const before = await projects();
  await org.call(loadDemo, { params: { code: 'it-service' } });
  const { items } = await org.call(listProjects);
  expect(items.map(({ number, state, outcome }) => [number, state, outcome]).sort()).toEqual([
    ['P-D1', 'closed', 'not-verified'],
    ['P-D2', 'running', null],
    ['P-D3', 'draft', null],
  ]);
  expect(items.find(({ state }) => state === 'closed')?.progress.share).toBe(1);
  const draft = await org.call(getProject, { params: { id: items.find(({ state }) => state === 'draft')?.id ?? '' } });
  expect(draft.indicatorCode).not.toBeNull();
  expect(draft.next?.missing).toEqual([{ code: 'plan_missing', params: {} }]);
  await tellLateActions(server.root, new Date(Date.now() + 400 * 86_400_000));
  expect(await eventsOf(org, 'action.escalated')).toEqual([]);
  await org.call(deleteDemo);
  expect(before).toHaveLength(6);
  expect(await projects()).toEqual(before);
});
