import { z } from 'zod';
import { figure } from '../evaluation/scores.ts';
import { findingSeverity, findingState } from '../findings/finding-kind.ts';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { locale, localText } from '../values/text.ts';
import { projectOutcome } from './project-kind.ts';
import { reviewKind, reviewState } from './review-kind.ts';

const version = z.number().int();
const day = z.iso.date();
const words = (most: number) => z.string().trim().max(most);

/** What is to be spoken of, read from the data; frozen when the meeting is held. */
export const reviewAgenda = z.object({
  /** since the last meeting of the kind was held */
  since: instant,
  asOf: instant,
  /** the month whose figures are judged */
  period: z.string(),
  missedTargets: z.array(
    figure.pick({ indicator: true, name: true, value: true, n: true, target: true, unit: true, decimals: true, status: true }),
  ),
  openFindings: z.array(
    z.object({ id, number: z.string(), title: localText, severity: findingSeverity, state: findingState, dueOn: day.nullable() }),
  ),
  overdueActions: z.array(
    z.object({ projectId: id, number: z.string(), project: z.string(), title: z.string(), owner: z.string().nullable(), dueOn: day }),
  ),
  verdicts: z.array(z.object({ projectId: id, number: z.string(), title: z.string(), outcome: projectOutcome, at: instant })),
  openDecisions: z.array(
    z.object({ reviewId: id, number: z.string(), text: z.string(), owner: z.string().nullable(), dueOn: day.nullable() }),
  ),
});
export type ReviewAgenda = z.infer<typeof reviewAgenda>;

const decisionFields = z.object({
  text: words(1000).min(1),
  ownerId: id.nullable(),
  dueOn: day.nullable(),
  /** the project that takes the decision over as an action */
  projectId: id.nullable(),
});
const decision = decisionFields.extend({
  id,
  owner: z.string().nullable(),
  projectNumber: z.string().nullable(),
  /** of a decision that is an action, whether that is done */
  done: z.boolean(),
  isAction: z.boolean(),
});
export type ReviewDecision = z.infer<typeof decision>;

const reviewFields = z.object({
  kind: reviewKind,
  title: words(200).min(1),
  at: instant,
  minutes: z.number().int().min(5).max(600),
  place: words(200),
  attendeeIds: z.array(id).max(100),
});
export const reviewRow = reviewFields.extend({
  id,
  number: z.string(),
  state: reviewState,
  decisions: z.number().int(),
  openDecisions: z.number().int(),
});
export type ReviewRow = z.infer<typeof reviewRow>;
export const review = reviewRow.omit({ decisions: true, openDecisions: true }).extend({
  attendees: z.array(z.string()),
  record: z.string(),
  heldAt: instant.nullable(),
  reason: z.string(),
  agenda: reviewAgenda,
  /** read once and kept, or read just now */
  frozen: z.boolean(),
  decisions: z.array(decision),
  version,
});
export type Review = z.infer<typeof review>;

export const listReviews = endpoint('GET /api/v1/reviews', {
  summary: 'Review meetings, the latest first',
  access: 'improvement.read',
  query: pageQuery.extend({ kind: reviewKind.optional(), state: reviewState.optional() }),
  response: pageOf(reviewRow),
});
export const getReview = endpoint('GET /api/v1/reviews/:id', {
  summary: 'A review with its agenda: live until it is held, then as it was',
  access: 'improvement.read',
  params: idParams,
  response: review,
});
export const createReview = endpoint('POST /api/v1/reviews', {
  summary: 'Plan a review meeting',
  access: 'improvement.write',
  body: reviewFields.partial({ minutes: true, place: true, attendeeIds: true }),
  response: review,
});
export const updateReview = endpoint('PATCH /api/v1/reviews/:id', {
  summary: 'Change when and with whom, or what was said',
  access: 'improvement.write',
  params: idParams,
  body: reviewFields
    .omit({ kind: true })
    .partial()
    .extend({ version, record: words(20_000).optional() }),
  response: review,
});
export const holdReview = endpoint('POST /api/v1/reviews/:id/holding', {
  summary: 'The meeting is held: its agenda is kept as it is now',
  access: 'improvement.write',
  params: idParams,
  body: z.object({ version }),
  response: review,
});
export const cancelReview = endpoint('POST /api/v1/reviews/:id/cancellation', {
  summary: 'The meeting does not take place',
  access: 'improvement.write',
  params: idParams,
  body: z.object({ version, reason: words(2000).min(1) }),
  response: review,
});
export const deleteReview = endpoint('DELETE /api/v1/reviews/:id', {
  summary: 'Move a review to the trash',
  access: 'improvement.write',
  params: idParams,
  response: done,
});
export const addDecision = endpoint('POST /api/v1/reviews/:id/decisions', {
  summary: 'Write down a decision; with a project it becomes an action of that project',
  access: 'improvement.write',
  params: idParams,
  body: decisionFields.partial({ ownerId: true, dueOn: true, projectId: true }),
  response: review,
});
export const settleDecision = endpoint('PUT /api/v1/reviews/:id/decisions/:decisionId/done', {
  summary: 'Say whether a decision that is no action of a project was carried out',
  access: 'improvement.write',
  params: z.object({ id, decisionId: id }),
  body: z.object({ done: z.boolean() }),
  response: review,
});
export const reviewCalendar = endpoint('GET /api/v1/reviews/:id/calendar', {
  summary: 'The meeting as an iCalendar text',
  access: 'improvement.read',
  params: idParams,
  query: z.object({ locale: locale.default('zh') }),
  response: z.object({ name: z.string(), text: z.string() }),
});
