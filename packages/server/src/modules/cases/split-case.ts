import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { splitCase as endpoint } from '@zhiheng/contract/cases/cases';
import { invalidField } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { lockCase } from './case-state.ts';
import { checkedFields } from './update-case.ts';
import { emptyDraft, openCase } from './open-case.ts';
import { readCase } from './read-case.ts';

/** Opens a case from entries of another one: they move, customer and contact come along, and both name each other. */
export async function splitCase(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<ServiceCase> {
  const from = await lockCase(call, params.id);
  await checkedFields(call, from, {});
  const entries = await wantedEntries(call, params.id, body.entryIds);
  const { type, priority, channel, serviceId, customerId, contractId, contactName, contactEmail, contactPhone, teamId, language } = from;
  const opened = await openCase(call, {
    ...emptyDraft,
    ...{ type, priority, channel, serviceId, customerId, contractId, contactName, contactEmail, contactPhone, teamId, language },
    subject: body.subject,
    description: entries
      .map((entry) => entry.body)
      .join('\n\n')
      .slice(0, 20_000),
    openedAt: call.now,
  });
  await moveEntries(call, { from: params.id, to: opened.id, ids: entries.map(({ id }) => id) });
  const link = { org_id: call.orgId, case_id: opened.id, other_id: from.id, kind: 'split-from' };
  await call.db.insertInto('case_link').values(link).execute();
  const entity = { kind: 'case', id: from.id, label: from.number };
  await recordEvent(call, { type: 'case.split', entity, data: { into: opened.id, number: opened.number, entries: entries.length } });
  return readCase(call, sql`c.id = ${opened.id}`);
}

interface Entry {
  readonly id: string;
  readonly body: string;
}

async function wantedEntries({ db, orgId }: Call, caseId: string, ids: readonly string[]): Promise<Entry[]> {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<Entry>`select id, body from case_entry
    where org_id = ${orgId} and case_id = ${caseId} and id = any(${wanted}::uuid[]) and kind <> 'change' order by at, id`.execute(db);
  if (rows.length < wanted.length) throw invalidField('entryIds', 'unknown_entry');
  return rows;
}

interface Move {
  readonly from: string;
  readonly to: string;
  readonly ids: readonly string[];
}

async function moveEntries({ db, orgId, now }: Call, { from, to, ids }: Move): Promise<void> {
  const entries = sql`org_id = ${orgId} and case_id = ${from}`;
  await sql`update case_attachment set case_id = ${to} where ${entries} and entry_id = any(${[...ids]}::uuid[])`.execute(db);
  await sql`update case_entry set case_id = ${to}, from_case = coalesce(from_case, case_id), case_version = 1 where ${entries} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  await sql`update service_case set version = version + 1, updated_at = ${now} where org_id = ${orgId} and id = ${from}`.execute(db);
}
