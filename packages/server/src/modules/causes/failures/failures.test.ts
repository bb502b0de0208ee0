import { expect, test } from 'vitest';
import { saveTree } from '@zhiheng/contract/causes/causes';
import * as api from '@zhiheng/contract/causes/service-failures';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { newId } from '../../../platform/identifier.ts';
import { eventsOf } from '../../../testing/read-events.ts';
import { newOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { beginAnalysis, node } from '../causes.factory.ts';

const server = useTestServer();
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;

test('the register: what failed, how long it lasted on average, and which cause was found', async () => {
  const org = await newOrganisation(server);
  const entered = [];
  for (const hours of [2, 4, 6])
    entered.push(
      await org.call(api.createFailure, {
        body: { failed: `Down ${hours} h`, beganAt: at(1), restoredAt: at(1 + hours), detectedBy: 'customer' },
      }),
    );
  await org.call(api.createFailure, { body: { failed: 'Slow', beganAt: at(20), detectedBy: 'monitoring' } });
  const { items, summary } = await org.call(api.listFailures);
  expect(items.map(({ failed, seconds }) => [failed, seconds])).toContainEqual(['Down 4 h', 14_400]);
  expect(items[0]).toMatchObject({ failed: 'Slow', restoredAt: null, seconds: null });
  expect(summary).toMatchObject({ total: 4, lasting: 1, withoutCause: 4, meanSeconds: 14_400 });
  // 4 ± 4.302653 · 2 / √3 hours, with the tabulated t of 2 degrees of freedom; below nothing there is no time.
  expect([summary.interval?.[0], summary.interval?.[1].toFixed(0)]).toEqual([0, (8.968275 * 3600).toFixed(0)]);
  expect((await org.call(api.listFailures, { query: { state: 'lasting' } })).items).toHaveLength(1);

  const { id: analysisId, tree } = await beginAnalysis(org);
  await org.call(saveTree, {
    params: { id: analysisId },
    body: { version: 1, tree: [...tree, node('rule', 'problem', { text: '派单规则' })] },
  });
  const [first] = entered;
  const params = { id: first?.id ?? '' };
  const caused = await org.call(api.updateFailure, { params, body: { version: 1, cause: { analysisId, nodeId: 'rule' } } });
  expect(caused).toMatchObject({ causeText: '派单规则', version: 2 });
  expect((await org.refusal(api.updateFailure, { params, body: { version: 1, effect: 'x' } })).code).toBe('changed_meanwhile');
  const types = (await eventsOf(org)).map(({ type }) => type).filter((type) => type.startsWith('service-failure'));
  expect(types).toEqual([...Array<string>(4).fill('service-failure.created'), 'service-failure.changed']);
});

test('what a failure names must be there, and it ends after it began; it comes back from the trash', async () => {
  const org = await newOrganisation(server);
  const body = { failed: 'Down', beganAt: at(5), detectedBy: 'staff' as const };
  const wrong = { ...body, restoredAt: at(4), serviceId: newId(), findingId: newId(), cause: { analysisId: newId(), nodeId: 'x' } };
  const refused = await org.refusal(api.createFailure, { body: wrong });
  expect(refused.errors?.map(({ path }) => path)).toEqual(['restoredAt', 'serviceId', 'findingId', 'cause']);
  const { id } = await org.call(api.createFailure, { body });
  await org.call(api.deleteFailure, { params: { id } });
  expect((await org.call(api.listFailures)).items).toEqual([]);
  await org.call(restoreFromTrash, { params: { kind: 'service-failure', id } });
  expect((await org.call(api.listFailures)).items).toMatchObject([{ id }]);
});
