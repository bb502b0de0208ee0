import type { Operation } from '../../../platform/operation.ts';
import type { WordedTheme } from './match-themes.rules.ts';

/** The themes in use, in their order. */
export async function readThemes({ db, orgId }: Operation): Promise<WordedTheme[]> {
  return db
    .selectFrom('feedback_theme')
    .select(['id', 'words'])
    .where('org_id', '=', orgId)
    .where('retired', '=', false)
    .orderBy('position')
    .execute();
}
