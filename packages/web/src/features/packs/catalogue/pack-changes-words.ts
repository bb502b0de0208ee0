import type { installPack } from '@zhiheng/contract/packs/packs';
import type { Reply } from '@zhiheng/contract/endpoint';
import { m } from '../../../paraglide/messages.js';

/** What loading a pack changed; what users had edited themselves was kept. */
export function packChangesWords(name: string, { added, updated, unchanged, kept }: Reply<typeof installPack>): string {
  if (added === 0 && updated === 0 && kept === 0) return m.admin_pack_no_changes({ name, unchanged });
  return m.admin_pack_changes({ name, added, updated, unchanged, kept });
}
