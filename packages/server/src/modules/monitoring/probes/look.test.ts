import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import { networksOf } from '../../../platform/outbound/address-guard.ts';
import { look } from './look.ts';

const loopback = networksOf(['127.0.0.0/8']);
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const http = (address: string, more: object = {}): ProbeTarget => ({
  ...{ kind: 'http', address, expectedStatus: [], expectedText: null, followRedirects: true },
  ...more,
});
const serve = async (answer: RequestListener) => `http://127.0.0.1:${await listen(createServer(answer))}`;
const see = async (target: ProbeTarget, timeoutMs = 5000, allowed = loopback) => look(target, timeoutMs, allowed);

describe('a look over HTTP', () => {
  it('is good with the status and the text that are expected', async () => {
    const at = await serve((request, response) => response.writeHead(request.url === '/teapot' ? 418 : 200).end('all is well'));
    expect(await see(http(at, { expectedText: 'is well' }))).toMatchObject({ up: true, reason: 'ok', status: 200 });
    expect((await see(http(at))).latencyMs).toBeGreaterThanOrEqual(0);
    expect(await see(http(at, { expectedText: 'is bad' }))).toMatchObject({ up: false, reason: 'text-missing' });
    expect(await see(http(`${at}/teapot`))).toMatchObject({ up: false, reason: 'wrong-status', status: 418 });
    expect(await see(http(`${at}/teapot`, { expectedStatus: [418] }))).toMatchObject({ up: true });
  });

  it('follows redirects as far as it may, each of them guarded', async () => {
    const at = await serve((request, response) => {
      const to = { '/away': 'http://10.0.0.1/', '/on': '/here', '/round': '/round', '/file': 'file:///etc/passwd' }[request.url ?? ''];
      response.writeHead(to === undefined ? 200 : 302, to === undefined ? {} : { location: to }).end();
    });
    expect(await see(http(`${at}/on`))).toMatchObject({ up: true, status: 200 });
    expect(await see(http(`${at}/on`, { followRedirects: false }))).toMatchObject({ up: false, reason: 'wrong-status', status: 302 });
    expect(await see(http(`${at}/away`))).toMatchObject({ up: false, reason: 'refused-address' });
    expect(await see(http(`${at}/round`))).toMatchObject({ up: false, reason: 'too-many-redirects' });
    expect(await see(http(`${at}/file`))).toMatchObject({ up: false, reason: 'no-http' });
  });

  it('does not go where it may not, whatever the address is called', async () => {
    let calls = 0;
    const at = await serve((_, response) => response.writeHead(200).end(String((calls += 1))));
    const port = new URL(at).port;
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      expect(await see(http(`http://${host}:${port}/`), 5000, networksOf([]))).toMatchObject({ up: false, reason: 'refused-address' });
    }
    expect(calls).toBe(0);
  });

  it('waits and reads no longer than it should', async () => {
    const silent = await serve(() => undefined);
    expect(await see(http(silent), 200)).toMatchObject({ up: false, reason: 'timeout', latencyMs: null });
    const halfway = await serve((_, response) => void response.writeHead(200).write('a little'));
    expect(await see(http(halfway, { expectedText: 'more' }), 200)).toMatchObject({ up: false, reason: 'timeout' });
    const endless = await serve((_, response) => {
      response.writeHead(200);
      const pour = (): void => void (response.destroyed || response.write('x'.repeat(65_536), pour));
      pour();
    });
    expect(await see(http(endless, { expectedText: 'y' }))).toMatchObject({ up: false, reason: 'text-missing' });
  });

  it('says what kept it from an answer', async () => {
    const garbage = createTcpServer((socket) => socket.end('this is no HTTP\r\n\r\n'));
    expect(await see(http(`http://127.0.0.1:${await listen(garbage)}`))).toMatchObject({ reason: 'no-http' });
    const closed = await serve(() => undefined);
    servers[1]?.close();
    await once(servers.pop()!, 'close');
    expect(await see(http(closed))).toMatchObject({ up: false, reason: 'not-connected' });
    expect(await see(http('http://no-such-host.invalid/'))).toMatchObject({ up: false, reason: 'name-not-found' });
    const plain = createTcpServer((socket) => socket.end('hello'));
    expect(await see(http(`https://127.0.0.1:${await listen(plain)}`))).toMatchObject({ up: false, reason: 'certificate' });
  });
});

describe('a look over TCP', () => {
  it('is good when somebody accepts the connection', async () => {
    const port = await listen(createTcpServer((socket) => socket.end()));
    expect(await see({ kind: 'tcp', address: `127.0.0.1:${port}` })).toMatchObject({ up: true, reason: 'ok' });
    expect(await see({ kind: 'tcp', address: `127.0.0.1:${port}` }, 5000, networksOf([]))).toMatchObject({ reason: 'refused-address' });
    await new Promise((closed) => servers.pop()?.close(closed));
    expect(await see({ kind: 'tcp', address: `127.0.0.1:${port}` })).toMatchObject({ up: false, reason: 'not-connected' });
  });
});
