import type { Service } from '@zhiheng/contract/catalog/services';
import { placeInTree } from '../../platform/database/place-in-tree.ts';
import { invalid, invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

export type References = Pick<Service, 'ownerId' | 'teamId' | 'parentId' | 'dependsOn'>;
type Scope = Pick<Operation, 'db' | 'orgId'>;

/** Refuses an owner, team, parent or dependency that is not there. What stays as it was is not asked again: it may have gone since. */
export async function checkReferences(scope: Scope, after: References & { readonly id: string }, before: References | null): Promise<void> {
  if (after.ownerId !== null && after.ownerId !== before?.ownerId) await demand(scope, 'account', { id: after.ownerId, field: 'ownerId' });
  if (after.teamId !== null && after.teamId !== before?.teamId) await demand(scope, 'team', { id: after.teamId, field: 'teamId' });
  if (after.parentId !== before?.parentId) await placeInTree(scope, 'service', after);
  await checkDependencies(scope, after, before);
}

async function demand(
  { db, orgId }: Scope,
  table: 'account' | 'team',
  wanted: { readonly id: string; readonly field: string },
): Promise<void> {
  const found = await db
    .selectFrom(table)
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', wanted.id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw invalidField(wanted.field, `unknown_${table}`);
}

async function checkDependencies(
  { db, orgId }: Scope,
  after: References & { readonly id: string },
  before: References | null,
): Promise<void> {
  const added = after.dependsOn.filter((id) => !before?.dependsOn.includes(id));
  if (added.length === 0) return;
  const found = await db
    .selectFrom('service')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', 'in', added)
    .where('deleted_at', 'is', null)
    .execute();
  const known = new Set(found.map((row) => row.id));
  const wrong = after.dependsOn.flatMap((id, index) => {
    const path = `dependsOn.${index}`;
    if (id === after.id) return [{ path, code: 'itself' }];
    return added.includes(id) && !known.has(id) ? [{ path, code: 'unknown_service' }] : [];
  });
  if (wrong.length > 0) throw invalid(wrong);
}

/** The service depends on these and on no others; those in the trash keep their place. */
export async function writeDependencies({ db, orgId }: Scope, serviceId: string, dependsOn: readonly string[]): Promise<void> {
  await db
    .deleteFrom('service_dependency')
    .where('org_id', '=', orgId)
    .where('service_id', '=', serviceId)
    .where('depends_on_id', 'in', (eb) => eb.selectFrom('service').select('id').where('org_id', '=', orgId).where('deleted_at', 'is', null))
    .execute();
  const rows = dependsOn.map((id) => ({ org_id: orgId, service_id: serviceId, depends_on_id: id }));
  if (rows.length > 0) await db.insertInto('service_dependency').values(rows).execute();
}
