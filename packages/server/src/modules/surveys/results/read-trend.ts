import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { getTrend as endpoint } from '@zhiheng/contract/surveys/results';
import type { Operation } from '../../../platform/operation.ts';
import { joinSums } from './joined-sums.rules.ts';
import { readSums } from './read-sums.ts';
import { readScope, scopeOf, shownOf } from './results-scope.ts';
import { headlinesOf } from './sections/headlines.rules.ts';
import { wantedSums, withinFilters } from './wanted-sums.rules.ts';

type Answer = Reply<typeof endpoint>;

/** Every headline month by month; a month without answers is left out. */
export async function readTrend(
  operation: Operation,
  { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>,
): Promise<Answer> {
  const survey = await readScope(operation, params.id);
  const { rows, versions } = await readSums(operation, params.id, wantedSums({ filters: query, by: null, months: 'apart' }));
  const [newest] = versions;
  if (newest === undefined) return { ...scopeOf(survey, { n: 0, cleanN: 0 }, operation.now), series: [] };
  const { plan } = newest;
  const chosen = withinFilters(rows, versions, query);
  const joined = joinSums(chosen, versions, plan);
  const months = [...new Set(chosen.map(({ month }) => month))].sort().filter((month) => month !== '');
  const monthly = months.map((month) => {
    const own = joinSums(
      chosen.filter((row) => row.month === month),
      versions,
      plan,
    );
    const { sums, make } = shownOf(survey, own, query.quality);
    return { month, headlines: headlinesOf({ form: plan.form, sums, make }) };
  });
  const series = (monthly[0]?.headlines ?? []).map(({ figure: _, ...headline }, at) => ({
    ...headline,
    months: monthly.flatMap(({ month, headlines }) => (headlines[at] === undefined ? [] : [{ month, figure: headlines[at].figure }])),
  }));
  return { ...scopeOf(survey, { n: joined.n, cleanN: shownOf(survey, joined, query.quality).cleanN }, operation.now), series };
}
