import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import type { Sealer } from '../../../platform/sealed/sealer.ts';
import { placeOf } from './sealed-webhook.ts';

/** So many days the log of what was told is kept. */
const keptDays = 30;

const organisations = async (root: Db): Promise<string[]> => {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_webhooks() as "orgId"`.execute(root);
  return rows.map(({ orgId }) => orgId);
};

/** Forgets what was told long ago. */
export async function forgetOldDeliveries(root: Db, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  for (const orgId of await organisations(root))
    await inOrganisation(root, orgId, (db) =>
      sql`delete from webhook_delivery where org_id = ${orgId} and state <> 'waiting' and tried_at < ${before}`.execute(db),
    );
}

/** After a change of the secret: seals anew what was sealed under the one before. Run at each start. */
export async function resealWebhooks({ root, sealer }: { readonly root: Db; readonly sealer: Sealer }): Promise<void> {
  for (const orgId of await organisations(root)) {
    await inOrganisation(root, orgId, async (db) => {
      const { rows } = await sql<{ id: string; url: string; secret: string; former: string | null }>`
        select id, sealed_url as url, sealed_secret as secret, sealed_former_secret as former from webhook where org_id = ${orgId} for update`.execute(
        db,
      );
      for (const { id, url, secret, former } of rows) {
        const renewed = (sealed: string, part: 'url' | 'secret'): string => {
          const words = sealer.isOutdated(sealed) ? sealer.unseal(sealed, placeOf(orgId, id, part)) : null;
          return words === null ? sealed : sealer.seal(words, placeOf(orgId, id, part));
        };
        await sql`update webhook set sealed_url = ${renewed(url, 'url')}, sealed_secret = ${renewed(secret, 'secret')},
          sealed_former_secret = ${former === null ? null : renewed(former, 'secret')} where org_id = ${orgId} and id = ${id}`.execute(db);
      }
    });
  }
}
