import { sql, type RawBuilder } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Invitation, listInvitations as endpoint } from '@zhiheng/contract/surveys/distributions';
import { containing } from '../../../platform/database/containing.ts';
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts';
import { invalidField } from '../../../platform/errors.ts';
import type { Call } from '../../../platform/operation.ts';
import { baseOf, type Links } from '../../../platform/http/public-links.ts';
import { isMasked, maskEmail, maskName } from '../../customers/index.ts';
import { findDistribution } from '../distributions/select-distributions.ts';
import { runAddress, tokenIn } from '../distributions/survey-link.ts';

type Query = Parsed<typeof endpoint>['query'];
type Row = Omit<Invitation, 'sentAt' | 'remindedAt' | 'answeredAt' | 'url'> & {
  readonly sentAt: Date | null;
  readonly remindedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly sealed: string;
};

export const listInvitations =
  (links: Links) =>
  async (call: Call, { params, query }: Pick<Parsed<typeof endpoint>, 'params' | 'query'>): Promise<Reply<typeof endpoint>> => {
    const { kind } = await findDistribution(call, links, params.id);
    const meant = sql`from survey_invitation i where i.org_id = ${call.orgId} and i.distribution_id = ${params.id} and ${conditionsOf(query)}`;
    const { rows } = await sql<Row & { total: number }>`
      select i.id, i.name, i.address, i.state, i.reason, i.sent_at as "sentAt", i.reminded_at as "remindedAt", i.answered_at as "answeredAt",
        jsonb_build_object('serviceId', i.service_id, 'siteId', i.site_id, 'teamId', i.team_id, 'segmentId', i.segment_id) as subject,
        i.token_sealed as sealed, (select count(*)::int4 ${meant}) as total
      ${meant} and ${after(query)} order by i.id limit ${query.limit + 1}`.execute(call.db);
    const last = rows.at(query.limit - 1);
    return {
      items: rows
        .slice(0, query.limit)
        .map(({ total, ...row }) => shown(call, links, { ...row, mailed: kind === 'email' || kind === 'after-case' })),
      next: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null,
      total: rows[0]?.total ?? 0,
    };
  };

function conditionsOf({ state, q }: Query): RawBuilder<unknown> {
  const text = containing((q ?? '').trim());
  const conditions = [sql`(i.name ilike ${text} or i.address ilike ${text})`, ...(state === undefined ? [] : [sql`i.state = ${state}`])];
  return sql.join(conditions, sql` and `);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function after({ cursor }: Query): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const [id = ''] = decodeCursor(cursor, 1);
  if (!uuid.test(id)) throw invalidField('cursor', 'cursor');
  return sql`i.id > ${id}::uuid`;
}

function shown(call: Call, links: Links, { sealed, mailed, ...row }: Row & { readonly mailed: boolean }): Invitation {
  const hidden = isMasked(call.actor);
  const token = mailed || row.state === 'suppressed' ? null : tokenIn(links.sealer, { orgId: call.orgId, id: row.id }, sealed);
  return {
    ...row,
    ...{ name: hidden ? maskName(row.name) : row.name, address: hidden ? maskEmail(row.address) : row.address },
    ...{ sentAt: textOf(row.sentAt), remindedAt: textOf(row.remindedAt), answeredAt: textOf(row.answeredAt) },
    url: token === null ? null : runAddress(baseOf(links, call.request), token),
  };
}

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null;
