import { expect, test } from 'vitest';
import { listSignalRules, listSignals } from '@zhiheng/contract/diagnosis/signals';
import { listFindings } from '@zhiheng/contract/findings/findings';
import { deleteDemo, installPack, loadDemo } from '@zhiheng/contract/packs/packs';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { checkSignalRules } from '../../diagnosis/index.ts';
import { lookForFindings } from '../../findings/index.ts';

const server = useTestServer();

test('the demo is watched, its problem becomes a finding by itself, and all of it goes again', { timeout: 240_000 }, async () => {
  const org = await newOrganisation(server);
  const params = { code: 'it-service' };
  await org.call(installPack, { params });
  await org.call(loadDemo, { params });
  const { items: watches } = await org.call(listSignalRules);
  expect(new Set(watches.map(({ watch }) => watch.kind))).toEqual(new Set(['control-chart', 'threshold', 'forecast', 'hot-spot']));
  const soon = new Date(Date.now() + 1000);
  await checkSignalRules(server.root, soon);
  await lookForFindings(server.root, soon);
  const { items: checked } = await org.call(listSignalRules);
  expect(checked.every(({ checkedAt }) => checkedAt !== null)).toBe(true);
  const { items } = await org.call(listFindings);
  expect(items.some(({ source, indicator }) => source === 'gap' && indicator !== null)).toBe(true);
  await org.call(deleteDemo);
  expect((await org.call(listFindings)).items).toEqual([]);
  expect((await org.call(listSignals)).items).toEqual([]);
  expect((await org.call(listSignalRules)).items).toEqual([]);
});
