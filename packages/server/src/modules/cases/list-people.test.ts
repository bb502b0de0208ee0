import { expect, test } from 'vitest';
import { casePeople } from '@zhiheng/contract/cases/cases';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';

const server = useTestServer();

test('an agent sees by name who else works on cases, and nobody who only reads', async () => {
  const org = await newOrganisation(server);
  const agent = await org.as('service-agent');
  await org.as('auditor');
  await org.as('executive');
  await newOrganisation(server);
  const { items } = await org.call(casePeople, {}, { cookie: agent });
  expect(items.map(({ id }) => id)).toContain(org.accountId);
  expect(items).toHaveLength(2);
  expect(items[0]).toEqual({ id: expect.any(String), name: expect.any(String), teamIds: [] });
});
