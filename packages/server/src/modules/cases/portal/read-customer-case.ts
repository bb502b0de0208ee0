import { sql, type RawBuilder } from 'kysely';
import type { CaseStatus, CaseType } from '@zhiheng/contract/cases/case';
import type { CustomerCase } from '@zhiheng/contract/cases/portal';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { confirmationOf } from '../read-case.ts';
import { readFollowUps } from '../read-follow-ups.ts';
import { isLooped } from '../status.rules.ts';
import { customerStateOf, promisesOf, type PromisedClock } from './promises.rules.ts';

interface Row extends Pick<CustomerCase, 'number' | 'organisation' | 'timeZone' | 'subject' | 'description' | 'serviceName' | 'rating'> {
  readonly type: CaseType;
  readonly status: CaseStatus;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
  /** not just now: asking again at once would tell nothing */
  readonly ratedBefore: boolean;
}

/** A case for whoever holds its private link. */
export async function readCustomerCase(operation: Operation, caseId: string): Promise<CustomerCase> {
  const { status, openedAt, resolvedAt, ratedBefore, ...row } = await readRow(operation, caseId);
  const clocks = await readPromisedClocks(operation, caseId);
  const confirmed = confirmationOf(await readFollowUps(operation, caseId), resolvedAt) === 'solved';
  return {
    ...row,
    openedAt: openedAt.toISOString(),
    state: customerStateOf(status),
    promises: promisesOf(clocks, operation.now),
    entries: await readPublicEntries(operation, publicThread(caseId)),
    may: mayDo({ type: row.type, status, rated: row.rating !== null, ratedBefore, confirmed }),
    confirmed,
  };
}

const over: ReadonlySet<CaseStatus> = new Set(['closed', 'cancelled']);

interface Standing {
  readonly type: CaseType;
  readonly status: CaseStatus;
  readonly rated: boolean;
  readonly ratedBefore: boolean;
  readonly confirmed: boolean;
}

function mayDo({ type, status, rated, ratedBefore, confirmed }: Standing): CustomerCase['may'] {
  const solved = status === 'resolved' || status === 'following-up';
  const confirm = solved && !confirmed;
  return {
    write: !over.has(status),
    confirm,
    rate: (solved || status === 'closed') && !rated,
    rateAgain: confirm && ratedBefore && isLooped(type),
  };
}

async function readRow({ db, orgId, now }: Operation, caseId: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select c.number, o.name as organisation, o.time_zone as "timeZone", c.type, c.status, c.subject, c.description, s.name as "serviceName",
      c.opened_at as "openedAt", c.resolved_at as "resolvedAt",
      case when r.value is not null then jsonb_build_object('value', r.value, 'comment', r.comment) end as rating,
      coalesce(r.at < ${now}::timestamptz - interval '1 day', false) as "ratedBefore"
    from service_case c join organisation o on o.org_id = c.org_id
    left join service s on s.org_id = ${orgId} and s.id = c.service_id
    left join case_rating r on r.org_id = ${orgId} and r.case_id = c.id and r.resolution = c.reopened + 1
    where c.org_id = ${orgId} and c.id = ${caseId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('case_link');
  return row;
}

/** Only what was promised to the customer: what teams and suppliers promised the house is not shown. */
async function readPromisedClocks({ db, orgId }: Operation, caseId: string): Promise<PromisedClock[]> {
  const { rows } = await sql<PromisedClock>`
    select k.target, k.cycle, k.state, k.due_at as "dueAt", k.breached_at as "breachedAt", k.ended_at as "endedAt"
    from case_clock k join agreement a on a.org_id = ${orgId} and a.id = k.agreement_id and a.kind = 'sla'
    where k.org_id = ${orgId} and k.case_id = ${caseId}`.execute(db);
  return rows;
}

/**
 * Entries of `e` that the customer of a case may see: answers of the house and what the customer wrote. What came from a merged case is
 * another customer's, and stays visible by the link of that one.
 */
export const publicThread = (caseId: string): RawBuilder<unknown> => sql`
  (e.kind = 'reply' or e.kind = 'message' and e.author_kind = 'customer')
  and (e.case_id = ${caseId} and e.from_case is null or e.from_case = ${caseId})`;

type Entry = CustomerCase['entries'][number];

async function readPublicEntries({ db, orgId }: Operation, thread: RawBuilder<unknown>): Promise<Entry[]> {
  const { rows } = await sql<Omit<Entry, 'at'> & { readonly at: Date }>`
    select e.id, e.at, case e.kind when 'reply' then 'us' else 'you' end as from, e.body, coalesce(f.files, '[]') as attachments
    from case_entry e
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'name', f.name, 'size', f.size) order by x.created_at, x.id) as files
      from case_attachment x join file f on f.org_id = ${orgId} and f.id = x.file_id
      where x.org_id = ${orgId} and x.case_id = e.case_id and x.entry_id = e.id
    ) f on true
    where e.org_id = ${orgId} and ${thread} order by e.at, e.id`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
