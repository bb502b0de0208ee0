import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { ProbeReason, ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import type { Reach } from '../../../platform/outbound/address-of.ts';
import { openRequest } from '../../../platform/outbound/open-request.ts';
import { LookError } from './look-error.ts';

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
  const request = await openRequest(url, { method: 'GET', headers: { 'user-agent': 'zhiheng-probe', accept: '*/*' } }, reach);
  request.end();
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
