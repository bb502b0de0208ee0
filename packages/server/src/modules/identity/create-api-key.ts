import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { createApiKey as endpoint } from '@zhiheng/contract/identity/accounts';
import { invalidField, notFound } from '../../platform/errors.ts';
import { hashOf, newId, newSecret } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { rolesOf, type RoleRecord } from './assign-roles.ts';
import { refuseGrantBeyond } from './grant.rules.ts';
import { selectApiKeys } from './list-api-keys.ts';

type Input = Pick<Parsed<typeof endpoint>, 'body'>;

/** The key is answered this once; the prefix tells keys apart later. */
export async function createApiKey(operation: Operation, { body }: Input): Promise<Reply<typeof endpoint>> {
  const { db, orgId, actor, now } = operation;
  const expires_at = body.expiresAt === null ? null : new Date(body.expiresAt);
  if (expires_at !== null && expires_at <= now) throw invalidField('expiresAt', 'in_the_past');
  const role = await roleFor(operation, body.role);
  const id = newId();
  const prefix = randomBytes(4).toString('hex');
  const key = `zh_${prefix}_${newSecret()}`;
  const row = { org_id: orgId, id, name: body.name, prefix, key_hash: hashOf(key), role_id: role.id, created_by: actor.id, expires_at };
  await db.insertInto('api_key').values(row).execute();
  const data = { prefix, role: body.role, expiresAt: body.expiresAt };
  await recordEvent(operation, { type: 'api-key.created', entity: { kind: 'api-key', id, label: body.name }, data });
  const [apiKey] = await selectApiKeys(operation, sql`k.id = ${id}`);
  if (apiKey === undefined) throw notFound('api_key');
  return { apiKey, key };
}

async function roleFor(operation: Operation, code: string): Promise<RoleRecord> {
  const role = (await rolesOf(operation, [code]))[0];
  if (role === undefined) throw invalidField('role', 'unknown_role', { role: code });
  refuseGrantBeyond(operation.actor, role.permissions);
  return role;
}
