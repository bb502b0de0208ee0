import type { readHotSpots as endpoint } from '@zhiheng/contract/diagnosis/signals';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../../platform/operation.ts';
import { countWeeks, lastWholeWeek } from './count-weeks.ts';
import { judgeSpots } from './hot-spot.rules.ts';

/** As a hot-spot watch has it unless somebody says otherwise. */
const usual = { falseShare: 0.05, least: 5 };
const mostShown = 50;

export async function readHotSpots(
  operation: Operation,
  { query }: Pick<Parsed<typeof endpoint>, 'query'>,
): Promise<Reply<typeof endpoint>> {
  const week = await lastWholeWeek(operation);
  const spots = judgeSpots(await countWeeks(operation, week, query), usual);
  return {
    week,
    tested: spots.filter(({ probability }) => probability !== null).length,
    items: spots.slice(0, mostShown).map(({ history, ...spot }) => ({ ...spot, history: [...history] })),
  };
}
