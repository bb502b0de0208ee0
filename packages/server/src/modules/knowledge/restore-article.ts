import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { entityOf } from './read-article.ts';

/** Brings an article back from the trash in the state that it had. */
export async function restoreArticle({ db, ...operation }: Operation, id: string): Promise<void> {
  const row = await db
    .updateTable('article')
    .set({ deleted_at: null })
    .where('org_id', '=', operation.orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .returning('title')
    .executeTakeFirst();
  if (row === undefined) throw notFound('article');
  await recordEvent({ db, ...operation }, { type: 'article.restored', entity: entityOf({ id, title: row.title as Article['title'] }) });
}
