import { sql } from 'kysely';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { rowOf, type CustomerFields } from './customer-row.ts';
import { placeInSegments } from './place-in-segments.ts';

/** A customer to be written; `id` null for one that is not there yet. */
export interface WrittenCustomer {
  readonly id: string | null;
  readonly code: string;
  readonly fields: CustomerFields;
}

/** Writes many customers at once, in one statement for those that are new and those that change. */
export async function writeCustomers(operation: Operation, customers: readonly WrittenCustomer[], demo = false): Promise<void> {
  const { db, orgId, now } = operation;
  const rows = customers.map(({ id, code, fields }) => ({
    ...{ id: id ?? newId(), code, segment_id: fields.segmentId },
    ...{ ...rowOf(fields), attributes: fields.attributes, contacts: fields.contacts },
  }));
  await sql`
    insert into customer as c (org_id, id, code, kind, name, email, phone, address, language, segment_id, segment_by, annual_value, since,
      attributes, contacts, note, demo, updated_at)
    select ${orgId}, r.id, r.code, r.kind, r.name, r.email, r.phone, r.address, r.language, r.segment_id,
      case when r.segment_id is not null then 'hand' end, r.annual_value, r.since, r.attributes, r.contacts, r.note, ${demo}::boolean, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, code text, kind text, name text, email text, phone text,
      address text, language text, segment_id uuid, annual_value float8, since date, attributes jsonb, contacts jsonb, note text)
    on conflict (org_id, id) do update set kind = excluded.kind, name = excluded.name, email = excluded.email, phone = excluded.phone,
      address = excluded.address, language = excluded.language, segment_id = excluded.segment_id, segment_by = excluded.segment_by,
      annual_value = excluded.annual_value, since = excluded.since, attributes = excluded.attributes, contacts = excluded.contacts,
      note = excluded.note, updated_at = excluded.updated_at, version = c.version + 1`.execute(db);
  await placeInSegments(
    operation,
    rows.map(({ id }) => id),
  );
}
