import { expect, test } from 'vitest';
import { pathOf, sampleCalls, type SampleCall } from './testing/sample-calls.ts';
import { newOrganisation } from './testing/sign-in.ts';
import { useTestServer } from './testing/test-server.ts';

const server = useTestServer();

const rubbish: readonly unknown[] = [
  ...[
    null,
    '',
    ' ',
    'x',
    'x'.repeat(5000),
    'a\u0000b',
    '\ud800',
    '%',
    '😀',
    '0000-00-00',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59+23:59',
  ],
  ...[-1, 0.5, 1e308, 2 ** 53, 2 ** 31, true, [], {}, ['x'], [null], { zh: '\u0000', en: '\udfff' }],
];

let visitors = 0;
/** Each from an address of its own, so that the limit on calls stays out of it. */
const visitor = () => `10.0.${Math.floor(++visitors / 250) % 250}.${visitors % 250}`;

async function send(call: SampleCall, cookie: string, change: { body?: unknown; query?: Record<string, string>; path?: string }) {
  const query = change.query ?? call.query;
  const payload = change.body === undefined ? call.body : change.body;
  const answer = await server.app.inject({
    method: call.endpoint.method,
    url: change.path ?? pathOf(call),
    remoteAddress: visitor(),
    headers: { cookie, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(query === undefined ? {} : { query }),
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
  });
  // What is allowed may be a file.
  const { code } = answer.statusCode < 400 ? {} : answer.json<{ code?: string }>();
  return { status: answer.statusCode, change, code };
}

/** The body with each of its leaves, one after the other, replaced. */
function spoiled(body: unknown, by: unknown): unknown[] {
  if (Array.isArray(body)) return [by, ...body.flatMap((item, at) => spoiled(item, by).map((one) => body.with(at, one)))];
  if (typeof body !== 'object' || body === null) return [by];
  return [by, ...Object.entries(body).flatMap(([key, value]) => spoiled(value, by).map((one) => ({ ...body, [key]: one })))];
}

test.each(sampleCalls.map((call) => [`${call.endpoint.method} ${call.endpoint.path}`, call] as const))(
  '%s takes rubbish kindly',
  async (_title, call) => {
    const org = await newOrganisation(server);
    const bodies = rubbish.flatMap((by) => (call.body === undefined ? [] : spoiled(call.body, by).map((body) => ({ body }))));
    const texts = rubbish.filter((by) => typeof by === 'string').map((by) => by.replaceAll('\ud800', '\ufffd'));
    const queries = texts.flatMap((by) =>
      Object.keys({ ...call.query, cursor: '' }).map((key) => ({ query: { ...call.query, [key]: by } })),
    );
    const paths = texts.flatMap((by) =>
      Object.keys(call.params ?? {}).map((key) => ({ path: pathOf({ ...call, params: { ...call.params, [key]: by } }) })),
    );
    const faults = [];
    for (const change of [...bodies, ...queries, ...paths]) {
      const answer = await send(
        call,
        call.endpoint.path.endsWith('/session') && call.endpoint.method === 'DELETE' ? await org.as('auditor') : org.cookie,
        change,
      );
      if (answer.status >= 500 || answer.status === 429) faults.push(answer);
    }
    expect(faults).toEqual([]);
  },
);

test('bodies that are no JSON at all', async () => {
  const org = await newOrganisation(server);
  const headers = { cookie: org.cookie };
  const post = (contentType: string, payload: string | Buffer) =>
    server.app.inject({ method: 'POST', url: '/api/v1/roles', headers: { ...headers, 'content-type': contentType }, payload });
  expect((await post('application/json', '{"a":')).statusCode).toBe(400);
  expect((await post('application/json', '')).statusCode).toBe(400);
  expect((await post('application/json', Buffer.from([0xff, 0xfe, 0x00]))).statusCode).toBe(400);
  expect((await post('application/json', '{"__proto__": {"x": 1}}')).statusCode).toBe(400);
  expect((await post('image/png', 'x')).statusCode).toBe(415);
  expect((await post('text/csv', 'a,b')).statusCode).toBe(422);
  expect((await server.app.inject({ method: 'POST', url: '/api/v1/roles', headers })).statusCode).toBe(422);
});
