import { eventType } from '@zhiheng/contract/events';
import { z } from 'zod';

const day = z.iso.date().optional().catch(undefined);

export const changesSearch = z.object({
  type: eventType.optional().catch(undefined),
  actor: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
});
export type ChangesSearch = z.infer<typeof changesSearch>;
