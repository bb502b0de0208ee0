import { sql } from 'kysely';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import type { Db } from '../../../platform/database/connect.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { placeOf } from './channel-address.ts';

/** After a change of the secret: seals anew what was sealed under the one before. Run at each start. */
export async function resealChannels({ root, sealer }: { readonly root: Db; readonly sealer: Sealer }): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_channels() as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    await inOrganisation(root, orgId, async (db) => {
      const { rows: found } = await sql<{ id: string; url: string; secret: string | null }>`
        select id, sealed_url as url, sealed_secret as secret from notification_channel where org_id = ${orgId} for update`.execute(db);
      for (const { id, url, secret } of found) {
        const renewed = (sealed: string, part: 'url' | 'secret'): string => {
          const words = sealer.isOutdated(sealed) ? sealer.unseal(sealed, placeOf(orgId, id, part)) : null;
          return words === null ? sealed : sealer.seal(words, placeOf(orgId, id, part));
        };
        await sql`update notification_channel set sealed_url = ${renewed(url, 'url')}, sealed_secret = ${secret === null ? null : renewed(secret, 'secret')}
          where org_id = ${orgId} and id = ${id}`.execute(db);
      }
    });
  }
}
