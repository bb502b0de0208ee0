import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import type { ArticleState } from '@zhiheng/contract/knowledge/article-state';
import type { Locale } from '@zhiheng/contract/values/text';
import { m } from '../../paraglide/messages.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

type Title = Article['title'];

/** The reader's language where the article has it, else the other one. */
export const shownLocale = (title: Title, wanted: Locale): Locale => {
  const other = wanted === 'zh' ? 'en' : 'zh';
  return title[wanted] === '' ? other : wanted;
};
export const titleOf = (title: Title, wanted: Locale): string => title[shownLocale(title, wanted)];
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>;

export const stateWords: Readonly<Record<ArticleState, () => string>> = {
  draft: m.knowledge_state_draft,
  published: m.knowledge_state_published,
  retired: m.knowledge_state_retired,
};
const tones = { draft: 'note', published: 'good', retired: 'idle' } as const satisfies Record<ArticleState, Tone>;

/** The state, or why its authors should look at it. */
export function ArticleBadge({ article }: { readonly article: Pick<Article, 'state' | 'needsReview'> }) {
  if (article.needsReview === 'due') return <StatusBadge tone="near">{m.knowledge_review_due()}</StatusBadge>;
  if (article.needsReview === 'unhelpful') return <StatusBadge tone="near">{m.knowledge_review_unhelpful()}</StatusBadge>;
  return <StatusBadge tone={tones[article.state]}>{stateWords[article.state]()}</StatusBadge>;
}
