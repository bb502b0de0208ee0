import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/in-organisation.ts';
import { AppError, conflict } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/identifier.ts';
import type { Installation } from '../../../platform/installation.ts';

/**
 * Lets a set-up through: with the operator key always, with the token of the set-up link only while there is no organisation. Two
 * set-ups with the link wait for each other, so that the second one finds the first.
 */
export async function admit(db: Tx, installation: Installation, token: string): Promise<void> {
  if (isSame(token, installation.operatorKey)) return;
  if (installation.setupToken === null || !isSame(token, installation.setupToken)) throw new AppError(403, 'setup_token_wrong');
  await sql`select pg_advisory_xact_lock(hashtextextended('zhiheng-setup', 0))`.execute(db);
  const { rows } = await sql<{ used: boolean }>`select any_organisation() as used`.execute(db);
  if (rows[0]?.used !== false) throw conflict('setup_done_already');
}

/** Hashes have one length, and comparing them tells nothing by its time. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
