import { once } from 'node:events';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ProbeReason, ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import { addressOf, LookError, type Reach } from './address-of.ts';

type HttpTarget = Extract<ProbeTarget, { kind: 'http' }>;

interface Seen {
  readonly reason: ProbeReason;
  readonly status: number;
  readonly tlsExpiresAt: Date | null;
}

const mostRedirects = 5;
/** So much of an answer is read, and no more. */
const mostBytes = 256 * 1024;

/** Fetches an address as far as its conditions need. Each redirect is guarded as the first address was. */
export async function lookOverHttp(target: HttpTarget, reach: Reach): Promise<Seen> {
  let url = new URL(target.address);
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const answer = await fetchOnce(url, reach);
    const next = target.followRedirects ? redirectOf(answer, url) : null;
    if (next === null) return judge(target, answer, reach);
    answer.destroy();
    url = next;
  }
  throw new LookError('too-many-redirects');
}

async function fetchOnce(url: URL, reach: Reach): Promise<IncomingMessage> {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  const host = await addressOf(bare, reach);
  const isSecure = url.protocol === 'https:';
  const request = (isSecure ? overHttps : overHttp)({
    host,
    port: url.port === '' ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, 'user-agent': 'zhiheng-probe', accept: '*/*', 'accept-encoding': 'identity' },
    // The certificate is that of the name, whatever address was taken; an address has none to show.
    ...(isSecure && isIP(bare) === 0 ? { servername: bare } : {}),
    agent: false,
    signal: reach.signal,
  });
  request.end();
  // What happens to the connection later belongs to whoever reads the answer.
  request.on('error', () => undefined);
  const [answer] = (await once(request, 'response', { signal: reach.signal })) as [IncomingMessage];
  return answer;
}

const redirects = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (!redirects.has(statusCode) || headers.location === undefined) return null;
  if (!URL.canParse(headers.location, from.href)) throw new LookError('no-http');
  const next = new URL(headers.location, from);
  if (next.protocol !== 'http:' && next.protocol !== 'https:') throw new LookError('no-http');
  return next;
}

async function judge(target: HttpTarget, answer: IncomingMessage, { signal }: Reach): Promise<Seen> {
  const status = answer.statusCode ?? 0;
  const seen = { status, tlsExpiresAt: expiryOf(answer) };
  try {
    if (!isExpected(target, status)) return { ...seen, reason: 'wrong-status' };
    if (target.expectedText === null) return { ...seen, reason: 'ok' };
    return { ...seen, reason: (await readsIn(answer, target.expectedText, signal)) ? 'ok' : 'text-missing' };
  } finally {
    answer.destroy();
  }
}

const isExpected = ({ expectedStatus }: HttpTarget, status: number): boolean =>
  expectedStatus.length === 0 ? status >= 200 && status < 300 : expectedStatus.includes(status);

function expiryOf({ socket }: IncomingMessage): Date | null {
  if (!(socket instanceof TLSSocket)) return null;
  const at = new Date(socket.getPeerCertificate().valid_to);
  return Number.isNaN(at.getTime()) ? null : at;
}

async function readsIn(answer: IncomingMessage, wanted: string, signal: AbortSignal): Promise<boolean> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer) {
    if (signal.aborted) throw new LookError('timeout');
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes >= mostBytes) break;
  }
  return Buffer.concat(parts).subarray(0, mostBytes).toString('utf8').includes(wanted);
}
