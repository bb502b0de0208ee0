import type { Article } from '@zhiheng/contract/knowledge/knowledge';
import { conflict, invalidField } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

const locales = ['zh', 'en'] as const;
type Text = Pick<Article, 'title' | 'body'>;

/** A title in one language at least; a published article needs a text beside each title, and a title above each text. */
export function checkText({ title, body }: Text, state: Article['state']): void {
  if (locales.every((locale) => title[locale] === '')) throw invalidField('title', 'one_language_needed');
  if (state !== 'published') return;
  const half = locales.some((locale) => (title[locale] === '') !== (body[locale].trim() === ''));
  if (half) throw conflict('article_half_written');
}

/** Services that an article names must be there; categories belong to a module above and are taken as they come. */
export async function checkServices({ db, orgId }: Operation, serviceIds: readonly string[], known: readonly string[]): Promise<void> {
  const added = serviceIds.filter((id) => !known.includes(id));
  if (added.length === 0) return;
  const rows = await db
    .selectFrom('service')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', 'in', added)
    .where('deleted_at', 'is', null)
    .execute();
  const missing = added.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw invalidField(`serviceIds.${serviceIds.indexOf(missing)}`, 'unknown_service');
}
