import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { listSentMail as endpoint, SentMail } from '@zhiheng/contract/mail/mail';
import { encodeCursor } from '../../platform/cursor.ts';
import type { Operation } from '../../platform/operation.ts';
import { afterCursor, visibleCase } from './mail-lists.ts';

interface Row extends Omit<SentMail, 'createdAt' | 'sentAt' | 'nextAt'> {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly nextAt: Date | null;
}

export async function listSent(operation: Operation, { query }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const { db, orgId, actor } = operation;
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.state, o.recipient, o.subject, o.case_id as "caseId", c.number as "caseNumber", o.created_at as "createdAt", o.sent_at as "sentAt",
      case when o.state = 'waiting' then o.next_at end as "nextAt", o.attempts, o.reason as failure, coalesce(o.detail, '') as detail
    from mail_out o left join service_case c on c.org_id = ${orgId} and c.id = o.case_id
    where o.org_id = ${orgId} and ${visibleCase(actor)} and ${query.state === undefined ? sql`true` : sql`o.state = ${query.state}`}
      and ${afterCursor(query.cursor, sql`o.id`)}
    order by o.id desc limit ${query.limit + 1}`.execute(db);
  const { rows: counts } = await sql<{ waiting: number; failed: number }>`
    select count(*) filter (where state = 'waiting')::int4 as waiting, count(*) filter (where state = 'failed')::int4 as failed
    from mail_out where org_id = ${orgId} and state in ('waiting', 'failed')`.execute(db);
  const last = rows.at(query.limit - 1);
  return {
    items: rows.slice(0, query.limit).map(shown),
    next: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
    ...{ waiting: counts[0]?.waiting ?? 0, failed: counts[0]?.failed ?? 0 },
  };
}

const shown = (row: Row): SentMail => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
  nextAt: row.nextAt?.toISOString() ?? null,
});
