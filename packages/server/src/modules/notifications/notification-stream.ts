import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { id } from '@zhiheng/contract/values/page';
import { AppError } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { accountOf } from './list-notifications.ts';

const announcement = z.object({ orgId: id, accountIds: z.array(id) });

const heartbeat = 25_000;
/** Rights may have gone meanwhile: the next question asks for them again. */
const longest = 15 * 60_000;
/** Pages of one person. */
const mostPages = 20;

/** The pages of this process that wait for something new, by whose they are. */
export class NotificationStreams {
  readonly #open = new Map<string, Set<ServerResponse>>();

  /** Turns the answer of a call into a stream of events. */
  join(call: Call): void {
    const key = keyOf(call.orgId, accountOf(call));
    const pages = this.#open.get(key) ?? new Set();
    if (pages.size >= mostPages) throw new AppError(429, 'too_many_streams');
    const { raw } = call.reply;
    const given = Object.entries(call.reply.getHeaders()).filter(([, value]) => value !== undefined);
    call.reply.hijack();
    raw.writeHead(200, {
      ...(Object.fromEntries(given) as Record<string, string>),
      ...{ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
    raw.write('retry: 3000\n\n');
    this.#open.set(key, pages.add(raw));
    const beat = setInterval(() => raw.write(':\n\n'), heartbeat).unref();
    const end = setTimeout(() => raw.end(), longest).unref();
    raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      pages.delete(raw);
      if (pages.size === 0) this.#open.delete(key);
    });
  }

  /** Passes on whom a process has told something. */
  readonly hear = (payload: string): void => {
    const { orgId, accountIds } = announcement.parse(JSON.parse(payload));
    for (const accountId of accountIds)
      for (const raw of this.#open.get(keyOf(orgId, accountId)) ?? []) raw.write('event: notified\ndata: {}\n\n');
  };

  /** Ends every stream: a server that stops waits for no page. */
  close(): void {
    for (const pages of this.#open.values()) for (const raw of pages) raw.end();
  }
}

const keyOf = (orgId: string, accountId: string): string => `${orgId}/${accountId}`;
