// A device that asks many people can be started again without a connection: with the page and its script as they were seen last. Answers wait in the
// outbox of the page. Runs as the service worker of the page of one kiosk, and sees no other page.

/** The part of a service worker that is used here: the types of workers and those of pages exclude each other. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message' | 'fetch', listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly request: Request;
  readonly data: unknown;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as WorkerScope;
const { scope } = worker.registration;
/** One kiosk, one cache: two on one device share nothing. */
const cacheName = `zhiheng-kiosk ${scope}`;
/** A connection that says nothing for so long is as good as none. */
const patience = 5_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
// The page that starts the worker came before it: it names its script.
worker.addEventListener('message', (event) => event.waitUntil(keep([scope, String(event.data)])));
worker.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(newestPage(event.request));
  else if (event.request.destination === 'script') event.respondWith(keptScript(event.request));
});

/** Keeps the page and its script, and nothing of older ones. */
async function keep(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...addresses]);
  for (const { url } of await cache.keys()) if (!addresses.includes(url)) await cache.delete(url);
}

/** The page from the server; where that cannot be reached or has no answer now, the one that was seen last. A link that leads nowhere any more is said as such. */
async function newestPage(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const page = await fetch(request.url, { signal: AbortSignal.timeout(patience), credentials: 'same-origin' }).catch(() => null);
  if (page !== null && page.status < 500) {
    if (page.ok) await cache.put(scope, page.clone());
    return page;
  }
  return (await cache.match(scope)) ?? page ?? Response.error();
}

/** Scripts bear their content in their name: what was kept is right for ever. */
async function keptScript(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(request.url);
  return kept ?? fetch(request);
}
