import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { readZone } from '../objectives/gather.ts';
import { writeOpenSlo, type Written } from './write-openslo.rules.ts';

/** All objectives that are in force. */
export async function exportOpenSlo(operation: Operation): Promise<{ text: string }> {
  const { db, orgId } = operation;
  const { rows } = await sql<Written>`
    select o.code, o.name, v.definition, jsonb_build_object('code', s.code, 'name', s.name) as service, p.code as probe, c.code as calendar
    from objective o
    join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = o.version
    join service s on s.org_id = ${orgId} and s.id = (v.definition ->> 'serviceId')::uuid
    left join probe p on p.org_id = ${orgId} and p.id = (v.definition -> 'source' ->> 'probeId')::uuid
    left join business_calendar c on c.org_id = ${orgId} and c.id = (v.definition ->> 'calendarId')::uuid
    where o.org_id = ${orgId} and o.retired_at is null order by o.code`.execute(db);
  return { text: writeOpenSlo(rows, await readZone(operation)) };
}
