import type { Scorecard } from '@zhiheng/contract/evaluation/scores';
import type { Operation } from '../../platform/operation.ts';
import { scorecardColumns, scorecardOf } from './scorecard-row.ts';

/** All scorecards, those of packs first: the first one is what the board shows. */
export async function listScorecards({ db, orgId }: Operation): Promise<{ items: Scorecard[] }> {
  const rows = await db
    .selectFrom('scorecard')
    .select(scorecardColumns)
    .where('org_id', '=', orgId)
    .where('deleted_at', 'is', null)
    .orderBy((eb) => eb('pack', 'is', null))
    .orderBy('code')
    .execute();
  return { items: rows.map(scorecardOf) };
}
