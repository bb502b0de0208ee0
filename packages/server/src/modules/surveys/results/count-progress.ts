import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';

/** How far the asking has come. */
export interface SurveyProgress {
  readonly surveyId: string;
  readonly name: LocalText;
  readonly invited: number;
  readonly answered: number;
}

interface Asked {
  readonly surveyIds: readonly string[];
  /** first and last month in the organisation's zone */
  readonly from: string;
  readonly until: string;
}

/** Who was asked and who answered in some months; people who were not meant are left out. Surveys in the trash are not there. */
export async function countProgress({ db, orgId }: Operation, { surveyIds, from, until }: Asked): Promise<SurveyProgress[]> {
  if (surveyIds.length === 0) return [];
  const { rows } = await sql<SurveyProgress>`
    with span as (
      select (${`${from}-01`}::date)::timestamp at time zone time_zone as first,
        (${`${until}-01`}::date + interval '1 month') at time zone time_zone as last
      from organisation where org_id = ${orgId}
    )
    select s.id as "surveyId", s.name,
      (select count(*)::int4 from survey_invitation i where i.org_id = ${orgId} and i.survey_id = s.id and i.sent_at >= span.first
        and i.sent_at < span.last) as invited,
      (select count(*)::int4 from survey_response r where r.org_id = ${orgId} and r.survey_id = s.id and r.state = 'complete'
        and r.at >= span.first and r.at < span.last) as answered
    from span, survey s where s.org_id = ${orgId} and s.id = any(${surveyIds}::uuid[]) and s.deleted_at is null`.execute(db);
  return rows;
}
