import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { suggestArticles as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import type { Operation } from '../../platform/operation.ts';
import { articleRowOf, rowColumns, type ArticleRecord } from './article-rows.ts';
import { suggestionQuestion, type Question } from './article-words.rules.ts';
import { searched } from './list-articles.ts';
import { recordOffer } from './record-offer.ts';

type Body = Parsed<typeof endpoint>['body'];
type Suggested = Reply<typeof endpoint>['items'][number];

/** Articles that fit what somebody writes. What is shown is noted, so that it can be told later how many questions were answered by it. */
export async function suggestArticles(operation: Operation, { body }: { readonly body: Body }): Promise<Reply<typeof endpoint>> {
  const question = suggestionQuestion(body.text);
  const items = question === null ? [] : await findFitting(operation, body, question);
  if (!body.recorded) return { offerId: null, items };
  const offerId = await recordOffer(
    operation,
    body,
    items.map(({ id }) => id),
  );
  return { offerId, items };
}

/** Of so many that fit, the best are chosen by service and votes. */
const mostConsidered = 200;
/** Of a longer text one word in common is chance. */
const longText = 4;

async function findFitting(operation: Operation, { serviceId, limit }: Body, question: Question): Promise<Suggested[]> {
  const fewestHits = question.parts.length >= longText ? 2 : 1;
  const { rows } = await sql<ArticleRecord>`
    select ${rowColumns(operation)} from article a ${searched(question, mostConsidered)}
    where a.org_id = ${operation.orgId} and a.state = 'published' and s.hits >= ${fewestHits}
    order by s.score * (1 + a.usefulness) * case when ${serviceId}::uuid = any(a.service_ids) then 2
      when ${serviceId}::uuid is not null and cardinality(a.service_ids) > 0 then 0.5 else 1 end desc, a.id
    limit ${limit}`.execute(operation.db);
  return rows.map(articleRowOf).map(({ id, title, excerpt, useful, notUseful }) => ({ id, title, excerpt, useful, notUseful }));
}
