// What these add to requests and replies is known wherever a call is.
import type {} from '@fastify/cookie';
import type {} from '@fastify/multipart';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permission } from '@zhiheng/contract/identity/permission';
import type { Db } from './database/connect.ts';
import type { Tx } from './database/in-organisation.ts';

/** Who asks: a person's account, an API key, or the system itself (a job). */
export interface Actor {
  readonly kind: 'account' | 'api-key' | 'system';
  /** account or API key; null for the system */
  readonly id: string | null;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly permissions: ReadonlySet<Permission>;
}

/** What an operation works with: one transaction inside one organisation. */
export interface Operation {
  readonly db: Tx;
  readonly orgId: string;
  readonly actor: Actor;
  readonly now: Date;
}

/** A signed-in call: also the raw request, for headers and streams. */
export interface Call extends Operation {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Runs after the commit: waking jobs, never work that must not be lost. */
  afterCommit(task: () => Promise<void> | void): void;
}

/** A call before anybody is known: no organisation is entered yet. */
export interface PublicCall {
  readonly root: Db;
  readonly now: Date;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export const systemActor: Actor = { kind: 'system', id: null, accountId: null, sessionId: null, permissions: new Set() };
