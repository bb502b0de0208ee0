import { qualityFlag } from '@zhiheng/contract/surveys/quality-flag';
import { surveyOrder, surveyState } from '@zhiheng/contract/surveys/surveys';
import { language } from '@zhiheng/forms/definition';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';
import { isPart, type PartOfForm } from './draft/part-of-form.ts';

export const surveysSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  state: surveyState.optional().catch(undefined),
  order: surveyOrder.optional().catch(undefined),
});
export type SurveysSearch = z.infer<typeof surveysSearch>;

export const newSurveySearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  /** the instrument that is looked at */
  look: z.string().max(64).optional().catch(undefined),
});

export const builderSearch = z.object({
  /** the part that is open */
  at: z
    .custom<PartOfForm>((value) => typeof value === 'string' && isPart(value))
    .optional()
    .catch(undefined),
  /** the language that is edited, when it is not the reader's own */
  in: language.optional().catch(undefined),
});

export const distributionSearch = z.object({
  /** the way that is looked at */
  way: id.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});

export const responsesSearch = z.object({
  flagged: z.boolean().optional().catch(undefined),
  flag: qualityFlag.optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
  /** the answer that is looked at */
  open: id.optional().catch(undefined),
});
export type ResponsesSearch = z.infer<typeof responsesSearch>;

export const importAnswersSearch = z.object({
  /** the table on the server, and the import that is looked at */
  file: id.optional().catch(undefined),
  job: id.optional().catch(undefined),
});
export type ImportAnswersSearch = z.infer<typeof importAnswersSearch>;

export const telephoneSearch = z.object({
  way: id.optional().catch(undefined),
  /** whom one talks to: a customer, or somebody on the list of the way */
  customer: id.optional().catch(undefined),
  invitation: id.optional().catch(undefined),
});
