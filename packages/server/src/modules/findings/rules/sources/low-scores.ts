import { sql } from 'kysely';
import type { RuleOf } from '@zhiheng/contract/findings/rules';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../../platform/operation.ts';
import type { SeenFinding, Span } from '../span.ts';

interface Group {
  readonly surveyId: string;
  readonly survey: LocalText;
  readonly serviceId: string | null;
  readonly service: LocalText | null;
  readonly measure: string;
  readonly window: number;
  readonly n: number;
  readonly at: Date;
}

/** Low answers of one survey and service that come together: so many within a stretch of days. Counted from the log, in which each stands once. */
export async function findLowScores({ db, orgId }: Operation, { least, days }: RuleOf<'low-score'>, span: Span): Promise<SeenFinding[]> {
  const { rows } = await sql<Group>`
    select e.data ->> 'surveyId' as "surveyId", s.name as survey, s.service_id as "serviceId", v.name as service, e.data ->> 'measure' as measure,
      floor(extract(epoch from e.at) / (86400 * ${days}::int))::int4 as window, count(*)::int4 as n, max(e.at) as at
    from event e
    join survey s on s.org_id = ${orgId} and s.id = (e.data ->> 'surveyId')::uuid
    left join service v on v.org_id = ${orgId} and v.id = s.service_id
    where e.org_id = ${orgId} and e.type = 'survey.low-score' and e.at >= ${span.from} and e.at < ${span.to}
    group by 1, 2, 3, 4, 5, 6 having count(*) >= ${least} order by max(e.at)`.execute(db);
  return rows.map((group) => ({
    ...{ source: 'low-score', severity: 'medium', key: `${group.surveyId}|${group.measure}`, at: group.at },
    slice: { serviceId: group.serviceId },
    title: { zh: `${group.survey.zh}：低分集中出现`, en: `${group.survey.en}: low answers come together` },
    evidence: [
      {
        ...{
          kind: 'answer-group',
          entityId: `${group.surveyId}|${group.measure}|${group.window}`,
          href: `/app/surveys/${group.surveyId}/results`,
        },
        label: { zh: `${days}天内${group.n}份低分答卷`, en: `${group.n} low answers within ${days} days` },
      },
    ],
  }));
}
