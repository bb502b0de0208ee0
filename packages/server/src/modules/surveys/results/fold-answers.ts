import { sql } from 'kysely';
import type { Form } from '@zhiheng/forms/definition';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation, type Tx } from '../../../platform/database/in-organisation.ts';
import { answerColumns, isCounted, scalesOf, type StoredAnswer } from './stored-answer.ts';
import { planOf, sumLayout, type SumPlan } from './sums/sum-plan.rules.ts';
import { Tally } from './tally.rules.ts';
import { addToStored } from './write-sums.ts';

interface Place {
  readonly db: Tx;
  readonly orgId: string;
}

/** Up to where answers are in the sums, and with which zone their months were told. */
interface Fold {
  readonly upto: string;
  readonly zone: string;
}

const nothing = '0';

/** Folds what is committed into the sums, in every organisation. Several processes may do so at the same time. */
export async function foldAnswers(root: Db, { most = 20_000 }: { readonly most?: number } = {}): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_to_fold() as "orgId"`.execute(root);
  for (const { orgId } of rows) while (await inOrganisation(root, orgId, (db) => foldBatch({ db, orgId }, most)));
}

/** Makes the sums of one organisation again from its answers. */
export async function rebuildSurveySums(root: Db, orgId: string): Promise<void> {
  await inOrganisation(root, orgId, (db) => sql`update survey_fold set upto = ${nothing}::xid8 where org_id = ${orgId}`.execute(db));
  while (await inOrganisation(root, orgId, (db) => foldBatch({ db, orgId }, 20_000)));
}

/** Folds a batch in one transaction; true when more may wait. */
async function foldBatch(place: Place, most: number): Promise<boolean> {
  const { db, orgId } = place;
  const { upto, zone } = await lockFold(place);
  if (upto === nothing) await sql`delete from survey_sum where org_id = ${orgId}`.execute(db);
  const { rows: ends } = await sql<{ end: string }>`select end_of_fold(${upto}::xid8, ${most}::int4)::text as end`.execute(db);
  const end = ends[0]?.end ?? upto;
  const { rows } = await sql<StoredAnswer & { surveyId: string }>`
    select r.survey_id as "surveyId", ${answerColumns(sql`${zone}::text`)} from answers_between(${upto}::xid8, ${end}::xid8) r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id where ${isCounted}`.execute(db);
  for (const { surveyId, tally } of await tallyAnswers(place, rows)) await addToStored(place, { surveyId, rows: tally.rows() });
  await sql`update survey_fold set upto = ${end}::xid8, folded_at = now() where org_id = ${orgId}`.execute(db);
  return rows.length >= most;
}

/** One folder at a time, and no correction meanwhile. Sums of another zone or layout count no more. */
export async function lockFold({ db, orgId }: Place): Promise<Fold> {
  await sql`insert into survey_fold (org_id, zone, layout, folded_at) select org_id, time_zone, ${sumLayout}::int4, now() from organisation
    where org_id = ${orgId} on conflict (org_id) do nothing`.execute(db);
  const { rows } = await sql<Fold>`
    select f.upto::text as upto, f.zone from survey_fold f join organisation o on o.org_id = ${orgId}
    where f.org_id = ${orgId} and f.zone = o.time_zone and f.layout = ${sumLayout} for update of f`.execute(db);
  if (rows[0] !== undefined) return rows[0];
  const { rows: renewed } = await sql<Fold>`
    update survey_fold f set upto = ${nothing}::xid8, zone = o.time_zone, layout = ${sumLayout} from organisation o
    where f.org_id = ${orgId} and o.org_id = ${orgId} returning f.upto::text as upto, f.zone`.execute(db);
  if (renewed[0] === undefined) throw new RangeError('no such organisation');
  return renewed[0];
}

/** Answers summed up per survey. */
export async function tallyAnswers(
  place: Place,
  answers: readonly (StoredAnswer & { readonly surveyId: string })[],
): Promise<readonly { readonly surveyId: string; readonly tally: Tally }[]> {
  const plans = await readPlans(place, [...new Set(answers.map(({ versionId }) => versionId))]);
  const tallies = new Map<string, Tally>();
  for (const { surveyId, scales, ...answer } of answers) {
    const plan = plans.get(answer.versionId);
    if (plan === undefined) throw new RangeError(`an answer to version ${answer.versionId}, which is not there`);
    const tally = tallies.get(surveyId) ?? new Tally();
    tallies.set(surveyId, tally);
    tally.add(plan, { ...answer, answers: { scales: scalesOf(scales), rest: answer.rest } });
  }
  return [...tallies].map(([surveyId, tally]) => ({ surveyId, tally }));
}

async function readPlans({ db, orgId }: Place, ids: readonly string[]): Promise<ReadonlyMap<string, SumPlan>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; form: Form }>`
    select id, form from survey_version where org_id = ${orgId} and id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, form }) => [id, planOf(form)]));
}
