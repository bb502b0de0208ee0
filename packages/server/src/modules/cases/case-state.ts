import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type {
  CaseStatus,
  CaseType,
  caseChannel,
  complaintCause,
  complaintKind,
  customValue,
  priority,
  severity,
} from '@zhiheng/contract/cases/case';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { visibleTo } from './visible-cases.ts';

/** What a save can change by name. */
export interface CaseFieldValues {
  readonly type: CaseType;
  readonly subject: string;
  readonly description: string;
  readonly priority: z.infer<typeof priority>;
  readonly severity: z.infer<typeof severity> | null;
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly siteId: string | null;
  readonly customerId: string | null;
  readonly segmentId: string | null;
  readonly contractId: string | null;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly supplierId: string | null;
  readonly cause: z.infer<typeof complaintCause> | null;
  readonly complaintKind: z.infer<typeof complaintKind> | null;
  readonly remedy: string;
  readonly tags: readonly string[];
  readonly custom: Readonly<Record<string, z.infer<typeof customValue>>>;
  readonly language: 'zh' | 'en';
}

/** A case as its row stands, held until the transaction ends. */
export interface CaseState extends CaseFieldValues {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly channel: z.infer<typeof caseChannel>;
  readonly restricted: boolean;
  readonly firstContactId: string | null;
  readonly openedAt: Date;
  readonly firstRepliedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reopened: number;
  readonly lastFrom: 'customer' | 'team' | 'supplier' | 'system' | null;
  readonly mergedInto: string | null;
  readonly version: number;
}

const columns = sql`c.id, c.number, c.type, c.subject, c.description, c.status, c.priority, c.severity, c.channel, c.service_id as "serviceId",
  c.category_id as "categoryId", c.site_id as "siteId", c.customer_id as "customerId", c.segment_id as "segmentId", c.contract_id as "contractId",
  c.contact_name as "contactName", c.contact_email as "contactEmail", c.contact_phone as "contactPhone", c.team_id as "teamId",
  c.assignee_id as "assigneeId", c.supplier_id as "supplierId", c.first_contact_id as "firstContactId", c.cause, c.complaint_kind as "complaintKind",
  c.remedy, c.restricted, c.custom, c.tags, c.language, c.opened_at as "openedAt", c.first_replied_at as "firstRepliedAt", c.resolved_at as "resolvedAt",
  c.closed_at as "closedAt", c.reopened, c.last_from as "lastFrom", c.merged_into as "mergedInto", c.version`;

/** Cases that the caller may see, as they stand; `rest` says in which order and how many. */
export async function selectCaseStates(
  { db, orgId, actor }: Operation,
  condition: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<CaseState[]> {
  const { rows } = await sql<CaseState>`
    select ${columns} from service_case c where c.org_id = ${orgId} and ${condition} and ${visibleTo(actor)} ${rest}`.execute(db);
  return rows;
}

/** Cases that the caller may see, in the order of their ids, so that two who lock several do not wait for each other in a circle. */
export const lockCases = (operation: Operation, condition: RawBuilder<unknown>): Promise<CaseState[]> =>
  selectCaseStates(operation, condition, sql`order by c.id for no key update`);

export async function lockCase(operation: Operation, id: string): Promise<CaseState> {
  const [state] = await lockCases(operation, sql`c.id = ${id}`);
  if (state === undefined) throw notFound('case');
  return state;
}
