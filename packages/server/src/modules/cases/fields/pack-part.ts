import { sql } from 'kysely';
import type { z } from 'zod';
import type { CaseField } from '@zhiheng/contract/cases/fields';
import { packFields, type PackField } from '@zhiheng/contract/packs/pack-cases';
import type { Operation } from '../../../platform/operation.ts';
import { countDecisions, planInstall, type PackPart, type PlannedRow, type StandingRow } from '../../../platform/pack-part.ts';
import { recordEvents, type EventDraft } from '../../../platform/record-event.ts';

/** With its place in the file. */
type Placed = PackField & { readonly position: number };

/** `fields.yaml`: what the trade asks of cases besides. */
export const fieldsPackPart: PackPart<'fields.yaml', z.infer<typeof packFields>> = {
  kind: 'fields.yaml',
  schema: packFields,
  async install(operation, pack, content) {
    const wanted = content.fields.map((field, position) => ({ ...field, types: field.types.toSorted(), position }));
    const standing = await readStanding(operation);
    const plan = planInstall(pack, standing, wanted);
    for (const row of plan.write) await write(operation, pack, row);
    const events = plan.write.map(({ id, decision, content: { name, code, kind } }): EventDraft => {
      const type = decision === 'added' ? 'case-field.created' : 'case-field.changed';
      return { type, entity: { kind: 'case-field', id, label: name.zh }, data: { pack, code, kind } };
    });
    await recordEvents(operation, events);
    return countDecisions(plan.decisions.values());
  },
  async export(operation) {
    const fields = (await readStanding(operation)).filter(({ deleted }) => !deleted).map(({ content: { position: _, ...field } }) => field);
    return { fields };
  },
};

type Row = Omit<CaseField, 'position'> & { readonly position: number; readonly pack: string | null; readonly packHash: string | null };

async function readStanding({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingRow<Placed>[]> {
  const { rows } = await sql<Row>`
    select id, code, name, help, kind, types, options, required, position, listed, retired, pack, pack_hash as "packHash"
    from case_field where org_id = ${orgId} order by position, code`.execute(db);
  return rows.map(({ id, pack, packHash, retired, help, types, ...field }) => {
    const content = { ...field, types: types.toSorted(), ...((help.zh !== '' || help.en !== '') && { help }) };
    return { id, pack, packHash, deleted: retired, content };
  });
}

/** The kind stays what it was: values that are stored would lose their meaning. */
async function write({ db, orgId }: Operation, pack: string, { id, hash, content }: PlannedRow<Placed>): Promise<void> {
  const { code, name, help = { zh: '', en: '' }, kind, types, options, required, listed, position } = content;
  const changeable = {
    ...{ name: JSON.stringify(name), help: JSON.stringify(help), types: [...types], options: JSON.stringify(options) },
    ...{ required, listed, position, pack_hash: hash },
  };
  await db
    .insertInto('case_field')
    .values({ org_id: orgId, id, code, kind, pack, ...changeable })
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doUpdateSet(changeable))
    .execute();
}
