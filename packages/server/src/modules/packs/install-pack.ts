import type { PackContent, PackFileName } from '@zhiheng/contract/packs/pack-file';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { packHash, type PackCounts, type PackPart } from '../../platform/pack-part.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { askForFigures } from '../measurement/index.ts';
import type { PackParts } from './pack-parts.ts';
import { parsePack } from './parse-pack.ts';
import { shippedPack } from './shipped-packs.ts';

interface House {
  readonly parts: PackParts;
  readonly jobs: Jobs;
}

/** Loads a shipped pack, or its newer version. */
export const installShippedFrom =
  (packsFolder: string, house: House) =>
  (call: Call, { params }: { params: { code: string } }): Promise<PackCounts> =>
    installAndJudge(call, house, shippedPack(packsFolder, params.code));

/** Loads a pack from the texts of its files. */
export const uploadPackWith =
  (house: House) =>
  (call: Call, { body }: { body: { files: Record<string, string> } }): Promise<PackCounts> =>
    installAndJudge(call, house, parsePack(body.files));

/** New limits or directions judge what was measured already anew, new agreements what is open. */
async function installAndJudge(call: Call, { parts, jobs }: House, content: PackContent): Promise<PackCounts> {
  const counts = await installPack(call, parts, content);
  if (counts.updated > 0) call.afterCommit(() => jobs.send('rebuild', { orgId: call.orgId }));
  if (counts.added + counts.updated === 0) return counts;
  call.afterCommit(() => jobs.send('recount', { orgId: call.orgId }));
  await askForFigures(call, jobs);
  return counts;
}

/** Brings a checked pack into the organisation. What has not changed since the last load is not touched. */
export async function installPack(operation: Operation, parts: PackParts, content: PackContent): Promise<PackCounts> {
  const { pack } = content['pack.yaml'];
  let counts: PackCounts = { added: 0, updated: 0, unchanged: 0, kept: 0 };
  for (const part of parts) counts = add(counts, await installPart(operation, part as PackPart<PackFileName, unknown>, content));
  const isNew = await recordInstalled(operation, content);
  if (isNew || counts.added + counts.updated > 0) {
    const { name, version } = content['pack.yaml'];
    await recordEvent(operation, {
      type: 'pack.installed',
      entity: { kind: 'pack', id: pack, label: name.zh },
      data: { version, ...counts },
    });
  }
  return counts;
}

const installPart = (operation: Operation, part: PackPart<PackFileName, unknown>, content: PackContent): Promise<PackCounts> =>
  part.install(operation, content['pack.yaml'].pack, content[part.kind]);

const add = (a: PackCounts, b: PackCounts): PackCounts => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  kept: a.kept + b.kept,
});

/** Notes the pack with its demo; says whether anything about it is new. */
async function recordInstalled({ db, orgId }: Operation, content: PackContent): Promise<boolean> {
  const { pack: code, version, name, description } = content['pack.yaml'];
  const demo = content['demo.yaml'];
  const known = await db
    .selectFrom('installed_pack')
    .select(['version', 'name', 'description', 'demo'])
    .where('org_id', '=', orgId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (known !== undefined && packHash(known) === packHash({ version, name, description, demo })) return false;
  const row = {
    version,
    name: JSON.stringify(name),
    description: JSON.stringify(description),
    demo: demo === null ? null : JSON.stringify(demo),
  };
  await db
    .insertInto('installed_pack')
    .values({ org_id: orgId, code, ...row })
    .onConflict((conflict) => conflict.columns(['org_id', 'code']).doUpdateSet(row))
    .execute();
  return true;
}
