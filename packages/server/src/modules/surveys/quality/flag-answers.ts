import { sql } from 'kysely';
import type { QualityFlag } from '@zhiheng/contract/surveys/quality-flag';
import type { SurveySettings } from '@zhiheng/contract/surveys/surveys';
import type { Subscriber } from '../../../platform/events/subscriber.ts';
import type { Operation } from '../../../platform/operation.ts';
import { withdrawAnswers } from '../results/withdraw-answers.ts';
import { answersOffProfile } from './answers-off-profile.ts';
import { isSuspicious } from './suspicion.rules.ts';

/** Looks at answers beside others: whatever one alone does not show. Flags only, nothing is dropped. */
export const flagAnswers: Subscriber = {
  name: 'survey-quality',
  types: ['survey.answered'],
  async handle(operation, events) {
    const ids = events.flatMap(({ data }) => (typeof data['responseId'] === 'string' ? [data['responseId']] : []));
    if (ids.length === 0) return;
    const off = await answersOffProfile(operation, ids);
    const looked = (await readEarned(operation, ids)).map((one) =>
      off.has(one.id) ? { ...one, earned: [...one.earned, 'off-profile' as const] } : one,
    );
    const earned = looked.filter(({ flags, earned: more }) => more.some((flag) => !flags.includes(flag)));
    if (earned.length === 0) return;
    await withdrawAnswers(
      operation,
      earned.map(({ id }) => id),
    );
    await writeFlags(operation, earned);
  },
};

interface Earned {
  readonly id: string;
  readonly flags: QualityFlag[];
  readonly earned: QualityFlag[];
  readonly verdict: string;
  readonly onePerPerson: SurveySettings['onePerPerson'];
}

/** A median of fewer answers says nothing. */
const fewestForMedian = 30;
const lookedAt = 1000;
/** So many answers in a minute by one way, and so many times as many as usual, are no coincidence. */
const mostAMinute = 20;
const timesAsMany = 10;

/**
 * Of two equal answers, or two of one device, the later one is flagged.
 *
 * fast: less than a third of the median time of the version (Greszki, Meyer, Schoen 2015, Public Opinion Quarterly 79, 471–503). duplicate-vector: the same
 * numbers as somebody else's. repeated-device: one browser, several answers. burst: more than twenty in a minute by one link, ten times as many as in the day
 * before its hour; so many of a minute are looked for, and no more are counted. off-profile: see `profileOf`.
 */
async function readEarned({ db, orgId }: Operation, ids: readonly string[]): Promise<Earned[]> {
  const { rows } = await sql<Earned>`
    with fresh as (select * from survey_response where org_id = ${orgId} and id = any(${ids}::uuid[])),
    medians as materialized (
      select v.version_id, count(*) as n, percentile_cont(0.5) within group (order by r.seconds) as middle
      from (select distinct version_id, survey_id from fresh) v
      cross join lateral (
        select seconds from survey_response where org_id = ${orgId} and survey_id = v.survey_id and version_id = v.version_id and seconds is not null
        order by at desc limit ${lookedAt}) r
      group by v.version_id),
    usual as materialized (
      select w.*, greatest(${mostAMinute}, floor(${timesAsMany} * day.n / 1440.0))::int as most
      from (select distinct survey_id, distribution_id, date_trunc('hour', at) as hour from fresh) w
      cross join lateral (
        select count(*) as n from survey_response o where o.org_id = ${orgId} and o.survey_id = w.survey_id and o.distribution_id = w.distribution_id
          and o.at > w.hour - interval '1 day' and o.at <= w.hour) day),
    looked as (
      select f.id, f.flags, f.verdict, f.seconds < m.middle / 3 and m.n >= ${fewestForMedian} as fast,
        f.vector is not null and exists (
          select from survey_response o where o.org_id = ${orgId} and o.version_id = f.version_id and o.vector = f.vector and (o.at, o.id) < (f.at, f.id)
            and o.scales = f.scales) as alike,
        f.device is not null and d.kind in ('public', 'snippet', 'personal', 'email', 'after-case') and exists (
          select from survey_response o where o.org_id = ${orgId} and o.survey_id = f.survey_id and o.device = f.device and (o.at, o.id) < (f.at, f.id)) as repeated,
        d.kind in ('public', 'snippet') and exists (
          select from survey_response o where o.org_id = ${orgId} and o.survey_id = f.survey_id and o.distribution_id = f.distribution_id
            and o.at > f.at - interval '1 minute' and o.at <= f.at offset u.most) as burst,
        (s.settings ->> 'onePerPerson')::boolean as "onePerPerson"
      from fresh f join survey s on s.org_id = ${orgId} and s.id = f.survey_id
      left join medians m on m.version_id = f.version_id
      left join survey_distribution d on d.org_id = ${orgId} and d.id = f.distribution_id
      left join usual u on u.survey_id = f.survey_id and u.distribution_id = f.distribution_id and u.hour = date_trunc('hour', f.at))
    select id, flags, verdict, "onePerPerson", array_remove(array[case when fast then 'fast' end, case when alike then 'duplicate-vector' end,
      case when repeated then 'repeated-device' end, case when burst then 'burst' end], null) as earned from looked`.execute(db);
  return rows;
}

async function writeFlags({ db, orgId }: Operation, answers: readonly Earned[]): Promise<void> {
  const list = answers.map(({ id, flags, earned, verdict, onePerPerson }) => {
    const all = [...new Set([...flags, ...earned])];
    return { id, flags: all, suspicious: verdict === 'excluded' || (verdict === 'unjudged' && isSuspicious(all, { onePerPerson })) };
  });
  await sql`
    update survey_response r set flags = array(select jsonb_array_elements_text(n.flags)), suspicious = n.suspicious
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as n (id uuid, flags jsonb, suspicious boolean)
    where r.org_id = ${orgId} and r.id = n.id`.execute(db);
}
