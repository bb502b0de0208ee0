import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Article, createArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import { givenFields } from '../../platform/changes-between.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkServices, checkText } from './check-article.ts';
import { entityOf, findArticle } from './read-article.ts';
import { writeArticle } from './write-article.ts';

const blank = { body: { zh: '', en: '' }, keywords: [], serviceIds: [], categoryIds: [], reviewOn: null };

export async function createArticle(call: Call, { body }: Parsed<typeof endpoint>): Promise<Article> {
  const { caseIds, title, ...given } = body;
  const fields = { ...blank, ...givenFields(given), id: newId(), title, state: 'draft' as const, version: 1 };
  checkText(fields, fields.state);
  await checkServices(call, fields.serviceIds, []);
  await writeArticle(call, fields);
  await sql`insert into article_case (org_id, article_id, case_id, at)
    select distinct ${call.orgId}::uuid, ${fields.id}::uuid, c, ${call.now}::timestamptz from unnest(${caseIds}::uuid[]) c`.execute(
    call.db,
  );
  await recordEvent(call, { type: 'article.created', entity: entityOf(fields), data: { title, caseIds } });
  return findArticle(call, fields.id);
}
