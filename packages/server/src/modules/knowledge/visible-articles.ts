import { sql, type RawBuilder } from 'kysely';
import type { Operation } from '../../platform/operation.ts';

/** Drafts are for those who write. Speaks of `a`. */
export const visibleTo = ({ permissions }: Operation['actor']): RawBuilder<unknown> =>
  permissions.has('knowledge.write') ? sql`true` : sql`a.state <> 'draft'`;
