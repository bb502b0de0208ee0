import { sql } from 'kysely';
import type { RuleOf } from '@zhiheng/contract/findings/rules';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../../platform/operation.ts';
import { grouped } from '../grouped.ts';
import type { SeenFinding, Span } from '../span.ts';

interface Breach {
  readonly caseId: string;
  readonly number: string;
  readonly at: Date;
  readonly serviceId: string | null;
  readonly service: LocalText | null;
}

const day = 86_400_000;
/** A finding shows so many of its cases. */
const mostCases = 20;

/** Missed promises of one service that lie close together. Cases are named by number alone: who may read them sees more. */
export async function findBreaches({ db, orgId }: Operation, rule: RuleOf<'breach'>, span: Span): Promise<SeenFinding[]> {
  const from = new Date(span.from.getTime() - rule.days * day);
  const { rows } = await sql<Breach>`
    select c.id as "caseId", c.number, min(k.breached_at) as at, c.service_id as "serviceId", s.name as service
    from case_clock k
    join service_case c on c.org_id = ${orgId} and c.id = k.case_id
    left join service s on s.org_id = ${orgId} and s.id = c.service_id
    where k.org_id = ${orgId} and k.breached_at >= ${from} and k.breached_at < ${span.to}
    group by c.id, c.number, c.service_id, s.name order by 3, 1`.execute(db);
  const byService = grouped(rows, ({ serviceId }) => serviceId ?? '');
  return [...byService.values()].flatMap((breaches) => clustersOf(breaches, rule).filter(({ at }) => at >= span.from));
}

/** Each breach that completes a cluster shows the cluster; those that lie in it already are evidence once. */
function clustersOf(breaches: readonly Breach[], { least, days }: RuleOf<'breach'>): SeenFinding[] {
  const clusters: Breach[][] = [];
  let last = -1;
  for (const [at, breach] of breaches.entries()) {
    const within = breaches.slice(0, at + 1).filter((other) => breach.at.getTime() - other.at.getTime() < days * day);
    if (within.length < least || at <= last) continue;
    clusters.push(within);
    last = at + least - 1;
  }
  return clusters.map((cluster) => seenOf(cluster, days));
}

function seenOf(cluster: readonly Breach[], days: number): SeenFinding {
  const [first, newest] = [cluster[0], cluster.at(-1)];
  if (first === undefined || newest === undefined) throw new RangeError('a cluster has breaches');
  const { service, serviceId } = newest;
  const named = { zh: service?.zh ?? '未指明服务', en: service?.en ?? 'No service' };
  return {
    ...{ source: 'breach', key: 'cluster', severity: 'medium', at: newest.at },
    slice: { serviceId },
    title: { zh: `${named.zh}：${days}天内多起超时`, en: `${named.en}: several breaches within ${days} days` },
    evidence: cluster.slice(-mostCases).map(({ caseId, number, at }) => ({
      ...{ kind: 'case', entityId: caseId, href: `/app/cases/${caseId}` },
      label: { zh: `${number} ${at.toISOString().slice(0, 10)} 超时`, en: `${number} breached ${at.toISOString().slice(0, 10)}` },
    })),
  };
}
