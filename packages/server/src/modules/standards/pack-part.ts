import { sql } from 'kysely';
import type { z } from 'zod';
import { packStandards, type PackStandard } from '@zhiheng/contract/packs/pack-standards';
import { houseDay } from '../../platform/database/house-day.ts';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvents } from '../../platform/record-event.ts';
import { inForce } from './standard-rows.ts';

/** `standards.yaml`: service standards of the trade, in force from the day they are loaded. */
export const standardsPackPart: PackPart<'standards.yaml', z.infer<typeof packStandards>> = {
  kind: 'standards.yaml',
  schema: packStandards,
  async install(operation, pack, content) {
    const wanted = content.standards.map((standard) => ({ ...standard, services: standard.services.toSorted() }));
    const plan = planInstall(pack, await readStanding(operation), wanted);
    for (const row of plan.write) await write(operation, pack, row);
    await recordEvents(
      operation,
      plan.write.map(({ id, decision, content: { name, code } }) => ({
        type: decision === 'added' ? ('standard.created' as const) : ('standard.approved' as const),
        entity: { kind: 'standard', id, label: name.zh },
        data: { pack, code },
      })),
    );
    return countDecisions(plan.decisions.values());
  },
  /** Standards that are still drafts, or whose day has not come, are no part of a pack. */
  async export(operation) {
    const rows = (await readStanding({ ...operation, now: new Date() })).filter((row) => !row.deleted && row.inUse);
    return { standards: rows.map(({ content }) => content) };
  },
};

interface Standing extends StandingRow<PackStandard> {
  readonly inUse: boolean;
}

/** A draft beside what is in force keeps the standard from following the pack: somebody is at work on it. */
async function readStanding(operation: Pick<Operation, 'db' | 'orgId' | 'now'>): Promise<Standing[]> {
  const { db, orgId } = operation;
  const { rows } = await sql<Standing>`
    select s.id, case when o.number is null then s.pack end as pack, s.pack_hash as "packHash", s.deleted_at is not null as deleted,
      f.number is not null as "inUse",
      jsonb_build_object('code', s.code, 'name', s.name, 'purpose', s.purpose, 'clauses', coalesce(f.clauses, '[]'::jsonb),
        'services', coalesce((select jsonb_agg(v.code order by v.code collate "C") from service v
          where v.org_id = ${orgId} and v.id = any(s.service_ids) and v.deleted_at is null), '[]'::jsonb)) as content
    from standard s left join ${inForce(operation)} on true
    left join standard_version o on o.org_id = ${orgId} and o.standard_id = s.id and o.state <> 'approved'
    where s.org_id = ${orgId} order by s.code`.execute(db);
  return rows;
}

async function write(operation: Operation, pack: string, { id, hash, content }: PlannedRow<PackStandard>): Promise<void> {
  const { db, orgId, now, actor } = operation;
  const { code, name, purpose, services, clauses } = content;
  await sql`
    insert into standard (org_id, id, code, name, purpose, service_ids, pack, pack_hash, created_at, updated_at, updated_by)
    values (${orgId}, ${id}, ${code}, ${JSON.stringify(name)}::jsonb, ${JSON.stringify(purpose)}::jsonb,
      array(select v.id from service v where v.org_id = ${orgId} and v.code = any(${services}::text[]) and v.deleted_at is null order by v.code),
      ${pack}, ${hash}, ${now}, ${now}, ${actor.accountId}::uuid)
    on conflict (org_id, id) do update set name = excluded.name, purpose = excluded.purpose, service_ids = excluded.service_ids,
      pack = excluded.pack, pack_hash = excluded.pack_hash, version = standard.version + 1, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`.execute(db);
  await sql`
    insert into standard_version (org_id, standard_id, number, state, clauses, in_force_from, approved_at, approved_by, saved_at)
    select ${orgId}, ${id}, coalesce(max(number), 0) + 1, 'approved', ${JSON.stringify(clauses)}::jsonb, ${await houseDay(operation, now)}::date,
      ${now}, ${actor.accountId}::uuid, ${now}
    from standard_version where org_id = ${orgId} and standard_id = ${id}`.execute(db);
}
