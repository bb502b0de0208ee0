import { expect, test } from 'vitest';
import { getMe } from '@zhiheng/contract/identity/sign-in';
import { newOrganisation } from '../../testing/sign-in.ts';
import { useTestServer } from '../../testing/test-server.ts';

const server = useTestServer();

test('a session says who is signed in and what they may do', async () => {
  const org = await newOrganisation(server, { name: 'North', roles: { counter: ['identity.read'] } });
  expect(await org.call(getMe)).toMatchObject({
    id: org.accountId,
    email: org.email,
    roles: ['administrator'],
    organisation: { name: 'North' },
  });
  const counter = await org.call(getMe, {}, { cookie: await org.as('counter') });
  expect(counter.permissions).toEqual(['identity.read']);
  expect(await org.refusal(getMe, {}, { cookie: null })).toMatchObject({ status: 401, code: 'sign_in_needed' });
});
