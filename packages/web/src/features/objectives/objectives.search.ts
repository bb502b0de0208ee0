import { z } from 'zod';

export const objectivesSearch = z.object({
  view: z.enum(['alerts', 'retired']).optional().catch(undefined),
  edit: z.enum(['new', 'openslo']).optional().catch(undefined),
});
export type ObjectivesSearch = z.infer<typeof objectivesSearch>;
