import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCall, ProblemError } from './call.ts';
import { endpoint } from './endpoint.ts';

const thing = endpoint('POST /api/v1/things/:id/parts/:part', {
  summary: 'a thing',
  access: 'public',
  params: z.object({ id: z.string(), part: z.string() }),
  query: z.object({ q: z.string().optional(), kinds: z.array(z.string()).optional() }),
  body: z.object({ name: z.string() }),
  response: z.object({ count: z.coerce.number() }),
});
const text = endpoint('GET /api/v1/text', { summary: 'text', access: 'public', response: z.string() });
const bulk = endpoint('POST /api/v1/bulk', { summary: 'bulk', access: 'public', body: z.unknown(), response: z.object({}) });

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** A server that answers everything alike, and what it was sent. */
function answering(answer: () => Response) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    sent.push({ url: String(url), init });
    return answer();
  };
  return { sent, call: createCall({ baseUrl: 'http://host', headers: () => ({ authorization: 'Bearer key' }), fetch }) };
}
const json = (body: unknown, status = 200, type = 'application/json; charset=utf-8') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('createCall', () => {
  it('fills the path, serialises the query, sends JSON and parses the reply by its schema', async () => {
    const { sent, call } = answering(() => json({ count: '3' }));
    const reply = await call(thing, { params: { id: 'a/b', part: '2' }, query: { q: '质量 &', kinds: ['x', 'y'] }, body: { name: 'n' } });
    expect(reply).toEqual({ count: 3 });
    expect(sent[0]?.url).toBe('http://host/api/v1/things/a%2Fb/parts/2?q=%E8%B4%A8%E9%87%8F%20%26&kinds=x&kinds=y');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"name":"n"}',
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
    });
  });

  it('sends text as it is, under the type that the caller names, and reads text that is no JSON', async () => {
    const upload = answering(() => json({}));
    await upload.call(bulk, { body: 'a,b\n1,2' }, { headers: { 'content-type': 'text/csv' } });
    expect(upload.sent[0]?.init).toMatchObject({ body: 'a,b\n1,2', headers: { 'content-type': 'text/csv' } });
    const form = new FormData();
    await upload.call(bulk, { body: form });
    expect(upload.sent[1]?.init.body).toBe(form);
    expect(upload.sent[1]?.init.headers).not.toHaveProperty('content-type');
    const { call } = answering(() => new Response('line,reason', { headers: { 'content-type': 'text/csv' } }));
    expect(await call(text)).toBe('line,reason');
  });

  it('throws the parsed problem', async () => {
    const body = { type: 't', title: 'x', status: 404, code: 'not_found', params: { kind: 'service' } };
    const { call } = answering(() => json(body, 404, 'application/problem+json'));
    await expect(call(text)).rejects.toMatchObject({ problem: { code: 'not_found', params: { kind: 'service' }, errors: [] } });
  });

  it('makes a problem of an answer that is none, and of silence', async () => {
    const { call } = answering(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(call(text)).rejects.toMatchObject({ problem: { status: 502, code: 'fault' } });
    const silent = createCall({ baseUrl: 'http://host', fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(silent(text)).rejects.toBeInstanceOf(ProblemError);
    await expect(silent(text)).rejects.toMatchObject({ problem: { status: 0, code: 'unreachable' } });
  });

  it('names the path parameter that is missing', async () => {
    const { call } = answering(() => json({}));
    await expect(call(thing, { params: { id: '1' } as never, body: { name: 'n' } })).rejects.toThrow('path parameter part');
  });
});
