import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import type { AnyEndpoint, Parsed, Reply } from '@zhiheng/contract/endpoint';
import { problem } from '@zhiheng/contract/values/problem';
import type { Db } from '../database/connect.ts';
import { inOrganisation, type Tx } from '../database/in-organisation.ts';
import { forbidden, unauthenticated } from '../errors.ts';
import type { Actor, Call, PublicCall } from '../operation.ts';
import { answerOnce } from './answer-once.ts';

/** How the application tells who calls; `identity` provides it. */
export interface Authenticator {
  findOrganisation(root: Db, request: FastifyRequest): Promise<string | null>;
  identify(tx: Tx, orgId: string, request: FastifyRequest): Promise<Actor | null>;
}

export interface Binder {
  readonly app: FastifyInstance;
  readonly root: Db;
  readonly authenticator: Authenticator;
  /** settings of the route that is bound, such as a limit of its own */
  readonly options?: RouteShorthandOptions;
}

type Handler<E extends AnyEndpoint, C> = (call: C, input: Parsed<E>) => Promise<z.input<E['response']>>;

/** Serves an endpoint to callers that hold its permission: one transaction, inside their organisation. */
export function bind<E extends AnyEndpoint>(binder: Binder, endpoint: E, operation: Handler<E, Call>): void {
  route(binder, endpoint, async (request, reply) => {
    const orgId = await binder.authenticator.findOrganisation(binder.root, request);
    if (orgId === null) throw unauthenticated();
    const tasks: (() => Promise<void> | void)[] = [];
    const answer = await inOrganisation(binder.root, orgId, async (db) => {
      const actor = await binder.authenticator.identify(db, orgId, request);
      if (actor === null) throw unauthenticated();
      if (endpoint.access !== 'signed-in' && !actor.permissions.has(endpoint.access as never)) throw forbidden(endpoint.access);
      const call: Call = { db, orgId, actor, now: new Date(), request, reply, afterCommit: (task) => void tasks.push(task) };
      return answerOnce(call, endpoint, () => operation(call, inputOf<E>(request)));
    });
    for (const task of tasks) await task();
    return answer as Reply<E>;
  });
}

/** Serves an endpoint to everybody. The operation enters an organisation itself, through a door. */
export function bindPublic<E extends AnyEndpoint>(binder: Binder, endpoint: E, operation: Handler<E, PublicCall>): void {
  route(binder, endpoint, (request, reply) => operation({ root: binder.root, now: new Date(), request, reply }, inputOf<E>(request)));
}

const inputOf = <E extends AnyEndpoint>(request: FastifyRequest) =>
  ({ params: request.params, query: request.query, body: request.body }) as Parsed<E>;

type RouteHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

function route({ app, options }: Binder, endpoint: AnyEndpoint, handler: RouteHandler): void {
  const hasBody = !(endpoint.body instanceof z.ZodUndefined) && !(endpoint.body instanceof z.ZodUnknown);
  app.route({
    ...options,
    method: endpoint.method,
    url: endpoint.path,
    schema: {
      summary: endpoint.summary,
      tags: [endpoint.path.split('/')[3] ?? 'api'],
      description: `Access: ${endpoint.access}`,
      params: endpoint.params,
      querystring: endpoint.query,
      ...(hasBody ? { body: endpoint.body } : {}),
      response: { 200: endpoint.response, default: problem },
    },
    handler,
  });
}
