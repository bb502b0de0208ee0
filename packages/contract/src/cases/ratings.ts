import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { caseType } from './case-type.ts';

/** How satisfied somebody is, 5 is best. */
const ratingValue = z.number().int().min(1).max(5);

/** For which cases a rating is asked, and what a low one leads to. */
export const ratingRule = z.object({
  type: caseType,
  asked: z.boolean(),
  /** hours after the solution */
  delayHours: z.number().int().min(0).max(720),
  /** one reminder so many days after the invitation; null: none */
  reminderDays: z.number().int().min(1).max(60).nullable(),
  /** a rating so low or lower plans a contact; 0: none does */
  lowLimit: z.number().int().min(0).max(4),
  /** by when that contact is due */
  followUpDays: z.number().int().min(1).max(90),
});
export type RatingRule = z.infer<typeof ratingRule>;

export const rateByLink = endpoint('POST /api/v1/case-links/:token/rating', {
  summary: 'Rate the solution of a case by its private link, once for each solution',
  access: 'public',
  params: z.object({ token: z.string().min(20).max(100) }),
  body: z.object({ value: ratingValue, comment: z.string().trim().max(2000).default('') }),
  response: done,
});
