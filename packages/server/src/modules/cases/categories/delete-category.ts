import type { Parsed } from '@zhiheng/contract/endpoint';
import type { deleteCaseCategory as endpoint, restoreCaseCategory } from '@zhiheng/contract/cases/categories';
import { liftChildren, takeOutOfTrash } from '../../../platform/database/place-in-tree.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lockCategory } from './write-category.ts';

/** The children move to the parent; cases keep the category. */
export async function deleteCategory(call: Call, { params }: Parsed<typeof endpoint>): Promise<{ ok: true }> {
  const { code, name } = await lockCategory(call, params.id);
  await liftChildren(call, 'case_category', params.id);
  const gone = { deleted_at: call.now };
  await call.db.updateTable('case_category').set(gone).where('org_id', '=', call.orgId).where('id', '=', params.id).execute();
  await recordEvent(call, {
    type: 'case-category.deleted',
    entity: { kind: 'case-category', id: params.id, label: name.zh },
    data: { code },
  });
  return { ok: true };
}

export async function restoreCategory(operation: Operation, id: string): Promise<void> {
  const restored = await takeOutOfTrash(operation, 'case_category', id);
  if (restored === null) throw notFound('case_category');
  await recordEvent(operation, { type: 'case-category.restored', entity: { kind: 'case-category', id, label: restored.label } });
}

export async function takeCategoryBack(call: Call, { params }: Parsed<typeof restoreCaseCategory>): Promise<{ ok: true }> {
  await restoreCategory(call, params.id);
  return { ok: true };
}
