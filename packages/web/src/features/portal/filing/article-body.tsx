import type { Locale } from '@zhiheng/contract/values/text';
import { ArticleText } from '../../knowledge/index.ts';

/** An article in a file of its own, so that it is fetched when somebody opens one. */
export const ArticleBody = ({ text, locale }: { readonly text: string; readonly locale: Locale }) => (
  <ArticleText text={text} locale={locale} />
);
