import { sql } from 'kysely';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { placeOf, type Direction } from './mail-account.ts';
import type { Post } from './send-waiting.ts';

/** After a change of the secret: seals anew what was sealed under the one before. Run at each start. */
export async function resealPasswords({ root, sealer }: Pick<Post, 'root' | 'sealer'>): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_mail_settings() as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    await inOrganisation(root, orgId, async (db) => {
      const { rows: found } = await sql<Record<Direction, string | null>>`
        select outgoing_password as outgoing, incoming_password as incoming from mail_settings where org_id = ${orgId} for update`.execute(
        db,
      );
      const renewed = (direction: Direction): string | null => {
        const sealed = found[0]?.[direction] ?? null;
        if (sealed === null || !sealer.isOutdated(sealed)) return sealed;
        const words = sealer.unseal(sealed, placeOf(orgId, direction));
        return words === null ? sealed : sealer.seal(words, placeOf(orgId, direction));
      };
      await sql`update mail_settings set outgoing_password = ${renewed('outgoing')}, incoming_password = ${renewed('incoming')} where org_id = ${orgId}`.execute(
        db,
      );
    });
  }
}
