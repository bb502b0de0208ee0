import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Article, voteArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import { wilsonInterval } from '@zhiheng/stats/intervals';
import { AppError } from '../../platform/errors.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf, findArticle, lockArticle } from './read-article.ts';

/** One vote a person, which may be changed and taken back. */
export async function voteArticle(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Article> {
  const voter = call.actor.accountId;
  if (voter === null) throw new AppError(403, 'persons_only');
  const before = await lockArticle(call, params.id);
  if (before.myVote === body.useful) return before;
  await writeVote(call, { articleId: params.id, voter, useful: body.useful });
  await countVotes(call, params.id);
  const data = { useful: { from: before.myVote, to: body.useful } };
  await recordEvent(call, { type: 'article.voted', entity: entityOf(before), data });
  return findArticle(call, params.id);
}

interface Vote {
  readonly articleId: string;
  readonly voter: string;
  readonly useful: boolean | null;
}

async function writeVote({ db, orgId, now }: Operation, { articleId, voter, useful }: Vote): Promise<void> {
  await sql`delete from article_vote where org_id = ${orgId} and article_id = ${articleId} and account_id = ${voter}`.execute(db);
  if (useful === null) return;
  await db.insertInto('article_vote').values({ org_id: orgId, article_id: articleId, account_id: voter, useful, at: now }).execute();
}

/** The order of usefulness is the lower limit of the interval: three of three come before one of one. */
async function countVotes({ db, orgId }: Operation, articleId: string): Promise<void> {
  const { rows } = await sql<{ useful: number; votes: number }>`
    select count(*) filter (where useful)::int4 as useful, count(*)::int4 as votes from article_vote
    where org_id = ${orgId} and article_id = ${articleId}`.execute(db);
  const { useful = 0, votes = 0 } = rows[0] ?? {};
  const usefulness = wilsonInterval(useful, votes)?.[0] ?? 0;
  await db
    .updateTable('article')
    .set({ useful, not_useful: votes - useful, usefulness })
    .where('org_id', '=', orgId)
    .where('id', '=', articleId)
    .execute();
}
