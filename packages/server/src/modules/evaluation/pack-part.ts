import type { z } from 'zod';
import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import { packScorecards, type PackScorecard } from '@zhiheng/contract/packs/pack-file';
import type { Operation } from '../../platform/operation.ts';
import { countDecisions, packHash, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../platform/record-event.ts';

type InstalledScorecard = Required<PackScorecard>;

/** `scorecards.yaml`: weighted trees whose leaves are indicators. */
export const scorecardsPackPart: PackPart<'scorecards.yaml', z.infer<typeof packScorecards>> = {
  kind: 'scorecards.yaml',
  schema: packScorecards,
  async install(operation, pack, content) {
    const wanted = content.scorecards.map((scorecard) => ({ ...scorecard, settings: scorecard.settings ?? scoreSettings.parse({}) }));
    const plan = planInstall(pack, await readScorecards(operation), wanted);
    await writeScorecards(operation, pack, plan.write);
    const events = plan.write.map(({ id, decision, content: scorecard }): EventDraft => {
      const type = decision === 'added' ? 'scorecard.created' : 'scorecard.changed';
      return { type, entity: { kind: 'scorecard', id, label: scorecard.name.zh }, data: { pack } };
    });
    await recordEvents(operation, events);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const rows = (await readScorecards(operation)).filter((row) => !row.deleted);
    return { scorecards: rows.map((row) => withoutDefaults(row.content)) };
  },
};

async function writeScorecards(operation: Operation, pack: string, planned: readonly PlannedRow<InstalledScorecard>[]): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map(({ id, hash, content }) => ({
    org_id: operation.orgId,
    id,
    code: content.code,
    name: JSON.stringify(content.name),
    description: JSON.stringify(content.description),
    settings: JSON.stringify(content.settings),
    headline: content.headline,
    tree: JSON.stringify(content.children),
    pack,
    pack_hash: hash,
    updated_at: operation.now,
  }));
  await operation.db
    .insertInto('scorecard')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        description: eb.ref('excluded.description'),
        settings: eb.ref('excluded.settings'),
        headline: eb.ref('excluded.headline'),
        tree: eb.ref('excluded.tree'),
        pack_hash: eb.ref('excluded.pack_hash'),
        updated_at: eb.ref('excluded.updated_at'),
        version: eb('scorecard.version', '+', 1),
      })),
    )
    .execute();
}

async function readScorecards({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<InstalledScorecard>[]> {
  const rows = await db.selectFrom('scorecard').selectAll().where('org_id', '=', orgId).orderBy('code').execute();
  return rows.map((row) => {
    const { code, name, description, settings, headline } = row;
    // The columns are written through the schemas of the contract only.
    const content = { code, name, description, settings, headline, children: row.tree } as unknown as InstalledScorecard;
    return { id: row.id, pack: row.pack, packHash: row.pack_hash, deleted: row.deleted_at !== null, content };
  });
}

/** Settings out of the box need no words in the file. */
function withoutDefaults({ settings, ...scorecard }: InstalledScorecard): PackScorecard {
  return packHash(settings) === packHash(scoreSettings.parse({})) ? scorecard : { ...scorecard, settings };
}
