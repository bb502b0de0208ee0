import { sliceBy } from '@zhiheng/contract/evaluation/scores';
import { z } from 'zod';
import { periodSearchField } from '../periods/period-search.ts';
import { subjectSearchFields } from '../subjects/subject-search.ts';

export const reportSearch = z.object({
  period: periodSearchField,
  by: sliceBy.optional().catch(undefined),
  grain: z.enum(['month', 'day']).optional().catch(undefined),
  /** the observations are open */
  rows: z.boolean().optional().catch(undefined),
  ...subjectSearchFields,
});
export type ReportSearch = z.infer<typeof reportSearch>;
