import { inviteAccount, useAccessLink } from '@zhiheng/contract/identity/accounts';
import { newId } from '../../platform/identifier.ts';
import { client, type TestOrganisation } from '../../testing/sign-in.ts';
import type { TestServer } from '../../testing/test-server.ts';

export const tokenOf = (url: string): string => url.split('/link/')[1] ?? '';

interface PersonDraft {
  readonly email?: string;
  readonly password?: string;
  readonly roles?: string[];
}

/** A person who was invited and has set a password. */
export async function joinOrganisation(server: TestServer, org: TestOrganisation, draft: PersonDraft = {}) {
  const { email = `person-${newId()}@example.org`, password = 'a long enough password', roles = ['service-agent'] } = draft;
  const { account, link } = await org.call(inviteAccount, { body: { email, name: 'Pat', roles } });
  await client(server, {})(useAccessLink, { params: { token: tokenOf(link.url) }, body: { password } });
  return { id: account.id, email, password };
}
