import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteCaseView as endpoint } from '@zhiheng/contract/cases/views';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';

export async function deleteView(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { db, orgId, actor } = call;
  const { rows } = await sql<{ name: string }>`
    delete from case_view where org_id = ${orgId} and id = ${params.id} and owner_id = ${actor.accountId}::uuid returning name`.execute(db);
  const [gone] = rows;
  if (gone === undefined) throw notFound('case_view');
  await recordEvent(call, { type: 'case-view.deleted', entity: { kind: 'case-view', id: params.id, label: gone.name } });
  return { ok: true };
}
