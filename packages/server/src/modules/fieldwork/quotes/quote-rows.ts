import { sql, type RawBuilder } from 'kysely';
import type { FieldQuote } from '@zhiheng/contract/fieldwork/codes';
import { changedMeanwhile, notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { readSession, type StoredSession } from '../sessions/read-session.ts';

/** A quote as it is read. */
export interface QuoteRecord extends Omit<FieldQuote, 'startsAt' | 'updatedAt'> {
  readonly startsAt: Date;
  readonly updatedAt: Date;
}

export const quoteColumns = (orgId: string): RawBuilder<unknown> => sql`
  q.id, q.session_id as "sessionId", e.number as "sessionNumber", e.starts_at as "startsAt", t.name as "siteName", q.begins as start, q.ends as end,
  q.text, q.lost, q.memo, q.coder_id as "coderId", a.name as coder, q.feedback_id as "feedbackId", q.need_id as "needId", q.version,
  q.updated_at as "updatedAt",
  array(select x.code_id from field_quote_code x join field_code c on c.org_id = ${orgId} and c.id = x.code_id
    where x.org_id = ${orgId} and x.quote_id = q.id order by c.position, c.id) as "codeIds"`;

/** Quotes `q` with their session `e`, of which neither it nor its study is in the trash. */
export const fromQuotes = (orgId: string): RawBuilder<unknown> => sql`
  from field_quote q
  join field_session e on e.org_id = ${orgId} and e.id = q.session_id and e.deleted_at is null
  join field_study s on s.org_id = ${orgId} and s.id = e.study_id and s.deleted_at is null
  left join site t on t.org_id = ${orgId} and t.id = e.site_id
  left join account a on a.org_id = ${orgId} and a.id = q.coder_id
  where q.org_id = ${orgId}`;

export const quoteOf = ({ startsAt, updatedAt, ...row }: QuoteRecord): FieldQuote => ({
  ...row,
  startsAt: startsAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export async function findQuote({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<FieldQuote> {
  const { rows } = await sql<QuoteRecord>`select ${quoteColumns(orgId)} ${fromQuotes(orgId)} and q.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound('field_quote');
  return quoteOf(row);
}

/** A quote, held until the transaction ends, with its session. */
export async function lockQuote(
  operation: Operation,
  id: string,
): Promise<{ readonly quote: FieldQuote; readonly session: StoredSession }> {
  await sql`select from field_quote where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  const quote = await findQuote(operation, id);
  return { quote, session: await readSession(operation, quote.sessionId) };
}

/** For a change by somebody who has read `version`. */
export async function lockQuoteVersion(operation: Operation, id: string, version: number) {
  const locked = await lockQuote(operation, id);
  if (locked.quote.version !== version) throw changedMeanwhile();
  return locked;
}

/** What a quote is called in the log: where it stands. Never its words, which the log could not forget. */
export const entityOf = ({ id }: Pick<FieldQuote, 'id'>, { studyCode, number }: Pick<StoredSession, 'studyCode' | 'number'>) => ({
  kind: 'field-quote',
  id,
  label: `${studyCode} #${number}`,
});
