import type { Reply } from '@zhiheng/contract/endpoint';
import type { getOrganisation as endpoint } from '@zhiheng/contract/organisation/organisation';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import type { Locale } from '@zhiheng/contract/values/text';

export async function getOrganisation({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<Reply<typeof endpoint>> {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'locale', 'time_zone', 'created_at'])
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('organisation');
  // The column's check allows no other value.
  const locale = row.locale as Locale;
  return { id: orgId, name: row.name, locale, timeZone: row.time_zone, createdAt: row.created_at.toISOString() };
}
