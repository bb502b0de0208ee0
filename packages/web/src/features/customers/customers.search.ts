import { customerKind, customerOrder } from '@zhiheng/contract/customers/customer-kind';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const customersSearch = z.object({
  q: z.string().max(100).optional().catch(undefined),
  segment: z
    .union([id, z.literal('none')])
    .optional()
    .catch(undefined),
  kind: customerKind.optional().catch(undefined),
  order: customerOrder.optional().catch(undefined),
  /** the customer in the drawer */
  customer: id.optional().catch(undefined),
  edit: z.enum(['this', 'new', 'import']).optional().catch(undefined),
});
export type CustomersSearch = z.infer<typeof customersSearch>;

export const isNarrowed = ({ q, segment, kind }: CustomersSearch): boolean =>
  q !== undefined || segment !== undefined || kind !== undefined;
