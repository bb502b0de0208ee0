import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What arrived. */
export interface Received {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
}

/** A program on this machine that takes what is posted to it. `null` as answer: it never answers. It ends with the test. */
export async function startReceiver(answer: (received: Received) => Answer | null = () => ({ body: {} })): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://receiver');
      const one = { path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(parts).toString('utf8') };
      received.push(one);
      const said = answer(one);
      if (said !== null) response.writeHead(said.status ?? 200, { ...said.headers }).end(JSON.stringify(said.body ?? {}));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}
