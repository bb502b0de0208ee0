import { fileOptions, importMapping, type SavedMapping } from '@zhiheng/contract/measurement/imports';
import type { Operation } from '../../../platform/operation.ts';

/** Saved mappings, the last changed first. */
export async function listMappings({ db, orgId }: Operation): Promise<{ items: SavedMapping[] }> {
  const rows = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      mapping: importMapping.parse(row.mapping),
      options: fileOptions.parse(row.options),
      updatedAt: row.updated_at.toISOString(),
    })),
  };
}
