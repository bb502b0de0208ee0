import { sql, type RawBuilder } from 'kysely';
import type { Form } from '@zhiheng/forms/definition';
import type { PackedAnswers } from '@zhiheng/forms/answers';
import type { Operation } from '../../../platform/operation.ts';
import type { Part } from './cell.rules.ts';
import { answerColumns, isCounted, scalesOf } from './stored-answer.ts';
import { decodeSums, planOf, sumLayout, type SumPlan } from './sums/sum-plan.rules.ts';
import { Tally, type SumRow } from './tally.rules.ts';

/** Which sums are wanted: said to the database, and again for answers that are not in the sums yet. */
export interface Wanted {
  readonly condition: RawBuilder<unknown>;
  matches(row: Part & { readonly month: string }): boolean;
}

export interface Version {
  readonly id: string;
  readonly number: number;
  readonly plan: SumPlan;
}

interface ReadSums {
  readonly rows: readonly SumRow[];
  /** newest first */
  readonly versions: readonly Version[];
}

interface Found {
  readonly versionId: string;
  readonly suspicious: boolean;
  readonly month: string;
  readonly scope: SumRow['scope'] | null;
  readonly cell: string | null;
  readonly n: number | null;
  readonly numbers: Buffer | null;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly teamId: string | null;
  readonly segmentId: string | null;
  readonly groups: readonly string[] | null;
  readonly way: string | null;
  readonly scales: string | null;
  readonly rest: PackedAnswers['rest'] | null;
}

/** The sums of a survey, and on top of them the answers that are not folded yet: one statement, so that each is counted once. */
export async function readSums(operation: Operation, surveyId: string, wanted: Wanted): Promise<ReadSums> {
  const { db, orgId } = operation;
  const { rows } = await sql<Found>`
    with fold as (
      select o.time_zone as zone, case when f.zone = o.time_zone and f.layout = ${sumLayout} then f.upto else '0'::xid8 end as upto
      from organisation o left join survey_fold f on f.org_id = ${orgId} where o.org_id = ${orgId}
    )
    select x.version_id as "versionId", null::uuid as "serviceId", null::uuid as "siteId", null::uuid as "teamId", null::uuid as "segmentId",
      null::text[] as groups, null::text as way, x.month, x.suspicious, null::text as scales, null::jsonb as rest, x.scope, x.cell, x.n, x.numbers
    from fold, survey_sum x
    where fold.upto <> '0'::xid8 and x.org_id = ${orgId} and x.survey_id = ${surveyId} and ${wanted.condition}
    union all
    select ${answerColumns(sql`fold.zone`)}, null, null, null, null from fold cross join answers_since(fold.upto) r
    join survey s on s.org_id = ${orgId} and s.id = r.survey_id
    where r.survey_id = ${surveyId} and ${isCounted}`.execute(db);
  const versions = await readVersions(operation, surveyId);
  const known = new Map(versions.map((version) => [version.id, version.plan]));
  const fresh = tallyFresh(rows, known).filter((row) => wanted.matches(row));
  return { rows: [...rows.flatMap(storedRow), ...fresh], versions };
}

function storedRow({ versionId, scope, cell, month, suspicious, n, numbers }: Found): SumRow[] {
  if (scope === null || cell === null || n === null || numbers === null) return [];
  return [{ versionId, scope, cell, month, suspicious, n, numbers: decodeSums(numbers) }];
}

function tallyFresh(rows: readonly Found[], plans: ReadonlyMap<string, SumPlan>): readonly SumRow[] {
  const tally = new Tally();
  for (const { scales, rest, groups, way, ...row } of rows) {
    if (scales === null || way === null) continue;
    const plan = plans.get(row.versionId);
    if (plan === undefined) throw new RangeError(`an answer to version ${row.versionId}, which is not there`);
    tally.add(plan, { ...row, way, groups: groups ?? [], answers: { scales: scalesOf(scales), rest: rest ?? {} } });
  }
  return tally.rows();
}

async function readVersions({ db, orgId }: Operation, surveyId: string): Promise<Version[]> {
  const { rows } = await sql<{ id: string; number: number; form: Form }>`
    select id, number, form from survey_version where org_id = ${orgId} and survey_id = ${surveyId} order by number desc`.execute(db);
  return rows.map(({ id, number, form }) => ({ id, number, plan: planOf(form) }));
}
