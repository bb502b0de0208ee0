import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { isCounted } from '../results/stored-answer.ts';
import { sumLayout } from '../results/sums/sum-plan.rules.ts';

/** Answers that figures are made of, and those of them without a suspicion. */
export interface AnswerCount {
  readonly n: number;
  readonly clean: number;
}

/** By survey, from the sums and what is not folded yet: the same price for a thousand answers and for a million. */
export async function countAnswers(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  surveyIds: readonly string[],
): Promise<ReadonlyMap<string, AnswerCount>> {
  if (surveyIds.length === 0) return new Map();
  const { rows } = await sql<AnswerCount & { readonly surveyId: string }>`
    with fold as (
      select case when f.zone = o.time_zone and f.layout = ${sumLayout} then f.upto else '0'::xid8 end as upto
      from organisation o left join survey_fold f on f.org_id = ${orgId} where o.org_id = ${orgId}
    ), counted as (
      select x.survey_id, x.suspicious, x.n from fold, survey_sum x
      where fold.upto <> '0'::xid8 and x.org_id = ${orgId} and x.survey_id = any(${surveyIds}::uuid[]) and x.scope = 'total' and x.month = ''
      union all
      select r.survey_id, r.suspicious, 1 from fold cross join answers_since(fold.upto) r
      where r.survey_id = any(${surveyIds}::uuid[]) and ${isCounted}
    )
    select survey_id as "surveyId", sum(n)::int4 as n, coalesce(sum(n) filter (where not suspicious), 0)::int4 as clean
    from counted group by survey_id`.execute(db);
  return new Map(rows.map(({ surveyId, ...count }) => [surveyId, count]));
}
