import { sql } from 'kysely';
import type { PackSupplier } from '@zhiheng/contract/packs/pack-agreements';
import type { Operation } from '../../../platform/operation.ts';
import { planInstall, type Decision, type StandingRow } from '../../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../../platform/record-event.ts';

/** Contacts of a supplier are the house's own: packs neither bring nor carry them. */
export async function installSuppliers(operation: Operation, pack: string, wanted: readonly PackSupplier[]): Promise<Iterable<Decision>> {
  const { db, orgId } = operation;
  const plan = planInstall(pack, await readSuppliers(operation), wanted);
  const rows = plan.write.map(({ id, hash, content: { code, name, note } }) => {
    return { org_id: orgId, id, code, name: JSON.stringify(name), note, pack, pack_hash: hash };
  });
  if (rows.length > 0)
    await db
      .insertInto('supplier')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
          ...{ name: eb.ref('excluded.name'), note: eb.ref('excluded.note'), pack_hash: eb.ref('excluded.pack_hash') },
          version: eb('supplier.version', '+', 1),
        })),
      )
      .execute();
  const events = plan.write.map(({ id, decision, content }): EventDraft => {
    const type = decision === 'added' ? 'supplier.created' : 'supplier.changed';
    return { type, entity: { kind: 'supplier', id, label: content.name.zh }, data: { pack } };
  });
  await recordEvents(operation, events);
  return plan.decisions.values();
}

export async function readSuppliers({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<PackSupplier>[]> {
  const { rows } = await sql<StandingRow<PackSupplier>>`
    select id, pack, pack_hash as "packHash", deleted_at is not null as deleted,
      jsonb_build_object('code', code, 'name', name, 'note', note) as content
    from supplier where org_id = ${orgId} order by code`.execute(db);
  return rows;
}
