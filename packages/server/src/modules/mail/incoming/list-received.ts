import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getReceivedMail as oneEndpoint, listReceivedMail as endpoint, ReceivedMail } from '@zhiheng/contract/mail/mail';
import { encodeCursor } from '../../../platform/cursor.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { afterCursor, visibleCase } from '../mail-lists.ts';

interface Row extends Omit<ReceivedMail, 'at'> {
  readonly at: Date;
}

const columns = sql`i.id, i.at, i.sender, i.sender_name as "senderName", i.subject, i.outcome, i.reason, i.case_id as "caseId", c.number as "caseNumber", i.size`;

export async function listReceived(operation: Operation, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<Row>`
    select ${columns} from mail_in i left join service_case c on c.org_id = ${orgId} and c.id = i.case_id
    where i.org_id = ${orgId} and ${visibleCase(actor)} and ${query.outcome === undefined ? sql`true` : sql`i.outcome = ${query.outcome}`}
      and ${afterCursor(query.cursor, sql`i.id`)}
    order by i.id desc limit ${query.limit + 1}`.execute(db);
  const { rows: counts } = await sql<{ n: number }>`
    select count(*)::int4 as n from mail_in where org_id = ${orgId} and outcome = 'quarantined'`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
    quarantined: counts[0]?.n ?? 0,
  };
}

export async function getReceived(operation: Operation, { params }: Parsed<typeof oneEndpoint>): Promise<Reply<typeof oneEndpoint>> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<Row & { text: string; hasRaw: boolean }>`
    select ${columns}, i.text, i.file_id is not null as "hasRaw" from mail_in i left join service_case c on c.org_id = ${orgId} and c.id = i.case_id
    where i.org_id = ${orgId} and i.id = ${params.id} and ${visibleCase(actor)}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('mail');
  return { ...row, at: row.at.toISOString() };
}
