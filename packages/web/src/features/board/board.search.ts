import { sliceBy } from '@zhiheng/contract/evaluation/scores';
import { code } from '@zhiheng/contract/values/text';
import { z } from 'zod';
import { periodSearchField } from '../periods/period-search.ts';
import { subjectSearchFields } from '../subjects/subject-search.ts';

export const boardSearch = z.object({
  period: periodSearchField,
  by: sliceBy.optional().catch(undefined),
  scorecard: code.optional().catch(undefined),
  ...subjectSearchFields,
});
export type BoardSearch = z.infer<typeof boardSearch>;
