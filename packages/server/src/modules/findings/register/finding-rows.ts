import { sql, type RawBuilder } from 'kysely';
import type { Finding, FindingRow } from '@zhiheng/contract/findings/findings';
import type { Operation } from '../../../platform/operation.ts';
import { priorityOf } from '../priority/priority-of.ts';

type Instants = 'firstSeen' | 'lastSeen';

/** A row of the register as it is read. */
export interface FindingRecord extends Omit<FindingRow, Instants> {
  readonly firstSeen: Date;
  readonly lastSeen: Date;
}

/** Columns of `f` as a list shows them. */
export const findingColumns = (orgId: string): RawBuilder<unknown> => sql`
  f.id, f.number, f.title, f.source, f.kind, f.severity, f.state, f.indicator, f.service_id as "serviceId", f.team_id as "teamId",
  f.site_id as "siteId", f.segment_id as "segmentId", s.name as "serviceName", t.name as "teamName", p.name as "siteName", g.name as "segmentName",
  f.first_seen as "firstSeen", f.last_seen as "lastSeen", f.times, f.reopened, f.owner_id as "ownerId", a.name as owner,
  to_char(f.due_on, 'YYYY-MM-DD') as "dueOn", ${isOverdue(orgId)} as overdue, ${priorityOf(orgId)} as priority, f.version`;

export const findingNames = (orgId: string): RawBuilder<unknown> => sql`
  left join service s on s.org_id = ${orgId} and s.id = f.service_id
  left join team t on t.org_id = ${orgId} and t.id = f.team_id
  left join site p on p.org_id = ${orgId} and p.id = f.site_id
  left join segment g on g.org_id = ${orgId} and g.id = f.segment_id
  left join account a on a.org_id = ${orgId} and a.id = f.owner_id`;

/** Its day is over by the clocks of the house, and it is not done. */
export const isOverdue = (orgId: string): RawBuilder<boolean> => sql`
  coalesce(f.state not in ('closed', 'dismissed')
    and f.due_on < (select (now() at time zone o.time_zone)::date from organisation o where o.org_id = ${orgId}), false)`;

export const findingRowOf = ({ firstSeen, lastSeen, ...row }: FindingRecord): FindingRow => ({
  ...row,
  firstSeen: firstSeen.toISOString(),
  lastSeen: lastSeen.toISOString(),
});

/** What a finding is called in the log. */
export const entityOf = ({ id, number, title }: Pick<Finding, 'id' | 'number' | 'title'>) => ({
  kind: 'finding',
  id,
  label: `${number} ${title.zh}`,
});

/** Holds the row until the transaction ends. */
export const lockFinding = async ({ db, orgId }: Operation, id: string): Promise<void> => {
  await sql`select from finding where org_id = ${orgId} and id = ${id} for no key update`.execute(db);
};
