import type { compareScores as endpoint } from '@zhiheng/contract/evaluation/scores';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { choosePeriod } from './choose-period.ts';
import { loadEvaluation } from './load-evaluation.ts';
import { loadMonths } from './load-figures.ts';
import { nameSlices } from './name-slices.ts';
import { previousPeriod } from './period.rules.ts';
import { gradeWhenCovered } from './score.rules.ts';
import { leavesOf, scoreIndex } from './score-tree.rules.ts';

type Endpoint = typeof endpoint;

/** Index and headline figures of each service, team, site or segment that has data, by name code. */
export async function compareScores(operation: Operation, { query }: Pick<Parsed<Endpoint>, 'query'>): Promise<Reply<Endpoint>> {
  const evaluation = await loadEvaluation(operation, query.scorecard);
  const { card, timeZone } = evaluation;
  if (card === null) throw notFound('scorecard');
  const period = await choosePeriod(operation, timeZone, query.period);
  const before = previousPeriod(period);
  const codes = [...leavesOf(card.children), ...card.headline];
  const span = { firstMonth: before.firstMonth, lastMonth: period.lastMonth };
  const months = await loadMonths(operation, evaluation, { codes, months: span, filter: query, by: query.by });
  const units = await nameSlices(operation, query.by, months.slices);
  const slices = units.map(({ id, name }) => {
    const [current, previous] = [months.figures(period, id), months.figures(before, id)];
    const { score, coverage } = scoreIndex(card.children, current);
    const grade = gradeWhenCovered(score, coverage, card.settings);
    const figures = card.headline.flatMap((code) => current.figure(code, previous) ?? []);
    return { id, name, score, grade, coverage, previous: scoreIndex(card.children, previous).score, figures };
  });
  return { by: query.by, period: period.key, slices };
}
