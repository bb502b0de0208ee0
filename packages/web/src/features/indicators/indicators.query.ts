import { queryOptions } from '@tanstack/react-query';
import type { Figure, ScoreNode } from '@zhiheng/contract/evaluation/scores';
import { readScores } from '@zhiheng/contract/evaluation/scores';
import { figureRecount, getIndicator, listIndicators } from '@zhiheng/contract/measurement/indicators';
import { call } from '../../lib/call.ts';

/** The whole library: small enough to be filtered where it is shown. */
export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => call(listIndicators, { query: {} }).then(({ items }) => items),
});

export const indicatorQuery = (code: string) =>
  queryOptions({ queryKey: ['indicators', code], queryFn: () => call(getIndicator, { params: { code } }) });

/** Asked again and again while figures are being counted anew. */
export const figureRecountQuery = queryOptions({
  queryKey: ['figure-recounts'],
  queryFn: () => call(figureRecount),
  refetchInterval: (query) => (query.state.data?.running === true ? 1_000 : false),
});

/** The figures of the current period by indicator, from the scorecard in force; who has none sees the library without them. */
export const currentFiguresQuery = queryOptions({
  queryKey: ['scores', 'current-figures'],
  queryFn: async () => {
    const { period, root } = await call(readScores, { query: {} });
    return { period, figures: new Map(figuresIn(root).map((figure) => [figure.indicator, figure])) };
  },
  retry: false,
});

const figuresIn = (node: ScoreNode): Figure[] => [...(node.figure === undefined ? [] : [node.figure]), ...node.children.flatMap(figuresIn)];
