import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';

const kept = 60 * 86_400_000;

/** Answers that nobody has gone on with for sixty days are forgotten. */
export async function pruneDrafts(root: Db, now = new Date()): Promise<void> {
  await sql`select prune_survey_drafts(${new Date(now.getTime() - kept)})`.execute(root);
}
