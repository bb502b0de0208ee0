import { dimension, measure, perspective } from '@zhiheng/contract/measurement/indicator';
import { indicatorCode } from '@zhiheng/contract/values/text';
import { z } from 'zod';

export const indicatorsSearch = z.object({
  q: z.string().max(100).optional().catch(undefined),
  dimension: dimension.optional().catch(undefined),
  perspective: perspective.optional().catch(undefined),
  measure: measure.optional().catch(undefined),
  /** the indicator in the drawer; `new` for one that is being made (codes hold no hyphen, so it is free) */
  edit: z
    .union([indicatorCode, z.literal('-new')])
    .optional()
    .catch(undefined),
});
export type IndicatorsSearch = z.infer<typeof indicatorsSearch>;
