import type { Attention, Board, readBoard as endpoint } from '@zhiheng/contract/insight/board';
import type { SubjectFilter } from '@zhiheng/contract/measurement/observations';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Operation } from '../../platform/operation.ts';
import { dayOf, defaultPeriod, loadEvaluation, monthsWithData, periodOf, spanOf } from '../evaluation/index.ts';
import { overdueCollections, readExtent, readIntake } from '../measurement/index.ts';
import { attentionOf } from './attention.rules.ts';
import { headlineOf, indexOf, watchedOf } from './course.rules.ts';
import { loadCourse } from './load-course.ts';
import { chooseSlices, type Slices } from './load-slices.ts';
import { asksForAttention, worstSlices } from './ranking.rules.ts';

type Query = Parsed<typeof endpoint>['query'];

const [mostRanked, mostAttention] = [6, 8];

/** The quality board: headline figures, index, ranking and what asks for attention, of one period. */
export async function readBoard(operation: Operation, { query }: { readonly query: Query }): Promise<Board> {
  const evaluation = await loadEvaluation(operation, query.scorecard);
  const { card, timeZone } = evaluation;
  const periods = await monthsWithData(operation, timeZone);
  const period = query.period === undefined ? defaultPeriod(periods, dayOf(operation.now, timeZone)) : periodOf(query.period);
  const scope = await readExtent(operation, { ...spanOf(period, timeZone), filter: query });
  const waiting = await readWaiting(operation);
  const frame = { period: period.key, periods, asOf: waiting.asOf?.toISOString() ?? null, scope };
  if (card === null) return { ...frame, ...withoutScorecard, ...firstOf(attentionOf({ ...nothingWatched, ...waiting })) };
  const course = await loadCourse(operation, evaluation, { period, filter: query });
  const slices = await chooseSlices(operation, evaluation, { codes: card.headline, period, filter: query, by: query.by });
  const attention = attentionOf({
    ...waiting,
    watched: watchedOf(course),
    slices: card.headline.flatMap((code) => slices?.of(code).filter(({ figure }) => asksForAttention(figure)) ?? []),
    whole: isNarrowed(query) ? null : card.name,
    neededN: card.settings.minimum_n,
  });
  return {
    ...frame,
    scorecard: { code: card.code, name: card.name, settings: card.settings },
    headline: headlineOf(course),
    index: indexOf(course, card),
    ranking: slices === null ? null : rankingOf(slices, card.headline, query.by === undefined ? 2 : 1),
    ...firstOf(attention),
  };
}

const withoutScorecard = { scorecard: null, headline: [], index: null, ranking: null };
const nothingWatched = { watched: [], slices: [], whole: null, neededN: 1 };

/** What waits for somebody, whatever the scorecard. */
async function readWaiting(operation: Operation) {
  const intake = await readIntake(operation);
  const overdue = await overdueCollections(operation);
  return {
    quarantine: { rows: intake.quarantined, at: intake.latestQuarantinedAt },
    overdue: overdue.map(({ name, period, dueOn, expected, entered }) => ({ name, period, dueOn, missing: expected - entered })),
    asOf: intake.latestBatchAt,
  };
}

const firstOf = (attention: readonly Attention[]) => ({ attention: attention.slice(0, mostAttention), attentionTotal: attention.length });

const isNarrowed = ({ serviceId, teamId, siteId, segmentId }: SubjectFilter): boolean =>
  [serviceId, teamId, siteId, segmentId].some((id) => id !== undefined);

/** The first headline indicator with enough slices to compare, worst first. */
function rankingOf(slices: Slices, headline: readonly string[], fewest: number): Board['ranking'] {
  const all = headline.map((code) => slices.of(code)).find((found) => found.length >= fewest);
  const [first] = all ?? [];
  if (all === undefined || first === undefined) return null;
  const { indicator, name, unit, target } = first.figure;
  const worst = worstSlices(all, mostRanked).flatMap(({ id, name: slice, figure }) => {
    const { value, n, interval } = figure;
    return value === null ? [] : [{ id, name: slice, value, n, interval, attention: asksForAttention(figure) }];
  });
  return { by: slices.by, indicator, name, unit, target, slices: worst };
}
