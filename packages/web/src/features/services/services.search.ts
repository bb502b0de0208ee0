import { serviceState } from '@zhiheng/contract/catalog/service-state';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const servicesSearch = z.object({
  q: z.string().max(100).optional().catch(undefined),
  state: serviceState.optional().catch(undefined),
  /** the service in the drawer */
  service: id.optional().catch(undefined),
  edit: z.enum(['this', 'new']).optional().catch(undefined),
});
export type ServicesSearch = z.infer<typeof servicesSearch>;
