import type { AssignmentRule } from '@zhiheng/contract/cases/assignment';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { sql, type RawBuilder } from 'kysely';
import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { revisionOf, type Revision } from '../agreements/index.ts';
import { fieldsOf } from './fields/select-fields.ts';
import type { CaseDraft } from './open-case.ts';

type Scope = Pick<Operation, 'db' | 'orgId'>;

/** A draft with everything that category, service and customer add to it. */
export interface CompletedDraft extends CaseDraft {
  readonly segmentId: string | null;
  readonly house: House;
}

/** What the organisation says of every new case: read with the rest, so that a case costs no question more. */
interface House extends Revision {
  readonly assignmentRules: readonly AssignmentRule[];
  readonly fields: readonly CaseField[];
}

const customerColumns =
  'customer.segment_id as "segmentId", customer.name as "contactName", customer.email as "contactEmail", customer.phone as "contactPhone"';

/** What a draft may name, as refusals call it, and what is asked of it beside whether it is there. */
const references = [
  { field: 'customerId', what: 'customer', table: 'customer', columns: [customerColumns] },
  { field: 'serviceId', what: 'service', table: 'service', columns: ['service.team_id as "serviceTeam"'] },
  { field: 'categoryId', what: 'category', table: 'case_category', columns: ['category.team_id as "categoryTeam"'] },
  { field: 'teamId', what: 'team', table: 'team', columns: [] },
  { field: 'assigneeId', what: 'account', table: 'account', columns: [] },
  { field: 'siteId', what: 'site', table: 'site', columns: [] },
  { field: 'supplierId', what: 'supplier', table: 'supplier', columns: [] },
  { field: 'contractId', what: 'contract', table: 'service_contract', columns: [] },
] as const;

type Reference = (typeof references)[number];
export type References = Pick<CaseDraft, Reference['field']>;

type Known = 'segmentId' | 'contactName' | 'contactEmail' | 'contactPhone' | 'serviceTeam' | 'categoryTeam' | 'contractInForce';
/** Of what was named: null where it is not there, or says nothing. */
type Found = Partial<Record<Reference['what'] | Known, string | null>>;

/** Looks up everything that the draft names in one statement, refuses what is not there, and fills in what is known better: team, segment, contract, contact. */
export async function completeDraft(scope: Scope, draft: CaseDraft): Promise<CompletedDraft> {
  const { house, ...found } = await lookUp<Found & { readonly house: House }>(scope, draft, houseOf(scope.orgId));
  refuseMissing(draft, found);
  return {
    ...draft,
    teamId: draft.teamId ?? found.categoryTeam ?? found.serviceTeam ?? null,
    segmentId: found.segmentId ?? null,
    house,
    contractId: draft.contractId ?? found.contractInForce ?? null,
    ...contactOf(draft, found),
  };
}

const contactOf = (draft: CaseDraft, found: Found) => ({
  contactName: draft.contactName || (found.contactName ?? ''),
  contactEmail: draft.contactEmail || (found.contactEmail ?? ''),
  contactPhone: draft.contactPhone || (found.contactPhone ?? ''),
});

/** Refuses what a change newly names and is not there; what stays as it was is not asked again. Returns the segment of the customer. */
export async function checkReferences(scope: Scope, named: References): Promise<{ segmentId: string | null }> {
  const found = await lookUp<Found>(scope, named, { name: 'check-references', columns: [], from: sql`(select) nothing` });
  refuseMissing(named, found);
  return { segmentId: found.segmentId ?? null };
}

function refuseMissing(named: References, found: Found): void {
  const missing = references.filter(({ field, what }) => named[field] !== null && found[what] === null);
  if (missing.length > 0) throw invalid(missing.map(({ field, what }) => ({ path: field, code: `unknown_${what}` })));
}

interface Question {
  readonly name: string;
  readonly columns: readonly RawBuilder<unknown>[];
  /** one row, beside which everything named is looked up */
  readonly from: RawBuilder<unknown>;
}

const houseOf = (orgId: string): Question => ({
  name: 'look-up-case',
  columns: [
    sql`jsonb_build_object('revision', r.revision, 'zone', r.zone, 'assignmentRules', coalesce(ar.rules, '[]'),
      'fields', (select coalesce(jsonb_agg(f), '[]') from (${fieldsOf(orgId)}) f)) as house`,
  ],
  from: sql`(${revisionOf(orgId)}) r left join assignment_rules ar on ar.org_id = ${orgId}`,
});

/** A table that nobody named is not joined, so each statement has few enough that its plan is made once per connection; what it names stands in its own name. */
async function lookUp<T>({ db, orgId }: Scope, named: References, { name, columns, from }: Question): Promise<T> {
  const asked = references.filter(({ field }) => named[field] !== null);
  const { rows } = await sql<T>`/* ${sql.raw([name, ...asked.map(({ what }) => what)].join('-'))} */
    select ${sql.join([...columns, ...asked.flatMap((reference) => columnsOf(orgId, named, reference))])}
    from ${from} ${sql.join(
      asked.map(({ field, what, table }) => {
        const at = sql.raw(what);
        return sql`left join ${sql.raw(table)} ${at} on ${at}.org_id = ${orgId} and ${at}.id = ${named[field]} and ${at}.deleted_at is null`;
      }),
      sql` `,
    )}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new RangeError('no such organisation');
  return found;
}

const columnsOf = (orgId: string, named: References, { what, columns }: Reference): RawBuilder<unknown>[] => [
  ...[`${what}.id as ${what}`, ...columns].map((column) => sql.raw(column)),
  ...(what === 'customer' ? [contractInForce(orgId, named)] : []),
];

const contractInForce = (orgId: string, { serviceId }: References) => sql`(
  select c.id from service_contract c
  where c.org_id = ${orgId} and c.customer_id = customer.id and c.deleted_at is null and (c.service_ids = '{}' or ${serviceId}::uuid = any(c.service_ids))
    and (select (now() at time zone o.time_zone)::date from organisation o where o.org_id = ${orgId}) between c.valid_from and coalesce(c.valid_to, 'infinity')
  order by c.service_ids = '{}', c.valid_from desc, c.id limit 1) as "contractInForce"`;
