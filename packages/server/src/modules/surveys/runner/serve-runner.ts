import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { AppError } from '../../../platform/errors.ts';
import type { Binder } from '../../../platform/http/bind.ts';
import { newSecret } from '../../../platform/identifier.ts';
import type { PublicCall } from '../../../platform/operation.ts';
import { onWay } from '../runs/find-way.ts';
import { openRun } from '../runs/open-run.ts';
import { acceptedLanguages, pageLanguage } from './page-language.rules.ts';
import { runnerPageIn, type RunnerPage } from './runner-page.ts';

const compress = promisify(gzip);
/** So many pages a minute from one address: behind it may be a waiting room with one connection. */
const options: RouteShorthandOptions = { schema: { hide: true }, config: { rateLimit: { max: 600, timeWindow: '1 minute' } } };

interface Asked extends FastifyRequest {
  readonly params: { readonly name: string };
  readonly query: { readonly lang?: string };
}

/** Keeps the page of a kiosk for when there is no connection; no token is so short. */
const kioskWorker = 'kiosk.js';

/** `/s/<token>` is the page of a survey, `/s/<token>.js` the script that shows it on another site. */
export function serveRunner({ app, root }: Pick<Binder, 'app' | 'root'>, webFolder: string): void {
  const read = runnerPageIn(webFolder);
  if (read === null) return;
  // Whoever opens a link reads words, not a problem of the API.
  const errorHandler: RouteShorthandOptions['errorHandler'] = async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error, url: request.url }, 'page of a survey failed');
    const { assets, renderNoPage } = await read();
    const language = pageLanguage(['zh', 'en'], acceptedLanguages(request.headers['accept-language']));
    return send({ request, reply }, status, renderNoPage(language, 'fault', assets));
  };
  app.get('/s/:name', { ...options, errorHandler }, async (plain, reply) => {
    const request = plain as Asked;
    const page = await read();
    const { name } = request.params;
    if (name === kioskWorker) return sendScript(reply, page.assets.kiosk, 'no-cache');
    const call: PublicCall = { root, now: new Date(), request, reply };
    return name.endsWith('.js') ? sendSnippet(call, page, name.slice(0, -'.js'.length)) : sendPage(call, page, request);
  });
}

async function sendPage(call: PublicCall, page: RunnerPage, request: Asked): Promise<FastifyReply> {
  const token = request.params.name;
  const accepted = acceptedLanguages(request.headers['accept-language']);
  const run = await orMissing(openRun(call, { params: { token }, query: {} }));
  if (run === null)
    return send(call, 404, page.renderNoPage(pageLanguage(['zh', 'en'], [request.query.lang, ...accepted]), 'missing', page.assets));
  if (run.mode === 'snippet') await allowFrames(call, token);
  const language = pageLanguage(run.form.languages, [request.query.lang, run.language, ...accepted]);
  return send(call, 200, page.renderPage({ token, run, resume: newSecret(), language }, page.assets));
}

/** Any other site may load the script; where it opens a frame, the browser asks whether that site may. */
async function sendSnippet(call: PublicCall, { assets }: RunnerPage, token: string): Promise<FastifyReply> {
  const kind = await orMissing(onWay(call, token, async (_, way) => way.kind));
  call.reply.status(kind === 'snippet' ? 200 : 404).header('cross-origin-resource-policy', 'cross-origin');
  return sendScript(call.reply, kind === 'snippet' ? assets.snippet : '', 'public, max-age=300');
}

const sendScript = (reply: FastifyReply, script: string, kept: string): FastifyReply =>
  reply.header('cache-control', kept).type('text/javascript; charset=utf-8').send(script);

/** A link that leads nowhere is told in words for people, not as a problem of the API. */
async function orMissing<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    if (error instanceof AppError && error.status === 404) return null;
    throw error;
  });
}

/** Pages of the named sites may show this one in a frame, no others. */
async function allowFrames(call: PublicCall, token: string): Promise<void> {
  const origins = await onWay(call, token, async (_, way) => way.settings.origins);
  const sources = ["'self'", ...origins.map((origin) => new URL(origin).origin)].join(' ');
  const policy = String(call.reply.getHeader('content-security-policy') ?? '');
  call.reply.removeHeader('x-frame-options');
  call.reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${sources}`));
}

/** Never kept anywhere: in the page stands the secret of the answer that begins with it. */
async function send({ request, reply }: Pick<PublicCall, 'request' | 'reply'>, status: number, page: string): Promise<FastifyReply> {
  reply.status(status).headers({ 'cache-control': 'no-store', vary: 'accept-encoding, accept-language' }).type('text/html; charset=utf-8');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(page);
  return reply.header('content-encoding', 'gzip').send(await compress(page));
}
