import { expect, test } from 'vitest';
import { builtInRoles, type BuiltInRole } from '@zhiheng/contract/identity/permission';
import { pathOf, sampleCalls, sampledFiles, type SampleCall } from './testing/sample-calls.ts';
import { newOrganisation, type TestOrganisation } from './testing/sign-in.ts';
import { useTestServer } from './testing/test-server.ts';

const server = useTestServer();

const roles = Object.keys(builtInRoles) as BuiltInRole[];
const initials = {
  administrator: 'A',
  'quality-manager': 'Q',
  'service-agent': 'S',
  auditor: 'U',
  'team-lead': 'T',
  executive: 'E',
  customer: 'C',
} as const satisfies Record<BuiltInRole, string>;

const title = (call: SampleCall) => `${call.endpoint.method} ${call.endpoint.path}`;

async function statusOf(call: SampleCall, cookie: string | null) {
  const answer = await server.app.inject({
    method: call.endpoint.method,
    url: pathOf(call),
    ...(call.query === undefined ? {} : { query: { ...call.query } }),
    ...(call.body === undefined ? {} : { payload: call.body }),
    ...(cookie === null ? {} : { headers: { cookie } }),
  });
  // What is allowed may be a file.
  const problem = answer.statusCode < 400 ? {} : answer.json<{ code?: string; params?: unknown }>();
  return { status: answer.statusCode, problem };
}

let people: Promise<{ org: TestOrganisation; cookies: Map<BuiltInRole, string> }> | undefined;
const everyRole = () =>
  (people ??= (async () => {
    const org = await newOrganisation(server);
    const cookies = new Map<BuiltInRole, string>();
    for (const role of roles) cookies.set(role, await org.as(role));
    return { org, cookies };
  })());

test('every endpoint of the sampled capabilities stands in the table', () => {
  const endpoints = Object.values(sampledFiles).flatMap((file) =>
    Object.values(file).filter((value) => 'method' in value && 'path' in value),
  );
  expect(endpoints.filter((endpoint) => !sampleCalls.some((call) => call.endpoint === endpoint)).map((endpoint) => endpoint.path)).toEqual(
    [],
  );
});

test.each(sampleCalls.map((call) => [title(call), call] as const))('%s', async (_title, call) => {
  const { org, cookies } = await everyRole();
  const nobody = await statusOf(call, null);
  if (call.may === 'everybody') return expect([200, 401, 404]).toContain(nobody.status);
  expect(nobody).toMatchObject({ status: 401, problem: { code: 'sign_in_needed' } });
  const allowed = [];
  for (const role of roles) {
    // Some calls end the session that makes them.
    const { status, problem } = await statusOf(
      call,
      call.endpoint.path.endsWith('/session') ? await org.as(role) : (cookies.get(role) ?? null),
    );
    const refused = status === 403 && problem.code === 'not_allowed';
    if (refused) expect(problem.params).toEqual({ permission: call.endpoint.access });
    else expect([200, 404, 409, 422]).toContain(status);
    if (!refused) allowed.push(initials[role]);
  }
  expect(allowed.join('')).toBe(call.may);
});

test('nothing else is open to everybody', () => {
  const paths = server.app.swagger().paths ?? {};
  const open = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { description?: string }>)
      .filter(([, route]) => route.description === 'Access: public')
      .map(([method]) => `${method} ${path}`),
  );
  expect(open.sort()).toEqual(
    [
      'get /api/v1/access-links/{token}',
      'post /api/v1/access-links/{token}',
      'post /api/v1/session',
      'get /api/v1/setup',
      'post /api/v1/setup',
      'get /api/v1/portals/{code}',
      'post /api/v1/portals/{code}/suggestions',
      'post /api/v1/portals/{code}/articles/{id}/readings',
      'post /api/v1/portals/{code}/articles/{id}/solutions',
      'post /api/v1/portals/{code}/cases',
      'get /api/v1/linked-boards/{token}',
      'get /api/v1/suggestion-boxes/{code}',
      'post /api/v1/suggestion-boxes/{code}/suggestions',
      'get /api/v1/case-links/{token}',
      'post /api/v1/case-links/{token}/messages',
      'post /api/v1/case-links/{token}/attachments',
      'get /api/v1/case-links/{token}/attachments/{id}',
      'post /api/v1/case-links/{token}/confirmation',
      'post /api/v1/case-links/{token}/rating',
      'get /api/v1/runs/{token}',
      'put /api/v1/runs/{token}/draft',
      'post /api/v1/runs/{token}/responses',
      'post /api/v1/runs/{token}/files/{field}',
      'post /api/v1/runs/{token}/refusal',
    ].sort(),
  );
});
