import { createCall, ProblemError, type CallEndpoint } from '@zhiheng/contract/call';
import type { AnyEndpoint, CallInput, Reply } from '@zhiheng/contract/endpoint';
import type { BuiltInRole, Permission } from '@zhiheng/contract/identity/permission';
import type { Problem } from '@zhiheng/contract/values/problem';
import { createAdministrator, sessionCookie } from '../modules/identity/index.ts';
import { createOrganisation } from '../modules/organisation/index.ts';
import { inOrganisation } from '../platform/database/in-organisation.ts';
import { hashOf, newId, newSecret } from '../platform/identifier.ts';
import { systemActor, type Operation } from '../platform/operation.ts';
import type { TestServer } from './test-server.ts';

/** Who calls: the value of a `cookie` header, further headers, or nobody (`cookie: null`). */
export interface As {
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestOrganisation {
  readonly orgId: string;
  readonly accountId: string;
  readonly email: string;
  readonly password: string;
  /** `cookie` header of the administrator */
  readonly cookie: string;
  /** `cookie` header of a new person who has this role */
  as(role: BuiltInRole | (string & {})): Promise<string>;
  /** The parsed reply; a problem is thrown as ProblemError. The administrator calls unless `who` says otherwise. */
  call<E extends AnyEndpoint>(endpoint: E, input?: CallInput<E>, who?: As): Promise<Reply<E>>;
  /** The problem with which the server refuses; fails when it does not refuse. */
  refusal<E extends AnyEndpoint>(endpoint: E, input?: CallInput<E>, who?: As): Promise<Problem>;
  /** Works inside the organisation as the system does, past HTTP. */
  inside<T>(work: (operation: Operation) => Promise<T>): Promise<T>;
}

interface OrganisationOptions {
  readonly name?: string;
  readonly timeZone?: string;
  /** roles of one's own, besides the built-in ones */
  readonly roles?: Readonly<Record<string, readonly Permission[]>>;
}

/** An organisation with an administrator who is signed in, and a typed client over the real HTTP application. */
export async function newOrganisation(server: TestServer, options: OrganisationOptions = {}): Promise<TestOrganisation> {
  const orgId = newId();
  const email = `admin-${orgId}@example.org`;
  const password = 'correct horse battery';
  const inside: TestOrganisation['inside'] = (work) =>
    inOrganisation(server.root, orgId, (db) => work({ db, orgId, actor: systemActor, now: new Date() }));
  const accountId = await inside(async (operation) => {
    await createOrganisation(operation, { name: options.name ?? 'Test', locale: 'en', timeZone: options.timeZone ?? 'Asia/Shanghai' });
    await addRoles(operation, options.roles ?? {});
    return createAdministrator(operation, { email, name: 'Ada', password, locale: 'en' });
  });
  const cookie = await inside((operation) => openSession(operation, accountId));
  const clientOf = (who: As = {}): CallEndpoint => client(server, who.cookie === undefined ? { ...who, cookie } : who);
  return {
    orgId,
    accountId,
    email,
    password,
    cookie,
    inside,
    as: (role) => inside(async (operation) => openSession(operation, await addPerson(operation, role))),
    call: (endpoint, input, who) => callLoosely(clientOf(who), endpoint, input),
    refusal: (endpoint, input, who) => refusalOf(callLoosely(clientOf(who), endpoint, input)),
  };
}

/** A typed client over the application itself, without a socket. */
export function client(server: TestServer, who: As): CallEndpoint {
  const headers = { ...(typeof who.cookie === 'string' ? { cookie: who.cookie } : {}), ...who.headers };
  return createCall({ baseUrl: '', headers, fetch: (url, init) => injected(server, String(url), init) });
}

/** The problem that a call was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<Problem> {
  const answer = await call.catch((error: unknown) => {
    if (error instanceof ProblemError) return error;
    throw error;
  });
  if (answer instanceof ProblemError) return answer.problem;
  throw new Error(`expected a refusal, got ${JSON.stringify(answer)}`);
}

// Whether `input` may be left out depends on the endpoint; here it is only passed on.
const callLoosely = <E extends AnyEndpoint>(call: CallEndpoint, endpoint: E, input: CallInput<E> | undefined): Promise<Reply<E>> =>
  (call as (endpoint: E, input?: CallInput<E>) => Promise<Reply<E>>)(endpoint, input);

async function injected(server: TestServer, url: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(`http://localhost${url}`, init);
  const payload = Buffer.from(await request.arrayBuffer());
  const headers = { ...Object.fromEntries(request.headers), ...(init.headers as Record<string, string>) };
  const method = request.method as 'GET';
  const answer = await server.app.inject({ method, url, headers, ...(payload.length === 0 ? {} : { payload }) });
  const answerHeaders = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, String(one)] as [string, string]),
  );
  return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: answerHeaders });
}

async function openSession({ db, orgId }: Operation, account_id: string): Promise<string> {
  const token = newSecret();
  const expires_at = new Date(Date.now() + 3_600_000);
  await db
    .insertInto('session')
    .values({ org_id: orgId, id: newId(), account_id, token_hash: hashOf(token), expires_at })
    .execute();
  return `${sessionCookie}=${token}`;
}

async function addPerson({ db, orgId }: Operation, roleCode: string): Promise<string> {
  const id = newId();
  const role = await db.selectFrom('role').select('id').where('org_id', '=', orgId).where('code', '=', roleCode).executeTakeFirstOrThrow();
  await db
    .insertInto('account')
    .values({ org_id: orgId, id, email: `${roleCode}-${id}@example.org`, name: roleCode, state: 'active' })
    .execute();
  await db.insertInto('account_role').values({ org_id: orgId, account_id: id, role_id: role.id }).execute();
  return id;
}

async function addRoles({ db, orgId }: Operation, roles: Readonly<Record<string, readonly Permission[]>>): Promise<void> {
  const rows = Object.entries(roles).map(([code, permissions]) => ({
    org_id: orgId,
    id: newId(),
    code,
    name: JSON.stringify({ zh: code, en: code }),
    permissions: [...permissions],
  }));
  if (rows.length > 0) await db.insertInto('role').values(rows).execute();
}
