import { stringify } from 'yaml';
import { packDemo, type PackContent, type PackFileName } from '@zhiheng/contract/packs/pack-file';
import { notFound } from '../../platform/errors.ts';
import type { Operation } from '../../platform/operation.ts';
import { explained } from './explained.rules.ts';
import type { PackParts } from './pack-parts.ts';

/** Everything in use in the organisation as the files of a pack, under the header of an installed one. */
export const exportPackOf =
  (parts: PackParts) =>
  async (operation: Operation, { params }: { params: { code: string } }): Promise<{ files: Record<string, string> }> => {
    const installed = await readInstalled(operation, params.code);
    const exported = new Map<PackFileName, unknown>();
    for (const part of parts) exported.set(part.kind, await part.export(operation));
    const content = explained({ ...installed, ...Object.fromEntries(exported) } as PackContent);
    const files = Object.entries(content).filter(([, file]) => file !== null);
    return {
      files: Object.fromEntries(files.map(([name, file]) => [name, stringify(file, { lineWidth: 140, aliasDuplicateObjects: false })])),
    };
  };

async function readInstalled({ db, orgId }: Operation, code: string) {
  const row = await db
    .selectFrom('installed_pack')
    .select(['code as pack', 'version', 'name', 'description', 'demo'])
    .where('org_id', '=', orgId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (row === undefined) throw notFound('installed_pack');
  const { demo, ...header } = row;
  return { 'pack.yaml': header, 'demo.yaml': demo === null ? null : packDemo.parse(demo) };
}
