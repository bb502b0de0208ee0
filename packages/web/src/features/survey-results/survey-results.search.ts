import { resultDimension } from '@zhiheng/contract/surveys/result-dimension';
import { z } from 'zod';
import { subjectSearchFields } from '../subjects/index.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What a results page shows: an address typed or kept from somewhere else may hold anything. */
export const surveyResultsSearch = z.object({
  from: month.optional().catch(undefined),
  until: month.optional().catch(undefined),
  group: z.string().max(90).optional().catch(undefined),
  quality: z.literal('clean').optional().catch(undefined),
  by: resultDimension.optional().catch(undefined),
  question: z.string().max(40).optional().catch(undefined),
  /** the analyses of single answers instead of the report, and which of them */
  view: z.literal('depth').optional().catch(undefined),
  analysis: z.uuid().optional().catch(undefined),
  ...subjectSearchFields,
});
export type SurveyResultsSearch = z.infer<typeof surveyResultsSearch>;
