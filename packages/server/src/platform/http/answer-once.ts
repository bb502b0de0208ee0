import { sql } from 'kysely';
import type { AnyEndpoint } from '@zhiheng/contract/endpoint';
import { AppError } from '../errors.ts';
import { hashOf } from '../identifier.ts';
import type { Call } from '../operation.ts';

/**
 * A POST with `Idempotency-Key` happens once: the same key with the same request gets the first answer again, with another
 * request it is refused. Two at the same time wait for each other.
 */
export async function answerOnce<T>(call: Call, endpoint: AnyEndpoint, work: () => Promise<T>): Promise<T> {
  const key = call.request.headers['idempotency-key'];
  // The bytes of an upload are read later: two files could not be told apart here, and storing one twice harms nobody.
  if (endpoint.method !== 'POST' || typeof key !== 'string' || call.request.isMultipart()) return work();
  if (key.length > 200) throw new AppError(400, 'idempotency_key_too_long', { params: { most: 200 } });
  const { db, orgId } = call;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${orgId}:${key}`}, 0))`.execute(db);
  const requestHash = hashOf(JSON.stringify([call.request.method, call.request.url, call.request.body]));
  const earlier = await db
    .selectFrom('idempotency_key')
    .select(['request_hash', 'response'])
    .where('org_id', '=', orgId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (earlier !== undefined) {
    if (earlier.request_hash !== requestHash) throw new AppError(422, 'idempotency_key_reused');
    return earlier.response as T;
  }
  const answer = await work();
  const row = { org_id: orgId, key, request_hash: requestHash, status: 200, response: JSON.stringify(answer) };
  await db.insertInto('idempotency_key').values(row).execute();
  return answer;
}
