import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { objectiveHistory as endpoint } from '@zhiheng/contract/monitoring/objectives';
import { sql } from 'kysely';
import { periodStatus, windowAt, type Evidence } from '@zhiheng/sla-clock/objective';
import type { Operation } from '../../../platform/operation.ts';
import { gather, readZone } from './gather.ts';
import { secondsOf, statusOf } from './judge.rules.ts';
import { findObjective } from './objective-rows.ts';
import { readVersions } from './read-objective.ts';

type Month = Reply<typeof endpoint>['items'][number];

/** How an objective stood in each of the last months, each by the version that was in force at its end; the newest first. */
export async function readHistory(operation: Operation, { params, query }: Parsed<typeof endpoint>): Promise<{ items: Month[] }> {
  await findObjective(operation, params.id);
  const zone = await readZone(operation);
  const now = secondsOf(operation.now);
  const versions = await readVersions(operation, params.id);
  const restated = await restatedSpans(operation, params.id);
  const gathered = new Map<number, Evidence>();
  const items: Month[] = [];
  for (let at = now; items.length < query.months;) {
    const within = windowAt({ kind: 'calendar', unit: 'month' }, zone, at);
    const end = Math.min(within.to, now);
    const version = versions.find(({ effectiveFrom }) => secondsOf(effectiveFrom) <= end);
    if (version === undefined) break;
    const known =
      gathered.get(version.version) ??
      (await gather(operation, { objectiveId: params.id, ...version }, { from: now - 400 * 86_400, to: now, zone }));
    gathered.set(version.version, known);
    const month = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(within.from * 1000).slice(0, 7);
    items.push({
      ...{ month, version: version.version, target: version.definition.target, status: statusOf(periodStatus(known, within, now)) },
      restated: restated.some(({ from, to }) => secondsOf(from) < within.to && secondsOf(to) > within.from),
    });
    at = within.from - 1;
  }
  return { items };
}

/** The time that approved exclusions changed a figure over. */
async function restatedSpans({ db, orgId }: Operation, id: string): Promise<{ from: Date; to: Date }[]> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    select distinct e.from_at as "from", e.to_at as "to" from objective_restatement r
    join objective_exclusion e on e.org_id = ${orgId} and e.id = r.exclusion_id
    where r.org_id = ${orgId} and r.objective_id = ${id}`.execute(db);
  return rows;
}
