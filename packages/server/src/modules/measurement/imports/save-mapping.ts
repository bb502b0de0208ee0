import type { ImportMapping, SavedMapping } from '@zhiheng/contract/measurement/imports';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import type { TableOptions } from '../../../platform/table-files/open-table.ts';

interface Input {
  readonly params: { readonly code: string };
  readonly body: { readonly name: string; readonly mapping: ImportMapping; readonly options: TableOptions };
}

/** Saves a mapping under its code; one that is there is replaced. */
export async function saveMapping(operation: Operation, { params, body }: Input): Promise<SavedMapping> {
  const { db, orgId, now } = operation;
  const content = { name: body.name, mapping: JSON.stringify(body.mapping), options: JSON.stringify(body.options), updated_at: now };
  const { id } = await db
    .insertInto('import_mapping')
    .values({ org_id: orgId, id: newId(), code: params.code, ...content })
    .onConflict((conflict) => conflict.constraint('import_mapping_code_taken').doUpdateSet(content))
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordEvent(operation, { type: 'mapping.saved', entity: { kind: 'mapping', id, label: body.name }, data: { code: params.code } });
  return { id, code: params.code, ...body, updatedAt: now.toISOString() };
}
