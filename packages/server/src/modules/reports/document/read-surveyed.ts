import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { readBreakdown, readResults, readTrend } from '../../surveys/index.ts';
import type { Surveyed } from './evidence.ts';
import type { Frame } from './frame.rules.ts';

/** So many surveys at most, those with most answers in the period first. */
const mostSurveys = 6;

/** What was answered in the period to each survey, as its page of results says it. */
export async function readSurveyed(operation: Operation, { period, scope }: Frame): Promise<Surveyed[]> {
  const { db, orgId } = operation;
  const { rows } = await sql<{ id: string }>`select id from reported_survey where org_id = ${orgId} order by code`.execute(db);
  const within = { from: period.firstMonth, until: period.lastMonth, quality: 'all' as const, ...scope };
  const found: Surveyed[] = [];
  for (const { id } of rows) {
    const results = await readResults(operation, { params: { id }, query: within });
    if (results.n === 0) continue;
    const trend = await readTrend(operation, { params: { id }, query: { quality: 'all', until: period.lastMonth, ...scope } });
    const breakdown = await readBreakdown(operation, { params: { id }, query: { ...within, by: 'site' } });
    found.push({ id, results, trend, breakdown });
  }
  return found.toSorted((a, b) => b.results.n - a.results.n).slice(0, mostSurveys);
}
