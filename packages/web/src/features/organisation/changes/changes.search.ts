import { z } from 'zod';

const day = z.iso.date().optional().catch(undefined);

export const changesSearch = z.object({
  // The list of all of them comes with the page.
  type: z.string().max(60).optional().catch(undefined),
  actor: z.uuid().optional().catch(undefined),
  from: day,
  to: day,
});
export type ChangesSearch = z.infer<typeof changesSearch>;
