import { invalid } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';

interface Membership {
  readonly teamId: string;
  readonly lead: boolean;
}

/** The account belongs to these teams and to no others. */
export async function assignTeams(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  accountId: string,
  teams: readonly Membership[],
): Promise<void> {
  await db.deleteFrom('team_member').where('org_id', '=', orgId).where('account_id', '=', accountId).execute();
  if (teams.length === 0) return;
  const ids = teams.map((team) => team.teamId);
  const known = await db
    .selectFrom('team')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .execute();
  const knownIds = new Set(known.map((team) => team.id));
  const wrong = ids.flatMap((id, index) => {
    const path = `teams.${index}.teamId`;
    if (!knownIds.has(id)) return [{ path, code: 'unknown_team' }];
    return ids.indexOf(id) === index ? [] : [{ path, code: 'duplicate' }];
  });
  if (wrong.length > 0) throw invalid(wrong);
  const rows = teams.map((team) => ({ org_id: orgId, team_id: team.teamId, account_id: accountId, lead: team.lead }));
  await db.insertInto('team_member').values(rows).execute();
}
