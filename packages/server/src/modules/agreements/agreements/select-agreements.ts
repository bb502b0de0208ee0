import { sql, type RawBuilder } from 'kysely';
import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

type Scope = Pick<Operation, 'db' | 'orgId' | 'now'>;
interface Row extends Omit<Agreement, 'effectiveFrom' | 'updatedAt'> {
  readonly effectiveFrom: Date | null;
  readonly updatedAt: Date;
}

/**
 * Agreements that are not in the trash, by code. Of the published versions the one is shown that is in force now; before the first is, the one that will be.
 * `condition` speaks of `a`.
 */
export async function selectAgreements({ db, orgId, now }: Scope, condition: RawBuilder<unknown>): Promise<Agreement[]> {
  const { rows } = await sql<Row>`
    select a.id, a.code, a.name, a.kind, a.team_id as "teamId", a.supplier_id as "supplierId", coalesce(v.version, 0) as version,
      v.effective_from as "effectiveFrom", v.definition as published, a.draft, a.revision, a.updated_at as "updatedAt",
      (select count(distinct k.case_id)::int from case_clock k where k.org_id = ${orgId} and k.agreement_id = a.id and k.ended_at is null) as "openCases"
    from agreement a
    left join lateral (
      select v.version, v.effective_from, v.definition from agreement_version v where v.org_id = ${orgId} and v.agreement_id = a.id
      order by v.effective_from <= ${now} desc,
        case when v.effective_from <= ${now} then v.effective_from end desc, v.effective_from, v.version desc limit 1
    ) v on true
    where a.org_id = ${orgId} and a.deleted_at is null and ${condition}
    order by a.code`.execute(db);
  return rows.map(({ effectiveFrom, updatedAt, ...row }) => ({
    ...row,
    effectiveFrom: effectiveFrom?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  }));
}

export async function readAgreement(scope: Scope, id: string): Promise<Agreement> {
  const [agreement] = await selectAgreements(scope, sql`a.id = ${id}`);
  if (agreement === undefined) throw notFound('agreement');
  return agreement;
}

/** Holds an agreement that is not in the trash until the transaction ends. */
export async function lockAgreement(scope: Scope, id: string): Promise<Agreement> {
  await sql`select from agreement where org_id = ${scope.orgId} and id = ${id} for no key update`.execute(scope.db);
  return readAgreement(scope, id);
}
