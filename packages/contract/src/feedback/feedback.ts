import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { feedbackChannel, feedbackOrder, feedbackState, polarity } from './feedback-kinds.ts';

export const enteredChannel = feedbackChannel.exclude(['survey', 'case-rating']);

const name = localText.nullable();
const tag = z.string().trim().min(1).max(40);

export const feedbackRow = z.object({
  id,
  channel: feedbackChannel,
  source: z.string(),
  /** masked for those without `customers.personal` */
  author: z.string(),
  body: z.string(),
  language: z.enum(['zh', 'en', 'other', 'none']),
  /** stars or points out of so many */
  score: z.number().nullable(),
  scoreMax: z.number().nullable(),
  themeIds: z.array(id),
  themesBy: z.enum(['rule', 'hand']),
  /** null: nobody can tell, for example in a language that the model does not know */
  polarity: polarity.nullable(),
  polarityBy: z.enum(['model', 'hand']),
  state: feedbackState,
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  tags: z.array(z.string()),
  serviceId: id.nullable(),
  serviceName: name,
  siteName: name,
  teamName: name,
  segmentName: name,
  /** the case that it became */
  caseNumber: z.string().nullable(),
  at: instant,
});
export type FeedbackRow = z.infer<typeof feedbackRow>;

export const feedback = feedbackRow.extend({
  contact: z.string(),
  masked: z.boolean(),
  /** that it sounds positive; null where a person decided */
  probability: z.number().nullable(),
  siteId: id.nullable(),
  teamId: id.nullable(),
  segmentId: id.nullable(),
  customerId: id.nullable(),
  surveyId: id.nullable(),
  responseId: id.nullable(),
  /** the case that was rated */
  aboutCaseNumber: z.string().nullable(),
  answers: z.array(
    z.object({
      id,
      body: z.string(),
      recipient: z.string(),
      at: instant,
      by: z.string().nullable(),
      delivery: z.enum(['waiting', 'sent', 'failed']),
    }),
  ),
  /** open or ended follow-ups that began here */
  followUpIds: z.array(id),
});
export type Feedback = z.infer<typeof feedback>;

