import { z } from 'zod';

/** A draft is seen by those who write articles only; a retired article is no longer suggested. */
export const articleState = z.enum(['draft', 'published', 'retired']);
export type ArticleState = z.infer<typeof articleState>;
