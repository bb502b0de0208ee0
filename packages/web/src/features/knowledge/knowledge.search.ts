import { articleState } from '@zhiheng/contract/knowledge/article-state';
import { id } from '@zhiheng/contract/values/page';
import { locale } from '@zhiheng/contract/values/text';
import { z } from 'zod';

export const knowledgeSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  /** without it all articles, the newest first */
  view: z.enum(['useful', 'review', 'effect']).optional().catch(undefined),
  state: articleState.optional().catch(undefined),
  service: id.optional().catch(undefined),
});
export type KnowledgeSearch = z.infer<typeof knowledgeSearch>;

/** The number of the case from which an article is written. */
export const newArticleSearch = z.object({ case: z.string().max(64).optional().catch(undefined) });

/** The language in which an article is read, when it is not the reader's own. */
export const articleSearch = z.object({ in: locale.optional().catch(undefined) });
