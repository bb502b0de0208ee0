import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import { listTmfObjectives, type listTmfViolations } from '@zhiheng/contract/open-data/tmf';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Call } from '../../../platform/operation.ts';
import { visibleTo } from '../../cases/index.ts';
import { pageOf, saysTotal } from './paging.ts';

interface Objective {
  readonly id: string;
  readonly name: LocalText;
  readonly definition: ObjectiveDefinition;
  readonly effectiveFrom: Date;
  readonly retiredAt: Date | null;
  readonly serviceName: LocalText | null;
  readonly total: number;
}

/** Published objectives. */
export async function listObjectives(call: Call, { query }: Parsed<typeof listTmfObjectives>): Promise<Reply<typeof listTmfObjectives>> {
  const { db, orgId } = call;
  const { rows } = await sql<Objective>`
    select o.id, o.name, v.definition, v.effective_from as "effectiveFrom", o.retired_at as "retiredAt", s.name as "serviceName", count(*) over ()::int4 as total
    from objective o join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = o.version
    left join service s on s.org_id = ${orgId} and s.id = (v.definition ->> 'serviceId')::uuid
    where o.org_id = ${orgId} order by o.code ${pageOf(query)}`.execute(db);
  saysTotal(call, rows);
  return rows.map(({ id, name, definition, effectiveFrom, retiredAt, serviceName }) => ({
    ...{ id, href: `${listTmfObjectives.path}/${id}`, name: name.en, '@type': 'ServiceLevelObjective' as const },
    ...{ conformanceTarget: String(Number((definition.target * 100).toFixed(6))), conformanceComparator: '>=' as const },
    conformancePeriod: { amount: definition.window.kind === 'rolling' ? definition.window.count : 1, units: definition.window.unit },
    validFor: { startDateTime: effectiveFrom.toISOString(), endDateTime: retiredAt?.toISOString() ?? null },
    relatedEntity: [{ id: definition.serviceId, name: serviceName?.en ?? '', '@referredType': 'Service' }],
  }));
}

interface Violation {
  readonly caseId: string;
  readonly number: string;
  readonly target: string;
  readonly cycle: number;
  readonly agreementId: string;
  readonly agreementName: LocalText;
  readonly at: Date;
  readonly goal: number;
  readonly used: number;
  readonly total: number;
}

/** Promises of agreements that were broken, of cases that the caller may see. */
export async function listViolations(call: Call, { query }: Parsed<typeof listTmfViolations>): Promise<Reply<typeof listTmfViolations>> {
  const { db, orgId, actor } = call;
  const [from, to] = [query['date.gte'], query['date.lt']];
  const { rows } = await sql<Violation>`
    select c.id as "caseId", c.number, k.target, k.cycle, a.id as "agreementId", a.name as "agreementName", k.breached_at as at,
      k.goal_seconds as goal, k.used_seconds as used, count(*) over ()::int4 as total
    from case_clock k join service_case c on c.org_id = ${orgId} and c.id = k.case_id join agreement a on a.org_id = ${orgId} and a.id = k.agreement_id
    where k.org_id = ${orgId} and k.breached_at is not null and ${visibleTo(actor)}
      and ${from === undefined ? sql`true` : sql`k.breached_at >= ${from}::timestamptz`} and ${to === undefined ? sql`true` : sql`k.breached_at < ${to}::timestamptz`}
    order by k.breached_at desc, c.id, k.target, k.cycle ${pageOf(query)}`.execute(db);
  saysTotal(call, rows);
  return rows.map(({ caseId, number, target, cycle, agreementId, agreementName, at, goal, used }) => ({
    ...{
      id: `${caseId}-${agreementId}-${target}-${cycle}`,
      href: `/api/v1/tmf657/slaViolation/${caseId}-${agreementId}-${target}-${cycle}`,
    },
    ...{ date: at.toISOString(), '@type': 'SlaViolation' as const },
    sla: { id: agreementId, name: agreementName.en, '@referredType': 'ServiceLevelAgreement' },
    rule: { metric: target, unit: 'second' as const, referenceValue: String(goal), operator: '<=' as const },
    violation: { measuredValue: String(used), comment: `business seconds used at the last count, cycle ${cycle}` },
    relatedEntity: [{ id: caseId, name: number, '@referredType': 'TroubleTicket' }],
  }));
}
