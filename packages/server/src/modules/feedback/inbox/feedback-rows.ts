import { sql, type RawBuilder } from 'kysely';
import type { FeedbackRow } from '@zhiheng/contract/feedback/feedback';
import type { Operation } from '../../../platform/operation.ts';
import { isMasked, maskName } from '../../customers/index.ts';

export type FeedbackRecord = Omit<FeedbackRow, 'at'> & { readonly at: Date };

/** What a list shows of `f`. */
export const rowColumns: RawBuilder<unknown> = sql`f.id, f.channel, f.source, f.author, f.body, f.language, f.score, f.score_max as "scoreMax",
  f.theme_ids as "themeIds", f.themes_by as "themesBy", f.polarity, f.polarity_by as "polarityBy", f.state, f.owner_id as "ownerId",
  o.name as "ownerName", f.tags, f.service_id as "serviceId", s.name as "serviceName", i.name as "siteName", t.name as "teamName",
  g.name as "segmentName", c.number as "caseNumber", f.at`;

/** Names of what `f` refers to. */
export const rowNames = (orgId: string): RawBuilder<unknown> => sql`
  left join account o on o.org_id = ${orgId} and o.id = f.owner_id
  left join service s on s.org_id = ${orgId} and s.id = f.service_id
  left join site i on i.org_id = ${orgId} and i.id = f.site_id
  left join team t on t.org_id = ${orgId} and t.id = f.team_id
  left join segment g on g.org_id = ${orgId} and g.id = f.segment_id
  left join service_case c on c.org_id = ${orgId} and c.id = f.case_id`;

export function feedbackRowOf({ at, author, ...row }: FeedbackRecord, { actor }: Pick<Operation, 'actor'>): FeedbackRow {
  return { ...row, author: isMasked(actor) ? maskName(author) : author, at: at.toISOString() };
}
