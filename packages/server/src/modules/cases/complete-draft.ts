import type { AssignmentRule } from '@zhiheng/contract/cases/assignment';
import { sql } from 'kysely';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import type { CaseDraft } from './open-case.ts';

/** A draft with everything that category, service and customer add to it. */
export interface CompletedDraft extends CaseDraft {
  readonly segmentId: string | null;
  /** read with the rest, so that a case costs no question more */
  readonly assignmentRules: readonly AssignmentRule[];
}

interface Found {
  readonly assignmentRules: readonly AssignmentRule[];
  readonly customer: string | null;
  readonly segmentId: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly service: string | null;
  readonly serviceTeam: string | null;
  readonly category: string | null;
  readonly categoryTeam: string | null;
  readonly team: string | null;
  readonly account: string | null;
  readonly site: string | null;
  readonly supplier: string | null;
  readonly contract: string | null;
  readonly contractInForce: string | null;
}

/** What a draft may name, and whether it is there. */
const references = [
  ['customerId', 'customer'],
  ['serviceId', 'service'],
  ['categoryId', 'category'],
  ['teamId', 'team'],
  ['assigneeId', 'account'],
  ['siteId', 'site'],
  ['supplierId', 'supplier'],
  ['contractId', 'contract'],
] as const satisfies readonly (readonly [keyof CaseDraft, keyof Found])[];

export type References = Pick<CaseDraft, (typeof references)[number][0]>;

/** Looks up everything that the draft names in one statement, refuses what is not there, and fills in what is known better: team, segment, contract, contact. */
export async function completeDraft(scope: Pick<Operation, 'db' | 'orgId'>, draft: CaseDraft): Promise<CompletedDraft> {
  const found = await lookUp(scope, draft);
  refuseMissing(draft, found);
  return {
    ...draft,
    teamId: draft.teamId ?? found.categoryTeam ?? found.serviceTeam,
    segmentId: found.segmentId,
    assignmentRules: found.assignmentRules,
    contractId: draft.contractId ?? found.contractInForce,
    contactName: draft.contactName || (found.contactName ?? ''),
    contactEmail: draft.contactEmail || (found.contactEmail ?? ''),
    contactPhone: draft.contactPhone || (found.contactPhone ?? ''),
  };
}

/** Refuses what a change newly names and is not there; what stays as it was is not asked again. Returns the segment of the customer. */
export async function checkReferences(scope: Pick<Operation, 'db' | 'orgId'>, named: References): Promise<{ segmentId: string | null }> {
  const found = await lookUp(scope, named);
  refuseMissing(named, found);
  return { segmentId: found.segmentId };
}

function refuseMissing(named: References, found: Found): void {
  const missing = references.filter(([field, what]) => named[field] !== null && found[what] === null);
  if (missing.length > 0) throw invalid(missing.map(([field, what]) => ({ path: field, code: `unknown_${what}` })));
}

async function lookUp({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, named: References): Promise<Found> {
  const { rows } = await sql<Found>`/* look-up-case */
    select cu.id as customer, cu.segment_id as "segmentId", cu.name as "contactName", cu.email as "contactEmail", cu.phone as "contactPhone",
      s.id as service, s.team_id as "serviceTeam", k.id as category, k.team_id as "categoryTeam", t.id as team, a.id as account, st.id as site,
      su.id as supplier, co.id as contract, coalesce(ar.rules, '[]') as "assignmentRules",
      case when cu.id is not null then (
        select c.id from service_contract c
        where c.org_id = ${orgId} and c.customer_id = cu.id and c.deleted_at is null and (c.service_ids = '{}' or ${named.serviceId}::uuid = any(c.service_ids))
          and c.valid_from <= current_date and (c.valid_to is null or c.valid_to >= current_date)
        order by c.service_ids = '{}', c.valid_from desc, c.id limit 1) end as "contractInForce"
    from (select 1) one
    left join assignment_rules ar on ar.org_id = ${orgId}
    left join customer cu on cu.org_id = ${orgId} and cu.id = ${named.customerId} and cu.deleted_at is null
    left join service s on s.org_id = ${orgId} and s.id = ${named.serviceId} and s.deleted_at is null
    left join case_category k on k.org_id = ${orgId} and k.id = ${named.categoryId} and k.deleted_at is null
    left join team t on t.org_id = ${orgId} and t.id = ${named.teamId} and t.deleted_at is null
    left join account a on a.org_id = ${orgId} and a.id = ${named.assigneeId} and a.deleted_at is null
    left join site st on st.org_id = ${orgId} and st.id = ${named.siteId} and st.deleted_at is null
    left join supplier su on su.org_id = ${orgId} and su.id = ${named.supplierId} and su.deleted_at is null
    left join service_contract co on co.org_id = ${orgId} and co.id = ${named.contractId} and co.deleted_at is null`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('a row of one was expected');
  return found;
}
