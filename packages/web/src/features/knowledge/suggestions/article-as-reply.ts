import { getArticle, linkArticle, readArticle } from '@zhiheng/contract/knowledge/knowledge';
import type { Locale } from '@zhiheng/contract/values/text';
import { call } from '../../../lib/call.ts';
import { shownLocale } from '../article-words.tsx';
import { plainWords } from './plain-words.rules.ts';

interface Use {
  readonly articleId: string;
  readonly caseId: string;
  /** the language of the customer */
  readonly locale: Locale;
  /** whether the caller may note that the article belongs to the case */
  readonly mayLink: boolean;
}

/** The words of an article for a reply to a customer; notes that it was read, and to which case it belongs. */
export async function articleAsReply({ articleId, caseId, locale, mayLink }: Use): Promise<string> {
  const article = await call(getArticle, { params: { id: articleId } });
  await call(readArticle, { params: { id: articleId }, body: {} });
  if (mayLink) await call(linkArticle, { params: { id: articleId, caseId } });
  return plainWords(article.body[shownLocale(article.title, locale)]);
}
