import { sql, type RawBuilder } from 'kysely';
import type { FeedbackFilter } from '@zhiheng/contract/feedback/feedback';
import type { Operation } from '../../../platform/operation.ts';
import { questionFor } from '../../../platform/database/search-words.rules.ts';

type Condition = RawBuilder<unknown>;

/** Of what a search finds, the newest are looked at. */
const mostFound = 10_000;

/** What a filter demands of `f`; all of it must hold. */
export function filterConditions({ orgId, actor }: Pick<Operation, 'orgId' | 'actor'>, filter: FeedbackFilter): Condition {
  const conditions = [
    sql`f.org_id = ${orgId}`,
    ...equal('channel', filter.channel),
    ...equal('state', filter.state),
    ...equal('service_id', filter.serviceId),
    ...equal('site_id', filter.siteId),
    ...equal('team_id', filter.teamId),
    ...equal('segment_id', filter.segmentId),
    ...ownedBy(filter.ownerId, actor.accountId),
    ...aboutTheme(filter.themeId),
    ...sounding(filter.polarity),
    ...(filter.tag === undefined ? [] : [sql`${filter.tag}::text = any(f.tags)`]),
    ...between(filter, orgId),
    ...found(filter.q),
  ];
  return sql.join(conditions, sql` and `);
}

type Column = 'channel' | 'state' | 'service_id' | 'site_id' | 'team_id' | 'segment_id';
const equal = (column: Column, value: string | undefined): Condition[] =>
  value === undefined ? [] : [sql`${sql.ref(`f.${column}`)} = ${value}`];

function ownedBy(owner: FeedbackFilter['ownerId'], me: string | null): Condition[] {
  if (owner === undefined) return [];
  if (owner === 'nobody') return [sql`f.owner_id is null`];
  return [sql`f.owner_id = ${owner === 'me' ? me : owner}::uuid`];
}

function aboutTheme(themeId: FeedbackFilter['themeId']): Condition[] {
  if (themeId === undefined) return [];
  return [themeId === 'none' ? sql`f.theme_ids = '{}'` : sql`${themeId}::uuid = any(f.theme_ids)`];
}

function sounding(polarity: FeedbackFilter['polarity']): Condition[] {
  if (polarity === undefined) return [];
  return [polarity === 'none' ? sql`f.polarity is null` : sql`f.polarity = ${polarity}`];
}

function between({ from, until }: FeedbackFilter, orgId: string): Condition[] {
  const zone = sql`(select time_zone from organisation where org_id = ${orgId})`;
  return [
    ...(from === undefined ? [] : [sql`f.at >= ${from}::date::timestamp at time zone ${zone}`]),
    ...(until === undefined ? [] : [sql`f.at < (${until}::date + 1)::timestamp at time zone ${zone}`]),
  ];
}

function found(q: string | undefined): Condition[] {
  if (q === undefined || q.trim() === '') return [];
  const question = questionFor(q);
  return [question === null ? sql`false` : sql`f.id in (select search_feedback(${question}::tsquery, ${mostFound}))`];
}