export const feedbackFilter = z.object({
  q: z.string().max(200).optional(),
  channel: feedbackChannel.optional(),
  state: feedbackState.optional(),
  themeId: z.union([id, z.literal('none')]).optional(),
  polarity: z.union([polarity, z.literal('none')]).optional(),
  ownerId: z.union([id, z.enum(['me', 'nobody'])]).optional(),
  serviceId: id.optional(),
  siteId: id.optional(),
  teamId: id.optional(),
  segmentId: id.optional(),
  tag: z.string().max(40).optional(),
  /** days of the organisation's zone, both included */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type FeedbackFilter = z.infer<typeof feedbackFilter>;

export const listFeedback = endpoint('GET /api/v1/feedback', {
  summary: 'What people said, a page at a time',
  access: 'feedback.read',
  query: pageQuery.extend({ ...feedbackFilter.shape, order: feedbackOrder.default('newest') }),
  response: z.object({ items: z.array(feedbackRow), next: z.string().nullable(), total: z.number().int() }),
});
export const countFeedback = endpoint('GET /api/v1/feedback-counts', {
  summary: 'How much waits: new, mine that is not over, suggestions, and follow-ups that are late',
  access: 'feedback.read',
  response: z.object({
    new: z.number().int(),
    mine: z.number().int(),
    suggestion: z.number().int(),
    followUps: z.number().int(),
    overdue: z.number().int(),
  }),
});
export const getFeedback = endpoint('GET /api/v1/feedback/:id', {
  summary: 'One feedback with its answers',
  access: 'feedback.read',
  params: idParams,
  response: feedback,
});

const places = z.object({ serviceId: id.nullable(), siteId: id.nullable(), teamId: id.nullable(), segmentId: id.nullable() });
export const enteredFeedback = places.extend({
  channel: enteredChannel,
  source: z.string().trim().max(120),
  author: z.string().trim().max(200),
  contact: z.union([z.literal(''), z.email().max(200)]),
  customerId: id.nullable(),
  body: z.string().trim().min(1).max(20_000),
  score: z.number().min(0).max(1000).nullable(),
  scoreMax: z.number().positive().max(1000).nullable(),
  tags: z.array(tag).max(30),
  at: instant,
});
/** With `recordKey` the same feedback entered again changes nothing. */
export const createFeedback = endpoint('POST /api/v1/feedback', {
  summary: 'Enter what somebody said',
  access: 'feedback.write',
  body: enteredFeedback
    .partial()
    .required({ channel: true, body: true })
    .extend({ recordKey: z.string().trim().min(1).max(200).optional() }),
  response: feedback,
});

/** What can be changed of many at once. `themeIds` and `polarity` are then decided by a person; null gives them back to the rules. */
export const feedbackChange = places.partial().extend({
  state: feedbackState.optional(),
  ownerId: id.nullable().optional(),
  addTags: z.array(tag).max(10).optional(),
  removeTags: z.array(z.string().max(40)).max(10).optional(),
  themeIds: z.array(id).max(20).nullable().optional(),
  polarity: polarity.nullable().optional(),
});
export type FeedbackChange = z.infer<typeof feedbackChange>;
export const changeFeedback = endpoint('POST /api/v1/feedback-changes', {
  summary: 'Change one or many; what may not become what is asked is refused one by one',
  access: 'feedback.write',
  body: z.object({ ids: z.array(id).min(1).max(500), change: feedbackChange }),
  response: z.object({ changed: z.number().int(), refused: z.array(z.object({ id, code: z.string() })) }),
});
/** Asks for `cases.write` as well. */
export const routeFeedback = endpoint('POST /api/v1/feedback/:id/case', {
  summary: 'Open a case from what was said; both know of each other',
  access: 'feedback.write',
  params: idParams,
  body: z.object({ type: z.enum(['complaint', 'incident', 'request']), subject: z.string().trim().min(1).max(300) }),
  response: feedback,
});
export const answerFeedback = endpoint('POST /api/v1/feedback/:id/answers', {
  summary: 'Write to the author by mail',
  access: 'feedback.write',
  params: idParams,
  body: z.object({ subject: z.string().trim().min(1).max(300), body: z.string().trim().min(1).max(10_000) }),
  response: feedback,
});
export const feedbackOfCase = endpoint('GET /api/v1/cases/:id/feedback', {
  summary: 'What a case was opened from',
  access: 'feedback.read',
  params: idParams,
  response: z.object({ items: z.array(feedbackRow) }),
});

/** What a column of the file means. */
export const feedbackColumn = z.enum(['body', 'author', 'score', 'at', 'key', 'site', 'service', 'title', 'tags']);
export type FeedbackColumn = z.infer<typeof feedbackColumn>;
/** Columns that are not named are guessed by their headings. Without a key column a line is known by what it says. */
export const importFeedback = endpoint('POST /api/v1/feedback-imports', {
  summary: 'Load reviews from CSV text; loading the same text twice changes nothing',
  access: 'feedback.write',
  body: z.object({
    text: z.string().max(8_000_000),
    channel: enteredChannel.default('review'),
    source: z.string().trim().min(1).max(120),
    columns: z.partialRecord(feedbackColumn, z.string().max(200)).default({}),
    scoreMax: z.number().positive().max(1000).default(5),
    dryRun: z.boolean().default(false),
  }),
  response: z.object({
    headings: z.array(z.string()),
    columns: z.partialRecord(feedbackColumn, z.string()),
    added: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    /** the first 200 */
    problems: z.array(z.object({ line: z.number().int(), column: z.string().nullable(), code: z.string(), value: z.string() })),
    sample: z.array(z.object({ author: z.string(), body: z.string(), score: z.number().nullable(), at: instant })),
  }),
});
export const feedbackTags = endpoint('GET /api/v1/feedback-tags', {
  summary: 'Tags in use',
  access: 'feedback.read',
  response: z.object({ items: z.array(z.object({ tag: z.string(), n: z.number().int() })) }),
});
