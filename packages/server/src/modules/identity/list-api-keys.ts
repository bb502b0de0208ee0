import { sql, type RawBuilder } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { ApiKey, listApiKeys as endpoint } from '@zhiheng/contract/identity/accounts';
import type { Operation } from '../../platform/operation.ts';

export async function listApiKeys(operation: Operation): Promise<Reply<typeof endpoint>> {
  return { items: await selectApiKeys(operation, sql`(k.expires_at is null or k.expires_at > now())`) };
}

interface Row extends Omit<ApiKey, 'createdAt' | 'expiresAt' | 'lastUsedAt'> {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Keys that are not revoked, newest first. A key is made by a person, by another key, or by the installation itself. */
export async function selectApiKeys({ db, orgId }: Operation, condition: RawBuilder<unknown>): Promise<ApiKey[]> {
  const { rows } = await sql<Row>`
    select k.id, k.name, k.prefix, r.code as role, k.created_at as "createdAt", coalesce(a.name, maker.name, 'zhiheng') as "createdBy",
      k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"
    from api_key k
    join role r on r.org_id = k.org_id and r.id = k.role_id
    left join account a on a.org_id = k.org_id and a.id = k.created_by
    left join api_key maker on maker.org_id = k.org_id and maker.id = k.created_by
    where k.org_id = ${orgId} and k.revoked_at is null and ${condition}
    order by k.id desc`.execute(db);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}
