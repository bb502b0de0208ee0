import { createCall, type CallEndpoint } from '@zhiheng/contract/call';
import { signIn, signOut } from '@zhiheng/contract/identity/sign-in';
import { environment, serverAddress } from './house.ts';
import type { Words } from './language.ts';
import { exitCodes, Refusal } from './refusal.ts';

/** Options that every command understands. */
export interface CommonOptions {
  readonly url?: string;
  readonly apiKey?: string;
  readonly email?: string;
  readonly password?: string;
  readonly adminEmail?: string;
  readonly adminPassword?: string;
  readonly organisation?: string;
  readonly json?: boolean;
}

/** A client for calls that need nobody to be known. */
export const openCall = (options: CommonOptions): CallEndpoint => createCall({ baseUrl: serverAddress(options.url), fetch });

/** Works with a client that is known to the server: by API key, or signed in by address and password while the work lasts. */
export async function withSession<T>(options: CommonOptions, words: Words, work: (call: CallEndpoint) => Promise<T>): Promise<T> {
  const baseUrl = serverAddress(options.url);
  const email = options.adminEmail ?? options.email ?? environment('ZHIHENG_EMAIL');
  const password = options.adminPassword ?? options.password ?? environment('ZHIHENG_PASSWORD');
  const key = options.apiKey ?? (email === undefined ? environment('ZHIHENG_API_KEY') : undefined);
  if (key !== undefined) return work(createCall({ baseUrl, fetch, headers: { authorization: `Bearer ${key}` } }));
  if (email === undefined || password === undefined) throw new Refusal(words.say.whoAreYou, exitCodes.usage);
  const call = createCall({ baseUrl, fetch: rememberingCookies() });
  await enter(call, { email, password, organisation: options.organisation }, words);
  try {
    return await work(call);
  } finally {
    await call(signOut).catch(() => undefined);
  }
}

interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly organisation: string | undefined;
}

async function enter(call: CallEndpoint, { organisation, ...credentials }: Credentials, words: Words): Promise<void> {
  const reply = await call(signIn, { body: credentials });
  if (reply.kind === 'signed-in') return;
  const chosen = reply.organisations.find(({ id, name }) => id === organisation || name === organisation);
  if (chosen === undefined) throw new Refusal(words.say.whichOrganisation(reply.organisations.map(({ name }) => name)), exitCodes.usage);
  await call(signIn, { body: { ...credentials, organisationId: chosen.id } });
}

/** fetch that keeps the session's cookie, as a browser would. */
function rememberingCookies(): typeof fetch {
  let cookie = '';
  return async (url, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const answer = await fetch(url, { ...init, headers });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return answer;
  };
}
