import { sql } from 'kysely';
import type { RuleOf } from '@zhiheng/contract/findings/rules';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../../platform/operation.ts';
import type { SeenFinding, Span } from '../span.ts';

interface Alert {
  readonly id: string;
  readonly objectiveId: string;
  readonly name: LocalText;
  readonly serviceId: string | null;
  readonly severity: 'page' | 'ticket';
  readonly rate: number;
  readonly longRate: number;
  readonly firedAt: Date;
}

/** Error budgets that burned too fast. */
export async function findBudgetBurns({ db, orgId }: Operation, rule: RuleOf<'budget-burn'>, span: Span): Promise<SeenFinding[]> {
  const wanted = rule.severity === 'page' ? ['page'] : ['page', 'ticket'];
  const { rows } = await sql<Alert>`
    select a.id, a.objective_id as "objectiveId", o.name, (v.definition ->> 'serviceId')::uuid as "serviceId", a.severity, a.rate, a.long_rate as "longRate",
      a.fired_at as "firedAt"
    from objective_alert a
    join objective o on o.org_id = ${orgId} and o.id = a.objective_id
    join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = a.version
    where a.org_id = ${orgId} and a.fired_at >= ${span.from} and a.fired_at < ${span.to} and a.severity = any(${wanted}::text[])
    order by a.fired_at, a.id`.execute(db);
  return rows.map(({ id, objectiveId, name, serviceId, severity, longRate, firedAt }) => ({
    ...{ source: 'budget-burn', key: objectiveId, at: firedAt, severity: severity === 'page' ? 'high' : 'medium' },
    slice: { serviceId },
    title: { zh: `${name.zh}：错误预算消耗过快`, en: `${name.en}: error budget burns too fast` },
    evidence: [
      {
        ...{ kind: 'objective-alert', entityId: id, href: `/app/objectives/${objectiveId}` },
        label: { zh: `消耗速率 ${longRate.toFixed(1)} 倍`, en: `burned ${longRate.toFixed(1)} times as fast as sustainable` },
      },
    ],
  }));
}
