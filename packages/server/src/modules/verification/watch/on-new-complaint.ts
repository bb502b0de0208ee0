import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import type { Subscriber } from '../../../platform/events/subscriber.ts';
import { readRecord } from '../read-verification.ts';
import { reopenVerification } from './reopen-verification.ts';
import { resembles } from './resembles.rules.ts';

interface Complaint {
  readonly id: string;
  readonly text: string;
  readonly serviceId: string | null;
}

interface Closed {
  readonly id: string;
  /** the same in both languages; a complaint comes in one of them */
  readonly zh: string;
  readonly en: string;
  readonly serviceId: string | null;
}

/** Closed for longer than this, a matter that comes back is a new one. */
const watchedMonths = 24;

/** A new complaint about a cause that was thought to be removed reopens the verification that said so. */
export const complaintSubscriber: Subscriber = {
  name: 'verification-complaints',
  types: ['case.opened'],
  async handle(operation, events) {
    const complaints = await readComplaints(
      operation,
      events.map(({ entityId }) => entityId),
    );
    if (complaints.length === 0) return;
    for (const closed of await readClosed(operation)) {
      const alike = complaints.find((one) => sameService(one, closed) && [closed.zh, closed.en].some((text) => resembles(one.text, text)));
      if (alike === undefined) continue;
      await reopenVerification(operation, await readRecord(operation, closed.id), { reason: 'complaint', caseId: alike.id });
    }
  },
};

const sameService = (a: Complaint, b: Closed): boolean => a.serviceId === null || b.serviceId === null || a.serviceId === b.serviceId;

async function readComplaints({ db, orgId }: Operation, ids: readonly string[]): Promise<Complaint[]> {
  const { rows } = await sql<Complaint>`
    select id, subject || ' ' || coalesce(description, '') as text, service_id as "serviceId" from service_case
    where org_id = ${orgId} and id = any(${ids}::uuid[]) and type in ('complaint', 'adverse-event')`.execute(db);
  return rows;
}

/** The words of what was closed: of the findings of the project, or its title where it has none. */
async function readClosed({ db, orgId, now }: Operation): Promise<Closed[]> {
  const { rows } = await sql<Closed>`
    select v.id, coalesce(string_agg(f.title ->> 'zh' || ' ' || (f.description ->> 'zh'), ' '), p.title) as zh,
      coalesce(string_agg(f.title ->> 'en' || ' ' || (f.description ->> 'en'), ' '), p.title) as en,
      (v.plan::jsonb #>> '{input,slice,serviceId}')::uuid as "serviceId"
    from verification v
    join improvement_project p on p.org_id = ${orgId} and p.id = v.project_id and p.deleted_at is null
    left join improvement_finding l on l.org_id = ${orgId} and l.project_id = p.id
    left join finding f on f.org_id = ${orgId} and f.id = l.finding_id
    where v.org_id = ${orgId} and v.verdict = 'effective' and v.decided_at > ${now}::timestamptz - make_interval(months => ${watchedMonths}::int)
      and v.withdrawn_at is null and v.reopened_at is null
    group by v.id, p.title, v.plan`.execute(db);
  return rows;
}
