import type { z } from 'zod';
import { packCategories, type PackCategory } from '@zhiheng/contract/packs/pack-cases';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Operation } from '../../../platform/operation.ts';
import { countDecisions, planInstall, type InstallPlan, type PackPart, type StandingRow } from '../../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../../platform/record-event.ts';

/** `categories.yaml`: the tree of categories, with the queues that get their cases. */
export const categoriesPackPart: PackPart<'categories.yaml', z.infer<typeof packCategories>> = {
  kind: 'categories.yaml',
  schema: packCategories,
  async install(operation, pack, content) {
    const wanted = content.categories.map((category) => ({ ...category, types: category.types.toSorted() }));
    const plan = planInstall(pack, await readStanding(operation), wanted);
    if (plan.write.length > 0) await writeCategories(operation, pack, plan);
    const events = plan.write.map(({ id, decision, content: { name, code } }): EventDraft => {
      const type = decision === 'added' ? 'case-category.created' : 'case-category.changed';
      return { type, entity: { kind: 'case-category', id, label: name.zh }, data: { pack, code } };
    });
    await recordEvents(operation, events);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const categories = (await readStanding(operation)).filter((row) => !row.deleted).map((row) => row.content);
    const known = new Set(categories.map(({ code }) => code));
    const teams = new Set(await teamCodes(operation));
    return { categories: categories.map((category) => explained(category, known, teams)) };
  },
};

/** Without names that the files do not explain. */
function explained({ parent, team, ...category }: PackCategory, known: ReadonlySet<string>, teams: ReadonlySet<string>): PackCategory {
  return {
    ...category,
    ...(parent !== undefined && known.has(parent) && { parent }),
    ...(team !== undefined && teams.has(team) && { team }),
  };
}

async function teamCodes({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<string[]> {
  const rows = await db.selectFrom('team').select('code').where('org_id', '=', orgId).where('deleted_at', 'is', null).execute();
  return rows.map(({ code }) => code);
}

async function readStanding({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<PackCategory>[]> {
  const rows = await db
    .selectFrom('case_category as k')
    .leftJoin('case_category as p', (join) => join.onRef('p.org_id', '=', 'k.org_id').onRef('p.id', '=', 'k.parent_id'))
    .leftJoin('team as t', (join) => join.onRef('t.org_id', '=', 'k.org_id').onRef('t.id', '=', 'k.team_id'))
    .select(['k.id', 'k.pack', 'k.pack_hash', 'k.deleted_at', 'k.code', 'k.name', 'k.types', 'p.code as parent', 't.code as team'])
    .where('k.org_id', '=', orgId)
    .orderBy('k.code')
    .execute();
  return rows.map((row) => {
    // Both columns are written from parsed values only.
    const [name, types] = [row.name as unknown as LocalText, (row.types as PackCategory['types']).toSorted()];
    const { code, parent, team } = row;
    const content = { code, name, types, ...(parent !== null && { parent }), ...(team !== null && { team }) };
    return { id: row.id, pack: row.pack, packHash: row.pack_hash, deleted: row.deleted_at !== null, content };
  });
}

async function writeCategories({ db, orgId }: Operation, pack: string, plan: InstallPlan<PackCategory>): Promise<void> {
  const teams = await db.selectFrom('team').select(['code', 'id']).where('org_id', '=', orgId).execute();
  const teamIds = new Map(teams.map(({ code, id }) => [code, id]));
  const rows = plan.write.map(({ id, hash, content: { code, name, parent, team, types } }) => ({
    ...{ org_id: orgId, id, code, name: JSON.stringify(name), types: [...types], pack, pack_hash: hash },
    parent_id: parent === undefined ? null : (plan.ids.get(parent) ?? null),
    team_id: team === undefined ? null : (teamIds.get(team) ?? null),
  }));
  await db
    .insertInto('case_category')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        parent_id: eb.ref('excluded.parent_id'),
        types: eb.ref('excluded.types'),
        team_id: eb.ref('excluded.team_id'),
        pack_hash: eb.ref('excluded.pack_hash'),
      })),
    )
    .execute();
}
