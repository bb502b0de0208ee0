import { sql } from 'kysely';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { setupState as endpoint } from '@zhiheng/contract/packs/packs';
import type { PublicCall } from '../../../platform/operation.ts';
import { summaryOf } from '../list-packs.ts';
import { shippedPacks } from '../shipped-packs.ts';

export const setupStateFrom =
  (packsFolder: string) =>
  async ({ root }: PublicCall): Promise<Reply<typeof endpoint>> => {
    const { rows } = await sql<{ installed: boolean }>`select any_organisation() as installed`.execute(root);
    return { installed: rows[0]?.installed ?? false, packs: shippedPacks(packsFolder).map(summaryOf) };
  };
