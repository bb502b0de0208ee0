import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { followUpView } from './follow-up-view.ts';

export const followUpResult = z.enum(['recovered', 'not-recovered', 'unreachable']);
export type FollowUpResult = z.infer<typeof followUpResult>;
export const attemptChannel = z.enum(['phone', 'email', 'on-site', 'chat']);

/** A follow-up of somebody who was not content. Open until it has a result. */
export const followUpRow = z.object({
  id,
  origin: z.enum(['survey', 'case-rating', 'feedback', 'hand']),
  /** masked for those without `customers.personal` */
  name: z.string(),
  said: z.string(),
  measure: z.string(),
  score: z.number().nullable(),
  scoreMax: z.number().nullable(),
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  serviceName: localText.nullable(),
  openedAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  attempts: z.number().int(),
  reachedAt: instant.nullable(),
  result: followUpResult.nullable(),
  closedAt: instant.nullable(),
});
export type FollowUpRow = z.infer<typeof followUpRow>;
export const followUp = followUpRow.extend({
  contact: z.string(),
  masked: z.boolean(),
  customerId: id.nullable(),
  surveyId: id.nullable(),
  surveyName: localText.nullable(),
  responseId: id.nullable(),
  feedbackId: id.nullable(),
  caseNumber: z.string().nullable(),
  cause: z.string(),
  remedy: z.string(),
  secondScore: z.number().nullable(),
  closedBy: z.string().nullable(),
  history: z.array(
    z.object({ id, at: instant, by: z.string().nullable(), channel: attemptChannel, reached: z.boolean(), note: z.string() }),
  ),
  version: z.number().int(),
});
export type FollowUp = z.infer<typeof followUp>;

export const listFollowUps = endpoint('GET /api/v1/follow-ups', {
  summary: 'Follow-ups, the most urgent first; those that are over, the last first',
  access: 'feedback.read',
  query: pageQuery.extend({ view: followUpView.default('open'), serviceId: id.optional() }),
  response: z.object({ items: z.array(followUpRow), next: z.string().nullable(), total: z.number().int() }),
});
export const getFollowUp = endpoint('GET /api/v1/follow-ups/:id', {
  summary: 'One follow-up with every attempt',
  access: 'feedback.read',
  params: idParams,
  response: followUp,
});
export const createFollowUp = endpoint('POST /api/v1/follow-ups', {
  summary: 'Follow-up the author of a feedback, or a customer',
  access: 'feedback.write',
  body: z.object({
    feedbackId: id.nullable().default(null),
    customerId: id.nullable().default(null),
    said: z.string().trim().max(4000).default(''),
    ownerId: id.nullable().default(null),
    hours: z.number().int().min(1).max(2160).default(48),
  }),
  response: followUp,
});
/** `version` is the version that was read. */
export const updateFollowUp = endpoint('PATCH /api/v1/follow-ups/:id', {
  summary: 'Give a follow-up to somebody else or move its deadline',
  access: 'feedback.write',
  params: idParams,
  body: z.object({ version: z.number().int(), ownerId: id.nullable().optional(), dueAt: instant.optional() }),
  response: followUp,
});
export const recordAttempt = endpoint('POST /api/v1/follow-ups/:id/attempts', {
  summary: 'Record an attempt to reach somebody',
  access: 'feedback.write',
  params: idParams,
  body: z.object({ version: z.number().int(), channel: attemptChannel, reached: z.boolean(), note: z.string().trim().max(4000) }),
  response: followUp,
});
/** Recovered and not recovered ask for a cause and a contact that reached somebody; unreachable for an attempt that did not. */
export const closeFollowUp = endpoint('POST /api/v1/follow-ups/:id/result', {
  summary: 'End a follow-up with its result',
  access: 'feedback.write',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    result: followUpResult,
    cause: z.string().trim().max(2000).default(''),
    remedy: z.string().trim().max(2000).default(''),
    secondScore: z.number().min(0).max(1000).nullable().default(null),
  }),
  response: followUp,
});
export const reopenFollowUp = endpoint('DELETE /api/v1/follow-ups/:id/result', {
  summary: 'Take the result back: the follow-up is open again',
  access: 'feedback.write',
  params: idParams,
  response: followUp,
});

const interval = z.tuple([z.number(), z.number()]).nullable();
const rate = z.object({ yes: z.number().int(), n: z.number().int(), interval });
/** Of follow-ups opened between two days. `change` is the second score minus the first, on the scale of the first as parts of it. */
export const followUpReport = endpoint('GET /api/v1/follow-up-report', {
  summary: 'How well the loop is closed: reached, recovered, in time, and by how much the second score is better',
  access: 'feedback.read',
  query: z.object({ from: z.iso.date(), until: z.iso.date() }),
  response: z.object({
    opened: z.number().int(),
    closed: z.number().int(),
    reached: rate,
    recovered: rate,
    inTime: rate,
    /** seconds from opening to the first contact that reached somebody */
    contact: z.object({ n: z.number().int(), median: z.number().nullable(), ninth: z.number().nullable() }),
    change: z.object({ n: z.number().int(), mean: z.number().nullable(), interval }),
    /** later answers of the same customers to the same survey, of those who were reached and those who were not, as change of the first score */
    compared: z.object({
      reached: z.object({ n: z.number().int(), mean: z.number().nullable(), interval }),
      notReached: z.object({ n: z.number().int(), mean: z.number().nullable(), interval }),
      difference: z.object({ estimate: z.number(), interval: z.tuple([z.number(), z.number()]), p: z.number() }).nullable(),
    }),
    causes: z.array(z.object({ cause: z.string(), n: z.number().int() })),
  }),
});
