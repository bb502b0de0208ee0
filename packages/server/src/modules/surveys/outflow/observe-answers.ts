import { sql, type RawBuilder } from 'kysely';
import type { Outflow } from '@zhiheng/contract/surveys/surveys';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import {
  loadIndicators,
  replaceObservations,
  retractObservations,
  type CountedObservation,
  type IndicatorRecord,
} from '../../measurement/index.ts';
import { storedScore } from './score-observations.rules.ts';

/** Under this source stands what flows out of single answers; the record key is the id of the answer. */
const answerSource = 'surveys';
const batchSize = 2_000;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Scored {
  readonly id: string;
  readonly at: Date;
  readonly counts: boolean;
  readonly scores: Readonly<Record<string, number>>;
  readonly outflows: readonly Outflow[];
  readonly service: string | null;
  readonly team: string | null;
  readonly site: string | null;
  readonly segment: string | null;
}

/** Lets the observations of answers `r` say what their scores say now. Returns how many it wrote or took back. */
export async function observeAnswers(operation: Operation, condition: RawBuilder<unknown>): Promise<number> {
  let changed = 0;
  for (let after: string | undefined = firstId; after !== undefined;) {
    const answers: Scored[] = await readScored(operation, condition, after);
    changed += await observe(operation, answers);
    after = answers.length === batchSize ? answers.at(-1)?.id : undefined;
  }
  return changed;
}

/** Answers count when they are complete and released, unless somebody has excluded them. Those of the demo have the demo's own observations. */
async function readScored({ db, orgId }: Operation, condition: RawBuilder<unknown>, after: string): Promise<Scored[]> {
  const { rows } = await sql<Scored>`
    select r.id, case when s.anonymous then r.released_at else r.at end as at, r.state = 'complete' and r.verdict <> 'excluded' as counts, r.scores,
      s.settings -> 'outflows' as outflows, r.service_id as service, r.team_id as team, r.site_id as site, r.segment_id as segment
    from survey_response r join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    where r.org_id = ${orgId} and r.id > ${after}::uuid and r.released_at is not null and not r.demo and s.settings -> 'outflows' <> '[]' and ${condition}
    order by r.id limit ${batchSize}`.execute(db);
  return rows;
}

async function observe(operation: Operation, answers: readonly Scored[]): Promise<number> {
  if (answers.length === 0) return 0;
  const indicators = new Map((await loadIndicators(operation)).map((indicator) => [indicator.id, indicator]));
  const keys = answers.map(({ id }) => id);
  const first = new Date(Math.min(...answers.map(({ at }) => at.getTime())));
  return replaceObservations(operation, {
    source: answerSource,
    standing: sql`o.record_key = any(${keys}::text[]) and o.at >= ${first}`,
    by: answers.flatMap((answer) => observationsOf(answer, indicators)),
  });
}

/** An indicator takes one score of an answer: of several that flow into it, the first. */
function observationsOf({ id, at, counts, scores, outflows, ...units }: Scored, indicators: ReadonlyMap<string, IndicatorRecord>) {
  if (!counts) return [];
  const { service, team, site, segment } = units;
  const byIndicator = new Map<string, CountedObservation>();
  for (const outflow of outflows) {
    const indicator = indicators.get(outflow.indicatorId);
    const value = indicator === undefined ? null : storedScore(scores, outflow, indicator);
    if (indicator === undefined || value === null || byIndicator.has(indicator.id)) continue;
    byIndicator.set(indicator.id, {
      ...{ key: id, indicatorId: indicator.id, subject: { service, team, site, segment }, at: at.getTime(), value, n: 1 },
    });
  }
  return [...byIndicator.values()];
}

/** Takes back what indicators say of answers that go. */
export const retractAnswers = (operation: Operation, ids: readonly string[]): Promise<number> =>
  retractObservations(operation, answerSource, ids);

/** Counts everything anew that indicators say of answers; where it is as it should be, nothing is written. */
export const rebuildAnswerObservations = (root: Db, orgId: string, now = new Date()): Promise<number> =>
  inOrganisation(root, orgId, (db) => observeAnswers({ db, orgId, actor: systemActor, now }, sql`true`));
