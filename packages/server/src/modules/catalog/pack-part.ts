import { sql } from 'kysely';
import type { z } from 'zod';
import { packServices, type PackService } from '@zhiheng/contract/packs/pack-file';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, planInstall, type InstallPlan, type PackPart, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../platform/record-event.ts';

/** `services.yaml`: the service catalogue. */
export const servicesPackPart: PackPart<'services.yaml', z.infer<typeof packServices>> = {
  kind: 'services.yaml',
  schema: packServices,
  async install(operation, pack, content) {
    const wanted = content.services.map((service) => ({ ...service, depends_on: service.depends_on.toSorted() }));
    const plan = planInstall(pack, await readServices(operation), wanted);
    if (plan.write.length > 0) await writeServices(operation, pack, plan);
    const events = plan.write.map(({ id, decision, content: service }): EventDraft => {
      return {
        type: decision === 'added' ? 'service.created' : 'service.changed',
        entity: { kind: 'service', id, label: service.name.zh },
        data: { pack },
      };
    });
    await recordEvents(operation, events);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const services = (await readServices(operation)).filter((row) => !row.deleted).map((row) => row.content);
    const known = new Set(services.map((service) => service.code));
    const teams = new Set(await teamsInUse(operation));
    return { services: services.map((service) => withoutMissing(service, known, teams)) };
  },
};

type Plan = InstallPlan<PackService>;

async function writeServices(operation: Operation, pack: string, plan: Plan): Promise<void> {
  await operation.db
    .insertInto('service')
    .values(await rowsOf(operation, pack, plan))
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        type: eb.ref('excluded.type'),
        description: eb.ref('excluded.description'),
        customers: eb.ref('excluded.customers'),
        team_id: eb.ref('excluded.team_id'),
        channels: eb.ref('excluded.channels'),
        state: eb.ref('excluded.state'),
        parent_id: eb.ref('excluded.parent_id'),
        pack_hash: eb.ref('excluded.pack_hash'),
        updated_at: eb.ref('excluded.updated_at'),
        version: eb('service.version', '+', 1),
      })),
    )
    .execute();
  await writeDependencies(operation, plan);
}

async function rowsOf({ db, orgId, now }: Operation, pack: string, plan: Plan) {
  const teams = await db.selectFrom('team').select(['code', 'id']).where('org_id', '=', orgId).execute();
  const teamIds = new Map(teams.map((team) => [team.code, team.id]));
  const idOf = (ids: ReadonlyMap<string, string>, code: string | undefined) => (code === undefined ? null : (ids.get(code) ?? null));
  return plan.write.map(({ id, hash, content: service }) => ({
    org_id: orgId,
    id,
    code: service.code,
    name: JSON.stringify(service.name),
    type: service.type,
    description: JSON.stringify(service.description),
    customers: service.customers === undefined ? null : JSON.stringify(service.customers),
    team_id: idOf(teamIds, service.team),
    channels: service.channels,
    state: service.state,
    parent_id: idOf(plan.ids, service.parent),
    pack,
    pack_hash: hash,
    updated_at: now,
  }));
}

async function writeDependencies({ db, orgId }: Operation, plan: Plan): Promise<void> {
  const written = plan.write.map((row) => row.id);
  await db.deleteFrom('service_dependency').where('org_id', '=', orgId).where('service_id', 'in', written).execute();
  const rows = plan.write.flatMap(({ id, content }) =>
    content.depends_on.map((code) => ({ org_id: orgId, service_id: id, depends_on_id: plan.ids.get(code) ?? id })),
  );
  if (rows.length > 0) await db.insertInto('service_dependency').values(rows).execute();
}

interface ServiceRow {
  readonly id: string;
  readonly pack: string | null;
  readonly packHash: string | null;
  readonly deleted: boolean;
  readonly content: PackService;
}

async function readServices({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<PackService>[]> {
  const { rows } = await sql<ServiceRow>`
    select s.id, s.pack, s.pack_hash as "packHash", s.deleted_at is not null as deleted,
      jsonb_strip_nulls(jsonb_build_object('code', s.code, 'name', s.name, 'type', s.type, 'description', s.description, 'customers', s.customers,
        'team', t.code, 'channels', s.channels, 'state', s.state, 'parent', p.code, 'depends_on', coalesce(d.codes, '[]'::jsonb))) as content
    from service s
    left join team t on t.org_id = ${orgId} and t.id = s.team_id
    left join service p on p.org_id = ${orgId} and p.id = s.parent_id
    left join (
      select x.service_id, jsonb_agg(o.code order by o.code collate "C") as codes from service_dependency x
      join service o on o.org_id = ${orgId} and o.id = x.depends_on_id where x.org_id = ${orgId} group by x.service_id
    ) d on d.service_id = s.id
    where s.org_id = ${orgId} order by s.code`.execute(db);
  return rows;
}

async function teamsInUse({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<string[]> {
  const rows = await db.selectFrom('team').select('code').where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
  return rows.map((row) => row.code);
}

/** Leaves out references to what lies in the trash: the file would not explain them. */
function withoutMissing({ team, parent, ...service }: PackService, services: ReadonlySet<string>, teams: ReadonlySet<string>): PackService {
  return {
    ...service,
    ...(team !== undefined && teams.has(team) ? { team } : {}),
    ...(parent !== undefined && services.has(parent) ? { parent } : {}),
    depends_on: service.depends_on.filter((code) => services.has(code)),
  };
}
