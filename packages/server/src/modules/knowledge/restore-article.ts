import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import { takeOut } from '../../platform/database/trash.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './read-article.ts';

/** Brings an article back from the trash in the state that it had. */
export async function restoreArticle(operation: Operation, id: string): Promise<void> {
  const restored = await takeOut<Pick<Article, 'id' | 'title'>>(operation, 'article', id);
  await recordEvent(operation, { type: 'article.restored', entity: entityOf(restored) });
}
