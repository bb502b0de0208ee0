import { sql, type RawBuilder } from 'kysely';
import type { CaseRow } from '@zhiheng/contract/cases/case';
import type { Operation } from '../../platform/operation.ts';
import { isMasked, maskName } from '../customers/index.ts';
import { isOpenStatus } from './status.rules.ts';

/** A row as the database gives it. */
export interface CaseRecord extends Omit<CaseRow, 'openedAt' | 'updatedAt' | 'next' | 'customerName' | 'recounting'> {
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly customerName: string | null;
  readonly customerIsPerson: boolean | null;
  readonly contactName: string;
  readonly dueAt: Date | null;
  readonly dueTarget: NonNullable<CaseRow['next']>['target'] | null;
  readonly dueState: NonNullable<CaseRow['next']>['state'] | null;
  /** the publication by which its clocks were counted; null: it has none */
  readonly countedWith: string | null;
}

/** Who asks when, and the publication in force then; without it nothing is said of clocks that wait to be counted again. */
interface RowReader extends Pick<Operation, 'actor' | 'now'> {
  readonly revision?: string;
}

/** Columns of a row of a list; they speak of `c` and of the tables that `caseNames` joins. */
export const caseColumns = sql`c.id, c.number, c.type, c.subject, c.status, c.priority, c.severity, c.channel, c.service_id as "serviceId",
  s.name as "serviceName", c.category_id as "categoryId", k.name as "categoryName", c.customer_id as "customerId", cu.name as "customerName",
  cu.kind = 'person' as "customerIsPerson", c.contact_name as "contactName", c.team_id as "teamId", t.name as "teamName", c.assignee_id as "assigneeId",
  a.name as "assigneeName", c.tags, c.custom, c.opened_at as "openedAt", c.updated_at as "updatedAt", c.last_from as "lastFrom", c.rating, c.due_at as "dueAt",
  c.due_target as "dueTarget", c.due_state as "dueState", c.counted_with as "countedWith", c.version`;

export const caseNames = (orgId: string): RawBuilder<unknown> => sql`
  left join service s on s.org_id = ${orgId} and s.id = c.service_id
  left join case_category k on k.org_id = ${orgId} and k.id = c.category_id
  left join customer cu on cu.org_id = ${orgId} and cu.id = c.customer_id
  left join team t on t.org_id = ${orgId} and t.id = c.team_id
  left join account a on a.org_id = ${orgId} and a.id = c.assignee_id`;

/** The row as it is shown: overdue is read from the time of the question, personal names are masked for those who may not see them. */
export function caseRowOf(record: CaseRecord, { actor, now, revision }: RowReader): CaseRow {
  const { dueAt, dueTarget, dueState, countedWith, customerName, customerIsPerson, contactName, openedAt, updatedAt, ...row } = record;
  const name = customerName ?? contactName;
  const hidden = isMasked(actor) && customerIsPerson !== false;
  return {
    ...row,
    customerName: hidden ? maskName(name) : name,
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    next:
      dueTarget === null || dueState === null
        ? null
        : { target: dueTarget, state: stateNow({ dueAt, state: dueState }, now), dueAt: dueAt?.toISOString() ?? null },
    recounting: isOpenStatus(row.status) && isOutdated(countedWith, revision),
  };
}

const isOutdated = (countedWith: string | null, revision: string | undefined): boolean =>
  revision !== undefined && countedWith !== null && countedWith !== revision;

interface Standing<State> {
  readonly dueAt: Date | null;
  readonly state: State;
}

const standingStill = new Set<string>(['running', 'paused', 'held-by-others', 'excluded']);

/** The state of a stored clock at a moment. */
export const stateNow = <State extends string>({ dueAt, state }: Standing<State>, now: Date): State | 'overdue' =>
  dueAt !== null && dueAt <= now && standingStill.has(state) ? 'overdue' : state;
