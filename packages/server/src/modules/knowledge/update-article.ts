import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Article, updateArticle as endpoint } from '@zhiheng/contract/knowledge/knowledge';
import { changesBetween, givenFields } from '../../platform/changes-between.ts';
import { changedMeanwhile } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkServices, checkText } from './check-article.ts';
import { entityOf, findArticle, lockArticle } from './read-article.ts';
import { writeArticle } from './write-article.ts';

export async function updateArticle(call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Article> {
  const before = await lockArticle(call, params.id);
  const { version, ...given } = body;
  if (version !== before.version) throw changedMeanwhile();
  const fields = givenFields(given);
  const after = { ...before, ...fields, version: version + 1 };
  // What the text said stands in its versions; the log says that it changed.
  const { body: text, ...changes } = changesBetween(before, fields);
  if (text === undefined && Object.keys(changes).length === 0) return before;
  checkText(after, after.state);
  await checkServices(call, after.serviceIds, before.serviceIds);
  await writeArticle(call, after);
  await recordEvent(call, {
    type: 'article.changed',
    entity: entityOf(after),
    data: { ...changes, ...(text === undefined ? {} : { body: { from: before.version, to: after.version } }) },
  });
  return findArticle(call, params.id);
}
