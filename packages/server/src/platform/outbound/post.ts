import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { PostFailure } from '@zhiheng/contract/values/post-failure';
import { ReachError } from './address-of.ts';
import { openRequest } from './open-request.ts';

/** What became of one attempt. `detail` is what the other side said, cut short. */
export interface Posted {
  readonly failure: PostFailure | null;
  readonly status: number | null;
  readonly detail: string;
  /** so long the other side asked us to wait */
  readonly retryAfterSeconds: number | null;
}

interface Outgoing {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Which networks may be reached is the platform's to say. */
interface Limits {
  readonly timeoutMs: number;
  readonly allowed: BlockList;
}

/** So much of an answer is read, and no more. */
const mostBytes = 16 * 1024;
const shownCharacters = 500;

/** Sends a body and reads the beginning of the answer; never throws for what the other side does. Redirects are not followed: the body was meant for one address. */
export async function post({ url, body, headers }: Outgoing, { timeoutMs, allowed }: Limits): Promise<Posted> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const length = String(Buffer.byteLength(body));
    const sent = { 'user-agent': 'zhiheng', ...headers, 'content-length': length };
    const request = await openRequest(new URL(url), { method: 'POST', headers: sent }, { signal, allowed });
    request.end(body);
    const [answer] = (await once(request, 'response', { signal })) as [IncomingMessage];
    const detail = await beginningOf(answer, signal);
    return { failure: failureOf(answer.statusCode ?? 0), status: answer.statusCode ?? null, detail, retryAfterSeconds: waitOf(answer) };
  } catch (error) {
    return { failure: signal.aborted ? 'timeout' : reasonOf(error), status: null, detail: '', retryAfterSeconds: null };
  }
}

function failureOf(status: number): PostFailure | null {
  if (status >= 200 && status < 300) return null;
  if (status === 429) return 'too-many';
  return status >= 300 && status < 400 ? 'redirected' : 'wrong-status';
}

function waitOf({ headers }: IncomingMessage): number | null {
  const seconds = Number(headers['retry-after']);
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, 86_400) : null;
}

async function beginningOf(answer: IncomingMessage, signal: AbortSignal): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer) {
    if (signal.aborted) throw new ReachError('timeout');
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes >= mostBytes) break;
  }
  answer.destroy();
  return Buffer.concat(parts).subarray(0, mostBytes).toString('utf8').replaceAll('\0', '').slice(0, shownCharacters);
}

const certificateCodes = /^(CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH|INVALID_|EPROTO$)/;

function reasonOf(error: unknown): PostFailure {
  if (error instanceof ReachError) return error.reason;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'name-not-found';
  if (certificateCodes.test(code)) return 'certificate';
  return code.startsWith('HPE_') ? 'no-http' : 'not-connected';
}
