import { quarantined, quarantineReason } from '@zhiheng/contract/measurement/observations';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const quarantineSearch = z.object({
  state: quarantined.shape.state.optional().catch(undefined),
  reason: quarantineReason.optional().catch(undefined),
  importId: id.optional().catch(undefined),
});
export type QuarantineSearch = z.infer<typeof quarantineSearch>;
