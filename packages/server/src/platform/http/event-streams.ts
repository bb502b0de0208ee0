import type { ServerResponse } from 'node:http';
import type { AnyEndpoint } from '@zhiheng/contract/endpoint';
import type { Notices } from '../database/notices.ts';
import { AppError } from '../errors.ts';
import type { Call } from '../operation.ts';
import { bind, type Binder } from './bind.ts';

const heartbeat = 25_000;
/** Rights may have gone meanwhile: the next question asks for them again. */
const longest = 15 * 60_000;

interface EventSource {
  /** the channel on which processes announce what their pages are to hear */
  readonly channel: string;
  /** pages under one key */
  readonly most: number;
  /** what a page listens to: its organisation, or a person in it */
  readonly keyOf: (call: Call) => string;
  readonly hear: (payload: string, streams: EventStreams) => void;
}

/** The pages of this process that listen, by what they listen to. */
export class EventStreams {
  readonly #open = new Map<string, Set<ServerResponse>>();

  /** Turns the answer of a call into a stream of events. */
  join(call: Call, key: string, most: number): void {
    const pages = this.#open.get(key) ?? new Set();
    if (pages.size >= most) throw new AppError(429, 'too_many_streams');
    const { raw } = call.reply;
    call.reply.hijack();
    raw.writeHead(200, { ...headersOf(call), 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write('retry: 3000\n\n');
    this.#open.set(key, pages.add(raw));
    const beat = setInterval(() => raw.write(':\n\n'), heartbeat).unref();
    const end = setTimeout(() => raw.end(), longest).unref();
    raw.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      pages.delete(raw);
      if (pages.size === 0 && this.#open.get(key) === pages) this.#open.delete(key);
    });
  }

  /** Says something to all pages under a key. */
  say(key: string, event: string, data: unknown): void {
    for (const raw of this.#open.get(key) ?? []) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Ends every stream: a server that stops waits for no page. */
  close(): void {
    for (const pages of this.#open.values()) for (const raw of pages) raw.end();
  }
}

/** Serves an endpoint as a stream of server-sent events. The connection for announcements is opened when the first page listens. */
export function bindEvents(binder: Binder, endpoint: AnyEndpoint, source: EventSource & { readonly notices: Notices }): void {
  const { channel, most, keyOf, hear, notices } = source;
  const streams = new EventStreams();
  let listening: Promise<void> | null = null;
  bind(binder, endpoint, async (call) => {
    listening ??= notices.listen(channel, (payload) => hear(payload, streams));
    // A database that is away now may be back for the next page.
    await listening.catch((error: unknown) => {
      listening = null;
      throw error;
    });
    streams.join(call, keyOf(call), most);
  });
  binder.app.addHook('preClose', async () => streams.close());
}

const headersOf = ({ reply }: Call): Record<string, string | number | string[]> =>
  Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
