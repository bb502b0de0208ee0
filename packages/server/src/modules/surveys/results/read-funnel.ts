import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getFunnel as endpoint } from '@zhiheng/contract/surveys/results';
import { wilsonInterval } from '@zhiheng/stats/intervals';
import type { Operation } from '../../../platform/operation.ts';
import { importedWay } from './cell.rules.ts';
import { figureMaker } from './figure.rules.ts';
import { joinSums } from './joined-sums.rules.ts';
import { readSums } from './read-sums.ts';
import { readScope, scopeOf, shownOf, type SurveyScope } from './results-scope.ts';
import { wantedSums } from './wanted-sums.rules.ts';

type Answer = Reply<typeof endpoint>;
type Way = Answer['ways'][number];

/** How many were asked and answered, by way, and how many answers carry a flag. */
export async function readFunnel(operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Answer> {
  const survey = await readScope(operation, params.id);
  const { rows, versions } = await readSums(operation, params.id, wantedSums({ filters: {}, by: 'way', months: 'together' }));
  const [newest] = versions;
  const joined = newest === undefined ? null : joinSums(rows, versions, newest.plan);
  const shown = joined === null ? { cleanN: 0 } : shownOf(survey, joined, 'all');
  const answered = new Map<string, number>();
  for (const { cell, n } of rows) answered.set(cell, (answered.get(cell) ?? 0) + n);
  const n = joined?.n ?? 0;
  return {
    ...scopeOf(survey, { n, cleanN: shown.cleanN }, operation.now),
    ways: await readWays(operation, survey, answered),
    screenedOut: await countScreenedOut(operation, survey),
    suspicious: shown.cleanN === null ? 0 : n - shown.cleanN,
    flags: survey.anonymous ? null : await countFlags(operation, survey),
  };
}

async function readWays({ db, orgId }: Operation, { id }: SurveyScope, answered: ReadonlyMap<string, number>): Promise<Way[]> {
  const { rows } = await sql<Omit<Way, 'answered' | 'rate'>>`
    select d.id, d.kind, d.name, count(i.id) filter (where i.state not in ('waiting', 'suppressed'))::int4 as invited,
      count(i.id) filter (where i.state in ('opened', 'answered'))::int4 as opened
    from survey_distribution d left join survey_invitation i on i.org_id = ${orgId} and i.distribution_id = d.id
    where d.org_id = ${orgId} and d.survey_id = ${id} group by d.org_id, d.id order by d.created_at, d.id`.execute(db);
  const make = figureMaker(1);
  const ways = rows.map((way): Way => {
    const count = answered.get(way.id ?? '') ?? 0;
    const most = Math.min(count, way.invited);
    const rate =
      way.invited === 0 ? null : make.of({ n: way.invited, value: most / way.invited, interval: wilsonInterval(most, way.invited) });
    return { ...way, answered: count, rate };
  });
  const imported = answered.get(importedWay) ?? 0;
  if (imported === 0) return ways;
  return [...ways, { id: null, kind: 'import', name: null, invited: 0, opened: 0, answered: imported, rate: null }];
}

async function countScreenedOut({ db, orgId }: Operation, { id }: SurveyScope): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from survey_response where org_id = ${orgId} and survey_id = ${id} and state = 'screened-out'`.execute(db);
  return rows[0]?.n ?? 0;
}

async function countFlags({ db, orgId }: Operation, { id }: SurveyScope) {
  const { rows } = await sql<NonNullable<Answer['flags']>[number]>`
    select flag, count(*)::int4 as n from survey_response r cross join unnest(r.flags) flag
    where r.org_id = ${orgId} and r.survey_id = ${id} and r.flags <> '{}' and r.state = 'complete' group by flag order by n desc, flag`.execute(
    db,
  );
  return rows;
}
