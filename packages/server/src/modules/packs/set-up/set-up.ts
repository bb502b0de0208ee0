import type { Parsed } from '@zhiheng/contract/endpoint';
import type { setUp as endpoint } from '@zhiheng/contract/packs/packs';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Installation } from '../../../platform/installation.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { systemActor, type Actor, type Operation, type PublicCall } from '../../../platform/operation.ts';
import { createAdministrator, startSession } from '../../identity/index.ts';
import { createOrganisation } from '../../organisation/index.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { installPack } from '../install-pack.ts';
import type { PackParts } from '../pack-parts.ts';
import { shippedPack } from '../shipped-packs.ts';
import { admit } from './admit.ts';

interface House {
  readonly packsFolder: string;
  readonly parts: PackParts;
  readonly installation: Installation;
  readonly jobs: Jobs;
}
type Draft = Parsed<typeof endpoint>['body'];

/** Creates an organisation with roles, administrator, pack and demo data in one transaction, and signs the administrator in. */
export const setUpIn =
  (house: House) =>
  async (call: PublicCall, { body }: { body: Draft }): Promise<{ organisationId: string }> => {
    const orgId = newId();
    await inOrganisation(call.root, orgId, async (db) => {
      await admit(db, house.installation, body.token);
      const operation: Operation = { db, orgId, actor: systemActor, now: call.now };
      const accountId = await found(operation, body);
      if (body.pack !== null) await furnish({ ...operation, actor: administrator(accountId) }, house, body);
      await startSession(operation, accountId, call);
    });
    if (body.demo) await house.jobs.send('compact', { orgId });
    return { organisationId: orgId };
  };

async function found(operation: Operation, { organisation, locale, timeZone, administrator: person }: Draft): Promise<string> {
  await createOrganisation(operation, { name: organisation, locale, timeZone });
  return createAdministrator(operation, { ...person, locale });
}

/** What the set-up installs, the log shows as done by its first administrator. */
const administrator = (id: string): Actor => ({ kind: 'account', id, accountId: id, sessionId: null, permissions: new Set() });

async function furnish(operation: Operation, { packsFolder, parts }: House, { pack, demo }: Draft): Promise<void> {
  if (pack === null) return;
  await installPack(operation, parts, shippedPack(packsFolder, pack));
  if (demo) await loadDemo(operation, pack);
}
