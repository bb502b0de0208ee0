import { z } from 'zod';
import type { Permission } from './identity/permission.ts';

/** Who may call: a permission, anybody signed in, or everybody. */
export type Access = Permission | 'signed-in' | 'public';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call of the API, shared by server (parse, check, document), web and CLI (call). */
export interface Endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: Method;
  /** Fastify style: `/api/v1/services/:id` */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
}

const nothing = z.undefined();
type Nothing = typeof nothing;
const anyParams = z.object({});
type NoParams = typeof anyParams;

interface Parts<P, Q, B, R> {
  readonly summary: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
}

/** Declares an endpoint: `endpoint('GET /api/v1/services', { summary, access, query, response })`. */
export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType = NoParams,
  Q extends z.ZodType = NoParams,
  B extends z.ZodType = Nothing,
>(route: `${Method} /${string}`, parts: Parts<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const [method, path] = route.split(' ') as [Method, string];
  return {
    method,
    path,
    summary: parts.summary,
    access: parts.access,
    params: (parts.params ?? anyParams) as P,
    query: (parts.query ?? anyParams) as Q,
    body: (parts.body ?? nothing) as B,
    response: parts.response,
  };
}

export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** What the server's operation receives, parsed. */
export interface Parsed<E extends AnyEndpoint> {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
}

type Optional<K extends string, V> = undefined extends V
  ? { [X in K]?: V }
  : Record<never, never> extends V
    ? { [X in K]?: V }
    : { [X in K]: V };
/** What a caller passes. Parts without required fields may be left out. */
export type CallInput<E extends AnyEndpoint> = Optional<'params', z.input<E['params']>> &
  Optional<'query', z.input<E['query']>> &
  Optional<'body', z.input<E['body']>>;

export type Reply<E extends AnyEndpoint> = z.output<E['response']>;

/** The empty answer of a call that only does something. */
export const done = z.object({ ok: z.literal(true) });
