import type { Parsed } from '@zhiheng/contract/endpoint';
import type { CaseCategory, createCaseCategory, updateCaseCategory } from '@zhiheng/contract/cases/categories';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { placeInTree } from '../../../platform/database/place-in-tree.ts';
import { invalidField, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readCategory } from './select-categories.ts';

type Fields = Pick<CaseCategory, 'name' | 'parentId' | 'types' | 'teamId'>;

const rowOf = (fields: Fields) => ({
  name: JSON.stringify(fields.name),
  parent_id: fields.parentId,
  types: [...new Set(fields.types)],
  team_id: fields.teamId,
});

export async function createCategory(call: Call, { body }: Parsed<typeof createCaseCategory>): Promise<CaseCategory> {
  const { code, ...given } = body;
  const fields: Fields = { parentId: null, types: [], teamId: null, ...givenFields(given), name: body.name };
  await placeInTree(call, 'case_category', fields);
  await demandTeam(call, fields.teamId);
  const id = newId();
  await call.db
    .insertInto('case_category')
    .values({ org_id: call.orgId, id, code, ...rowOf(fields) })
    .execute();
  const entity = { kind: 'case-category', id, label: fields.name.zh };
  await recordEvent(call, { type: 'case-category.created', entity, data: { code, name: fields.name } });
  return readCategory(call, id);
}

export async function updateCategory(call: Call, { params, body }: Parsed<typeof updateCaseCategory>): Promise<CaseCategory> {
  const before = await lockCategory(call, params.id);
  const fields = givenFields(body);
  const data = changesBetween<Fields>(before, fields);
  if (Object.keys(data).length === 0) return before;
  const after: Fields = { ...before, ...fields };
  if (after.parentId !== before.parentId) await placeInTree(call, 'case_category', { id: params.id, parentId: after.parentId });
  if (after.teamId !== before.teamId) await demandTeam(call, after.teamId);
  await call.db.updateTable('case_category').set(rowOf(after)).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, { type: 'case-category.changed', entity: { kind: 'case-category', id: params.id, label: after.name.zh }, data });
  return readCategory(call, params.id);
}

/** Holds a category that is not in the trash until the transaction ends. */
export async function lockCategory(call: Call, id: string): Promise<CaseCategory> {
  const row = await call.db
    .selectFrom('case_category')
    .select('id')
    .where('org_id', '=', call.orgId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('case_category');
  return readCategory(call, id);
}

async function demandTeam({ db, orgId }: Call, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await db
    .selectFrom('team')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw invalidField('teamId', 'unknown_team');
}
