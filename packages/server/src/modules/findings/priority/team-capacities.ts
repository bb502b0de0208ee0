import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { setTeamCapacities as endpoint, TeamCapacity } from '@zhiheng/contract/findings/priority';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkPlaces } from '../../feedback/index.ts';

export async function listCapacities({ db, orgId }: Operation): Promise<TeamCapacity[]> {
  const { rows } = await sql<TeamCapacity>`
    select c.team_id as "teamId", t.name as team, c.hours from team_capacity c
    join team t on t.org_id = ${orgId} and t.id = c.team_id and t.deleted_at is null
    where c.org_id = ${orgId} order by t.code`.execute(db);
  return rows;
}

export async function setTeamCapacities(
  operation: Operation,
  { body }: Pick<Parsed<typeof endpoint>, 'body'>,
): Promise<Reply<typeof endpoint>> {
  const { db, orgId, now } = operation;
  const ids = body.items.map(({ teamId }) => teamId);
  const twice = ids.findIndex((id, at) => ids.indexOf(id) !== at);
  if (twice >= 0) throw invalidField(`items.${twice}.teamId`, 'duplicate');
  for (const [at, { teamId }] of body.items.entries()) await checkPlaces(operation, { teamId }, `items.${at}.`);
  const before = await listCapacities(operation);
  await sql`delete from team_capacity where org_id = ${orgId}`.execute(db);
  await sql`insert into team_capacity (org_id, team_id, hours, updated_at)
    select ${orgId}, r."teamId", r.hours, ${now} from jsonb_to_recordset(${JSON.stringify(body.items)}::jsonb) as r ("teamId" uuid, hours float8)`.execute(
    db,
  );
  const items = await listCapacities(operation);
  const data = { hours: { from: before.map(({ team, hours }) => [team.zh, hours]), to: items.map(({ team, hours }) => [team.zh, hours]) } };
  await recordEvent(operation, { type: 'team-capacity.changed', entity: { kind: 'organisation', id: orgId }, data });
  return { items };
}
