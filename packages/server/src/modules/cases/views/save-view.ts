import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { CaseView, listCaseViews, saveCaseView as endpoint } from '@zhiheng/contract/cases/views';
import { AppError, notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readView, selectViews } from './select-views.ts';

export const listViews = async (call: Call): Promise<Reply<typeof listCaseViews>> => ({ items: await selectViews(call, sql`true`) });

/** A view belongs to the account that made it: others may use a shared one and not change it. */
export async function saveView(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<CaseView> {
  const { db, orgId, actor } = call;
  if (actor.accountId === null) throw new AppError(403, 'account_needed');
  const { rows } = await sql`
    insert into case_view as v (org_id, id, owner_id, name, filter, sort, shared)
    values (${orgId}, ${params.id}, ${actor.accountId}, ${body.name}, ${JSON.stringify(body.filter)}, ${body.order}, ${body.shared})
    on conflict (org_id, id) do update set name = excluded.name, filter = excluded.filter, sort = excluded.sort, shared = excluded.shared
    where v.owner_id = ${actor.accountId} returning v.id`.execute(db);
  if (rows.length === 0) throw notFound('case_view');
  const entity = { kind: 'case-view', id: params.id, label: body.name };
  await recordEvent(call, { type: 'case-view.saved', entity, data: { shared: body.shared } });
  return readView(call, params.id);
}
