import { sliceBy } from '@zhiheng/contract/evaluation/scores';
import { code } from '@zhiheng/contract/values/text';
import { z } from 'zod';
import { periodSearchField } from '../periods/period-search.ts';
import { subjectSearchFields } from '../subjects/subject-search.ts';

export const scorecardsSearch = z.object({
  scorecard: code.optional().catch(undefined),
  period: periodSearchField,
  view: z.enum(['tree', 'compare']).optional().catch(undefined),
  by: sliceBy.optional().catch(undefined),
  /** the branch that is unfolded first */
  open: z.string().max(64).optional().catch(undefined),
  edit: z.enum(['this', 'new']).optional().catch(undefined),
  ...subjectSearchFields,
});
export type ScorecardsSearch = z.infer<typeof scorecardsSearch>;
