import { sql, type RawBuilder } from 'kysely';
import type { PackedAnswers } from '@zhiheng/forms/answers';
import { importedWay, type Cell } from './cell.rules.ts';

/** An answer as it is summed up. */
export interface StoredAnswer extends Cell {
  readonly versionId: string;
  readonly way: string;
  readonly month: string;
  readonly suspicious: boolean;
  readonly scales: string;
  readonly rest: PackedAnswers['rest'];
}

/**
 * Columns of `StoredAnswer` from `r`, its survey `s` and the organisation's `zone`. The month of an anonymous answer is the one in which its batch was
 * released, so that no month holds a part of a batch.
 */
export const answerColumns = (zone: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  r.version_id as "versionId", r.service_id as "serviceId", r.site_id as "siteId", r.team_id as "teamId", r.segment_id as "segmentId", r.groups,
  coalesce(r.distribution_id::text, ${importedWay}) as way,
  to_char((case when s.anonymous then r.released_at else r.at end) at time zone ${zone}, 'YYYY-MM') as month, r.suspicious, r.scales::text as scales, r.rest`;

/** Which answers `r` figures are made of. */
export const isCounted: RawBuilder<unknown> = sql`r.state = 'complete' and r.released_at is not null`;

/** `{5,NULL,-1}` of the database; its own reader of lists is slower. */
export const scalesOf = (text: string): (number | null)[] =>
  text.length <= 2
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((value) => (value === 'NULL' ? null : Number(value)));
