import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import { onCommit } from '../../platform/database/in-organisation.ts';
import type { Operation } from '../../platform/operation.ts';

export const figuresChannel = 'figures_changed';

/** Organisations whose figures changed since they were last announced. */
const waiting = new Set<string>();
/** NOTIFY carries 8,000 bytes; who missed one reads the figures again. */
const mostAtOnce = 150;

/** Tells every open page, after the commit, that figures are not as they were. */
export function announceFigures({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): void {
  onCommit(db, () => waiting.add(orgId));
}

/** Sends what waits: a few times in a second, not once per batch, because NOTIFY lets commits queue up. */
export async function sendFigureAnnouncements(root: Db): Promise<void> {
  const orgIds = [...waiting];
  waiting.clear();
  for (let at = 0; at < orgIds.length; at += mostAtOnce)
    await sql`select pg_notify(${figuresChannel}, ${JSON.stringify(orgIds.slice(at, at + mostAtOnce))})`.execute(root);
}
