import type { z } from 'zod';
import { packOrganisation, type PackUnit } from '@zhiheng/contract/packs/pack-file';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, planInstall, type Decision, type InstallPlan, type PackPart, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../platform/record-event.ts';

/** `organisation.yaml`: teams, sites and customer segments. */
export const organisationPackPart: PackPart<'organisation.yaml', z.infer<typeof packOrganisation>> = {
  kind: 'organisation.yaml',
  schema: packOrganisation,
  async install(operation, pack, content) {
    const decisions: Decision[] = [];
    for (const table of unitTables) decisions.push(...(await installUnits(operation, { pack, table }, content[`${table}s`])));
    return countDecisions(decisions);
  },
  async export(operation) {
    const [teams, sites, segments] = [await inUse(operation, 'team'), await inUse(operation, 'site'), await inUse(operation, 'segment')];
    return { teams, sites, segments };
  },
};

const unitTables = ['team', 'site', 'segment'] as const;
type UnitTable = (typeof unitTables)[number];

interface Target {
  readonly pack: string;
  readonly table: UnitTable;
}

async function installUnits(operation: Operation, { pack, table }: Target, wanted: readonly PackUnit[]): Promise<Iterable<Decision>> {
  const plan = planInstall(pack, await readUnits(operation, table), wanted);
  if (plan.write.length > 0) await writeUnits(operation, { pack, table }, plan);
  const events = plan.write.map(({ id, decision, content }): EventDraft => {
    return {
      type: decision === 'added' ? 'unit.created' : 'unit.changed',
      entity: { kind: table, id, label: content.name.zh },
      data: { pack },
    };
  });
  await recordEvents(operation, events);
  return plan.decisions.values();
}

async function writeUnits({ db, orgId }: Operation, { pack, table }: Target, plan: InstallPlan<PackUnit>): Promise<void> {
  const rows = plan.write.map(({ id, hash, content }) => {
    const parent_id = content.parent === undefined ? null : (plan.ids.get(content.parent) ?? null);
    return { org_id: orgId, id, code: content.code, name: JSON.stringify(content.name), parent_id, pack, pack_hash: hash };
  });
  await db
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        parent_id: eb.ref('excluded.parent_id'),
        pack_hash: eb.ref('excluded.pack_hash'),
      })),
    )
    .execute();
}

type Standing = StandingRow<PackUnit>;

async function readUnits({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, table: UnitTable): Promise<Standing[]> {
  const rows = await db.selectFrom(table).selectAll().where('org_id', '=', orgId).orderBy('code').execute();
  const codes = new Map(rows.map((row) => [row.id, row.code]));
  return rows.map((row) => {
    const parent = row.parent_id === null ? undefined : codes.get(row.parent_id);
    // The column is written from localText only.
    const name = row.name as unknown as LocalText;
    const content = { code: row.code, name, ...(parent === undefined ? {} : { parent }) };
    return { id: row.id, pack: row.pack, packHash: row.pack_hash, deleted: row.deleted_at !== null, content };
  });
}

/** A parent in the trash is left out: it would be a name that the file does not explain. */
async function inUse(operation: Pick<Operation, 'db' | 'orgId'>, table: UnitTable): Promise<PackUnit[]> {
  const units = (await readUnits(operation, table)).filter((row) => !row.deleted).map((row) => row.content);
  const known = new Set(units.map((unit) => unit.code));
  return units.map(({ parent, ...unit }) => (parent !== undefined && known.has(parent) ? { ...unit, parent } : unit));
}
