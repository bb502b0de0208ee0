import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import { changedCases } from '@zhiheng/contract/cases/case-stream';
import { id } from '@zhiheng/contract/values/page';
import { AppError } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';

const announcement = changedCases.extend({ orgId: id });

const heartbeat = 25_000;
/** Rights may have gone meanwhile: the next question asks for them again. */
const longest = 15 * 60_000;
const mostPerOrganisation = 500;

/** The pages of this process that listen, by organisation. */
export class CaseStreams {
  readonly #open = new Map<string, Set<ServerResponse>>();

  /** Turns the answer of a call into a stream of events. */
  join(call: Call): void {
    const listening = this.#open.get(call.orgId) ?? new Set();
    if (listening.size >= mostPerOrganisation) throw new AppError(429, 'too_many_streams');
    const { raw } = call.reply;
    call.reply.hijack();
    raw.writeHead(200, { ...headersOf(call), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write('retry: 3000\n\n');
    this.#open.set(call.orgId, listening.add(raw));
    const beat = setInterval(() => raw.write(':\n\n'), heartbeat).unref();
    const end = setTimeout(() => raw.end(), longest).unref();
    raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      listening.delete(raw);
    });
  }

  /** Passes on what a process has announced. */
  readonly hear = (payload: string): void => {
    const { orgId, ids } = announcement.parse(JSON.parse(payload));
    for (const raw of this.#open.get(orgId) ?? [])
      raw.write(`event: cases\ndata: ${JSON.stringify({ ids } satisfies z.infer<typeof changedCases>)}\n\n`);
  };

  /** Ends every stream: a server that stops waits for no page. */
  close(): void {
    for (const listening of this.#open.values()) for (const raw of listening) raw.end();
  }
}

const headersOf = ({ reply }: Call): Record<string, string | number | string[]> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
