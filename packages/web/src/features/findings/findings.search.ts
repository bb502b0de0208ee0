import { findingKind, findingOrder, findingSeverity, findingSource, findingState } from '@zhiheng/contract/findings/finding-kind';
import { z } from 'zod';

export const findingsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  /** left out: all that are not closed */
  state: findingState.or(z.literal('all')).optional().catch(undefined),
  source: findingSource.optional().catch(undefined),
  kind: findingKind.or(z.literal('none')).optional().catch(undefined),
  severity: findingSeverity.optional().catch(undefined),
  indicator: z.string().max(64).optional().catch(undefined),
  mine: z.literal(true).optional().catch(undefined),
  overdue: z.literal(true).optional().catch(undefined),
  order: findingOrder.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type FindingsSearch = z.infer<typeof findingsSearch>;
