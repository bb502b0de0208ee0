import { sql } from 'kysely';
import type { Tx } from '../../platform/database/in-organisation.ts';

/** Batches of one source follow each other; batches of different sources run side by side, but never beside a rebuild. */
export async function lockForBatch(db: Tx, orgId: string, sourceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`measurement:${orgId}`}, 0)),
    pg_advisory_xact_lock(hashtextextended(${`source:${sourceId}`}, 0))`.execute(db);
}

/** Who holds what is measured, such as the row of a case, need not wait for others of the source; only never beside a rebuild. */
export async function lockAgainstRebuild(db: Tx, orgId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`measurement:${orgId}`}, 0))`.execute(db);
}

/** A rebuild has the organisation's measurements to itself. */
export async function lockForRebuild(db: Tx, orgId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`measurement:${orgId}`}, 0))`.execute(db);
}
