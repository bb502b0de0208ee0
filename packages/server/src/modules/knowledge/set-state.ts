import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import type { ArticleState } from '@zhiheng/contract/knowledge/article-state';
import { changedMeanwhile } from '../../platform/errors.ts';
import type { Call } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { checkText } from './check-article.ts';
import { entityOf, findArticle, lockArticle } from './read-article.ts';
import { writeArticle } from './write-article.ts';

interface Input {
  readonly params: { readonly id: string };
  readonly body: { readonly version: number };
}

export const publishArticle = (call: Call, input: Input): Promise<Article> => setState(call, input, 'published');
export const retireArticle = (call: Call, input: Input): Promise<Article> => setState(call, input, 'retired');

async function setState(call: Call, { params, body }: Input, state: Exclude<ArticleState, 'draft'>): Promise<Article> {
  const before = await lockArticle(call, params.id);
  if (body.version !== before.version) throw changedMeanwhile();
  if (before.state === state) return before;
  checkText(before, state);
  await writeArticle(call, { ...before, state, version: before.version + 1 });
  await recordEvent(call, { type: `article.${state}`, entity: entityOf(before), data: { from: before.state } });
  return findArticle(call, params.id);
}
