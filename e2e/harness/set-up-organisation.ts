import type { z } from 'zod';
import { createCall, type CallEndpoint } from '@zhiheng/contract/call';
import { inviteAccount, useAccessLink } from '@zhiheng/contract/identity/accounts';
import { updateMe } from '@zhiheng/contract/identity/sign-in';
import { setUp } from '@zhiheng/contract/packs/packs';

export const administrator = { name: '林静', email: 'lin.jing@zhiheng.example', password: 'a calm river in autumn' };

export interface Look {
  readonly locale: 'zh' | 'en';
  readonly theme: 'light' | 'dark';
}
export const looks: readonly Look[] = (['zh', 'en'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
);
export const lookName = ({ locale, theme }: Look): string => `${locale}-${theme}`;

export type SetUpChoices = Partial<Omit<z.input<typeof setUp.body>, 'token'>>;

/** Somebody with a session: the cookie's value, and the API as this person. */
export interface Person {
  readonly session: string;
  readonly call: CallEndpoint;
}

export const personOf = (url: string, session: string): Person => ({
  session,
  call: createCall({ baseUrl: url, fetch, headers: { cookie: `zhiheng_session=${session}` } }),
});

/** Sets up an organisation through the API; its administrator is signed in. */
export async function setUpOrganisation(server: { url: string; operatorKey: string }, choices: SetUpChoices = {}): Promise<Person> {
  const organisation = {
    organisation: '明远信息技术服务',
    locale: 'zh' as const,
    timeZone: 'Asia/Shanghai',
    pack: 'it-service',
    demo: false,
  };
  return signedInBy(server.url, (call) => call(setUp, { body: { token: server.operatorKey, ...organisation, administrator, ...choices } }));
}

/** A second administrator who prefers another language and theme: both belong to the account. */
export async function inviteWithLook(url: string, host: Person, look: Look): Promise<Person> {
  const email = `${lookName(look)}@zhiheng.example`;
  const name = look.locale === 'zh' ? '周远' : 'Robin Zhou';
  const { link } = await host.call(inviteAccount, { body: { email, name, roles: ['administrator'] } });
  const token = link.url.split('/').at(-1) ?? '';
  const guest = await signedInBy(url, (call) => call(useAccessLink, { params: { token }, body: { password: administrator.password } }));
  await guest.call(updateMe, { body: look });
  return guest;
}

/** The person whom a call signs in. */
async function signedInBy(url: string, signIn: (call: CallEndpoint) => Promise<unknown>): Promise<Person> {
  let cookies: string[] = [];
  const fetchAndKeep: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    cookies = answer.headers.getSetCookie();
    return answer;
  };
  await signIn(createCall({ baseUrl: url, fetch: fetchAndKeep }));
  const session = cookies.map((cookie) => /^zhiheng_session=([^;]+)/.exec(cookie)?.[1]).find((value) => value !== undefined);
  if (session === undefined) throw new Error('the call signed nobody in');
  return personOf(url, session);
}
