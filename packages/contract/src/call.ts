import type { z } from 'zod';
import type { AnyEndpoint, CallInput, Reply } from './endpoint.ts';
import { problem, type Problem } from './values/problem.ts';

/** The server's answer when it cannot or will not do what was asked. `problem.code` is stable; words for people are chosen by it. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** What a call adds to the settings of its caller: text bodies name their format, a page may abort. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface CallSettings {
  /** `http://127.0.0.1:7020`; empty in the browser, where paths are relative */
  readonly baseUrl: string;
  /** sent with every call; a function is asked each time */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  readonly fetch: typeof globalThis.fetch;
}

type CallArguments<E extends AnyEndpoint> =
  Record<never, never> extends CallInput<E> ? [input?: CallInput<E>, options?: CallOptions] : [input: CallInput<E>, options?: CallOptions];

/** Calls an endpoint: checked input in, parsed reply out. Throws ProblemError; `unreachable` when nobody answered. */
export type CallEndpoint = <E extends AnyEndpoint>(endpoint: E, ...rest: CallArguments<E>) => Promise<Reply<E>>;

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * The one HTTP client of web and command line. Path parameters and query come from `input`; a plain body is sent as JSON, text and
 * FormData as they are.
 *
 * @example
 * const call = createCall({ baseUrl: '', fetch });
 * const { items } = await call(listServices, { query: { q: 'desk' } });
 */
export function createCall(settings: CallSettings): CallEndpoint {
  return async (endpoint, ...[input, options = {}]) => {
    // The signature has checked the parts one by one; here they are only carried.
    const { params = {}, query = {}, body } = (input ?? {}) as LooseInput;
    const own = typeof settings.headers === 'function' ? settings.headers() : settings.headers;
    const { payload, type } = payloadOf(body);
    const answer = await reach(settings, `${settings.baseUrl}${fillPath(endpoint.path, params)}${queryText(query)}`, {
      method: endpoint.method,
      headers: { accept: 'application/json', ...type, ...own, ...options.headers },
      ...(payload === undefined ? {} : { body: payload }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    if (!answer.ok) throw new ProblemError(await problemOf(answer));
    return (endpoint.response as z.ZodType).parse(await readAnswer(answer)) as Reply<typeof endpoint>;
  };
}

async function reach(settings: CallSettings, url: string, init: RequestInit): Promise<Response> {
  try {
    // Called free of its object: browsers refuse a fetch that is bound to something else.
    const { fetch } = settings;
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new ProblemError(plainProblem(0, 'unreachable'));
  }
}

function fillPath(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`path parameter ${name} is missing for ${path}`);
    return encodeURIComponent(String(value));
  });
}

/** `?a=1&b=x&b=y`; what is undefined is left out, lists repeat their name. */
function queryText(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const),
  );
  const parts = pairs
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

function payloadOf(body: unknown): { payload: RequestInit['body']; type: Record<string, string> } {
  if (body === undefined) return { payload: undefined, type: {} };
  if (isPlain(body)) return { payload: JSON.stringify(body), type: { 'content-type': 'application/json' } };
  return { payload: body as RequestInit['body'], type: {} };
}

/** Objects of a class (FormData, Blob) and text go out as they are: the caller, or the browser, names their type. */
function isPlain(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return typeof body !== 'string';
  return Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype;
}

const isJson = (answer: Response): boolean => /[/+]json\b/.test(answer.headers.get('content-type') ?? '');

const readAnswer = (answer: Response): Promise<unknown> => (isJson(answer) ? answer.json() : answer.text());

/** A proxy in between may answer with a page of its own: then only the status speaks. */
async function problemOf(answer: Response): Promise<Problem> {
  const text = await answer.text();
  const parsed = isJson(answer) ? problem.safeParse(JSON.parse(text)) : undefined;
  return parsed?.success === true ? parsed.data : plainProblem(answer.status, answer.status >= 500 ? 'fault' : 'refused');
}

const plainProblem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  params: {},
  errors: [],
});
