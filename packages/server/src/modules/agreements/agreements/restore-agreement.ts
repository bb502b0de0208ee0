import { sql } from 'kysely';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

interface Back {
  readonly label: string;
  readonly gone: string | null;
}

/** What it counts in and whom it binds must be there: it would promise by something that nobody sees. */
export async function restoreAgreement(operation: Operation, id: string): Promise<void> {
  const { db, orgId } = operation;
  const { rows } = await sql<Back>`
    update agreement a set deleted_at = null, updated_at = ${operation.now} where org_id = ${orgId} and id = ${id} and deleted_at is not null
    returning name ->> 'zh' as label, coalesce(
      (select c.code from business_calendar c where c.org_id = ${orgId} and c.deleted_at is not null and c.id in (
        select v.calendar_id from agreement_version v where v.org_id = ${orgId} and v.agreement_id = a.id) limit 1),
      (select s.code from supplier s where s.org_id = ${orgId} and s.id = a.supplier_id and s.deleted_at is not null),
      (select t.code from team t where t.org_id = ${orgId} and t.id = a.team_id and t.deleted_at is not null)) as gone`.execute(db);
  const [restored] = rows;
  if (restored === undefined) throw notFound('agreement');
  if (restored.gone !== null) throw conflict('restore_first', { what: restored.gone });
  await recordEvent(operation, { type: 'agreement.restored', entity: { kind: 'agreement', id, label: restored.label } });
}
