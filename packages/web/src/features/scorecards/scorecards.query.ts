import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { compareScores, listScorecards, readScores, type SliceBy } from '@zhiheng/contract/evaluation/scores';
import type { Reply } from '@zhiheng/contract/endpoint';
import { call } from '../../lib/call.ts';
import { filterIn } from '../subjects/index.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';

export type Scores = Reply<typeof readScores>;
export type ScoreSlices = Reply<typeof compareScores>;

export const scorecardsQuery = queryOptions({ queryKey: ['scorecards'], queryFn: () => call(listScorecards).then(({ items }) => items) });

const askedOf = ({ scorecard, period, ...rest }: ScorecardsSearch) => ({ scorecard, period, ...filterIn(rest) });

export function scoresQuery(search: ScorecardsSearch) {
  const query = askedOf(search);
  return queryOptions({ queryKey: ['scores', query], queryFn: () => call(readScores, { query }), placeholderData: keepPreviousData });
}

export function compareQuery(search: ScorecardsSearch, by: SliceBy) {
  const query = { ...askedOf(search), by };
  return queryOptions({
    queryKey: ['scores', 'compare', query],
    queryFn: () => call(compareScores, { query }),
    placeholderData: keepPreviousData,
  });
}
