import type { readScores as endpoint } from '@zhiheng/contract/evaluation/scores';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { choosePeriod } from './choose-period.ts';
import { loadEvaluation } from './load-evaluation.ts';
import { loadMonths } from './load-figures.ts';
import { previousPeriod } from './period.rules.ts';
import { leavesOf, scoreTree } from './score-tree.rules.ts';

type Endpoint = typeof endpoint;

/** The scorecard of one period, from the service quality index down to the figures. */
export async function readScores(operation: Operation, { query }: Pick<Parsed<Endpoint>, 'query'>): Promise<Reply<Endpoint>> {
  const evaluation = await loadEvaluation(operation, query.scorecard);
  const { card, timeZone } = evaluation;
  if (card === null) throw notFound('scorecard');
  const period = await choosePeriod(operation, timeZone, query.period);
  const before = previousPeriod(period);
  const span = { firstMonth: before.firstMonth, lastMonth: period.lastMonth };
  const months = await loadMonths(operation, evaluation, { codes: leavesOf(card.children), months: span, filter: query });
  const root = scoreTree(card, months.figures(period), months.figures(before));
  return { scorecard: card.code, period: period.key, settings: card.settings, root };
}
