import { sql, type RawBuilder } from 'kysely';
import type { Distribution } from '@zhiheng/contract/surveys/distributions';
import { notFound } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { baseOf, type Links } from '../../../platform/http/public-links.ts';
import { runAddress, tokenIn } from './survey-link.ts';
import { usualDistribution } from './usual-distribution.ts';

type Row = Omit<Distribution, 'url'> & { readonly sealed: string | null };

/** Ways to surveys with how many were asked and answered. Of a shared address it is counted who began. */
export async function selectDistributions(call: Call, links: Links, condition: RawBuilder<unknown>): Promise<Distribution[]> {
  const { db, orgId, request } = call;
  const { rows } = await sql<Row>`
    select d.id, d.survey_id as "surveyId", d.kind, d.name, d.active, d.settings, d.token_sealed as sealed, d.version, i.invited, i.bounced,
      greatest(a.answered, i.answered) as answered, case when d.token_hash is null then i.opened else a.answered + b.begun end as opened
    from survey_distribution d
    cross join lateral (
      select count(*) filter (where state <> 'suppressed')::int4 as invited, count(*) filter (where state = 'bounced')::int4 as bounced,
        count(*) filter (where state in ('opened', 'answered'))::int4 as opened, count(*) filter (where state = 'answered')::int4 as answered
      from survey_invitation where org_id = ${orgId} and distribution_id = d.id) i
    cross join lateral (
      select count(*)::int4 as answered from survey_response
      where org_id = ${orgId} and survey_id = d.survey_id and distribution_id = d.id) a
    cross join lateral (
      select count(*)::int4 as begun from survey_draft where org_id = ${orgId} and distribution_id = d.id) b
    where d.org_id = ${orgId} and ${condition} order by d.created_at, d.id`.execute(db);
  return rows.map(({ sealed, settings, ...row }) => {
    const token = sealed === null ? null : tokenIn(links.sealer, { orgId, id: row.id }, sealed);
    // A way that was opened before a setting was known has what every way begins with.
    return {
      ...row,
      settings: { ...usualDistribution, ...settings },
      url: token === null ? null : runAddress(baseOf(links, request), token),
    };
  });
}

export async function findDistribution(call: Call, links: Links, id: string): Promise<Distribution> {
  const [found] = await selectDistributions(call, links, sql`d.id = ${id}`);
  if (found === undefined) throw notFound('survey_distribution');
  return found;
}
