import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { articleState } from './article-state.ts';

/** Each language may be left out, but not both. */
const articleTitle = z.object({ zh: z.string().trim().max(300), en: z.string().trim().max(300) });
const articleBody = z.object({ zh: z.string().max(50_000), en: z.string().max(50_000) });
/** Why an article should be read again by its authors: its review day has come, or most who voted found it of no use. */
export const reviewReason = z.enum(['due', 'unhelpful']);

export const articleRow = z.object({
  id,
  title: articleTitle,
  /** the beginning of the text, without its marks */
  excerpt: articleTitle,
  state: articleState,
  keywords: z.array(z.string()),
  serviceIds: z.array(id),
  categoryIds: z.array(id),
  useful: z.number().int(),
  notUseful: z.number().int(),
  views: z.number().int(),
  /** cases that were solved by it, or that it was written from */
  caseCount: z.number().int(),
  reviewOn: z.iso.date().nullable(),
  needsReview: reviewReason.nullable(),
  version: z.number().int(),
  updatedAt: instant,
});
export type ArticleRow = z.infer<typeof articleRow>;

export const article = articleRow.omit({ excerpt: true }).extend({
  body: articleBody,
  publishedAt: instant.nullable(),
  updatedBy: z.string().nullable(),
  caseIds: z.array(id),
  /** what the caller said of it */
  myVote: z.boolean().nullable(),
});
export type Article = z.infer<typeof article>;

export const articleOrder = z.enum(['relevance', 'useful', 'newest', 'viewed']);
export type ArticleOrder = z.infer<typeof articleOrder>;

const fields = z.object({
  title: articleTitle,
  body: articleBody,
  keywords: z.array(z.string().trim().min(1).max(40)).max(30),
  serviceIds: z.array(id).max(50),
  categoryIds: z.array(id).max(50),
  reviewOn: z.iso.date().nullable(),
});
const version = z.number().int();

export const listArticles = endpoint('GET /api/v1/articles', {
  summary: 'Knowledge articles; with a question the most fitting first, otherwise the newest',
  access: 'knowledge.read',
  query: pageQuery.extend({
    q: z.string().max(200).optional(),
    state: articleState.optional(),
    serviceId: id.optional(),
    categoryId: id.optional(),
    caseId: id.optional(),
    needsReview: z.enum(['true']).optional(),
    order: articleOrder.optional(),
  }),
  response: z.object({ items: z.array(articleRow), next: z.string().nullable(), total: z.number().int() }),
});
export const getArticle = endpoint('GET /api/v1/articles/:id', {
  summary: 'One article with its text',
  access: 'knowledge.read',
  params: idParams,
  response: article,
});
export const createArticle = endpoint('POST /api/v1/articles', {
  summary: 'Write an article; it begins as a draft',
  access: 'knowledge.write',
  body: fields
    .partial()
    .required({ title: true })
    .extend({ caseIds: z.array(id).max(20).default([]) }),
  response: article,
});
/** `version` is the version that was read; another one means somebody else saved first. */
export const updateArticle = endpoint('PATCH /api/v1/articles/:id', {
  summary: 'Change an article; what stood before is kept as a version',
  access: 'knowledge.write',
  params: idParams,
  body: fields.partial().extend({ version }),
  response: article,
});
export const publishArticle = endpoint('POST /api/v1/articles/:id/publication', {
  summary: 'Publish a draft or a retired article: title and text must stand in one language at least',
  access: 'knowledge.write',
  params: idParams,
  body: z.object({ version }),
  response: article,
});
export const retireArticle = endpoint('POST /api/v1/articles/:id/retirement', {
  summary: 'Retire a published article: it is no longer suggested',
  access: 'knowledge.write',
  params: idParams,
  body: z.object({ version }),
  response: article,
});
export const deleteArticle = endpoint('DELETE /api/v1/articles/:id', {
  summary: 'Move an article to the trash',
  access: 'knowledge.write',
  params: idParams,
  response: done,
});
export const listArticleVersions = endpoint('GET /api/v1/articles/:id/versions', {
  summary: 'How an article read at every save, newest first',
  access: 'knowledge.write',
  params: idParams,
  response: z.object({
    items: z.array(
      z.object({ version, title: articleTitle, body: articleBody, savedAt: instant, savedBy: z.string().nullable(), state: articleState }),
    ),
  }),
});
export const voteArticle = endpoint('PUT /api/v1/articles/:id/vote', {
  summary: 'Say whether an article was of use; null takes the vote back',
  access: 'knowledge.read',
  params: idParams,
  body: z.object({ useful: z.boolean().nullable() }),
  response: article,
});
export const readArticle = endpoint('POST /api/v1/articles/:id/readings', {
  summary: 'Say that an article was opened, and from which suggestions',
  access: 'knowledge.read',
  params: idParams,
  body: z.object({ offerId: id.nullable().default(null) }),
  response: done,
});
export const linkArticle = endpoint('PUT /api/v1/articles/:id/cases/:caseId', {
  summary: 'Note that an article belongs to a case',
  access: 'knowledge.write',
  params: z.object({ id, caseId: id }),
  response: done,
});
export const unlinkArticle = endpoint('DELETE /api/v1/articles/:id/cases/:caseId', {
  summary: 'Take the note away that an article belongs to a case',
  access: 'knowledge.write',
  params: z.object({ id, caseId: id }),
  response: done,
});

export const offerChannel = z.enum(['desk', 'portal']);
export const suggestedArticle = articleRow.pick({ id: true, title: true, excerpt: true, useful: true, notUseful: true });
/** While somebody goes on typing, `offerId` of the answer before makes it one offer. */
export const suggestArticles = endpoint('POST /api/v1/article-suggestions', {
  summary: 'Published articles that fit what is being written, the most fitting first; what is shown is recorded as an offer',
  access: 'knowledge.read',
  body: z.object({
    text: z.string().max(20_000),
    serviceId: id.nullable().default(null),
    channel: offerChannel.default('desk'),
    offerId: id.nullable().default(null),
    /** false beside a case that is open already: it can no longer be answered instead, so it is no offer */
    recorded: z.boolean().default(true),
    limit: z.number().int().min(1).max(10).default(5),
  }),
  response: z.object({ offerId: id.nullable(), items: z.array(suggestedArticle) }),
});
export const settleOffer = endpoint('POST /api/v1/article-offers/:id/outcome', {
  summary: 'Say how an offer ended: an article solved it, or a case was opened all the same',
  access: 'knowledge.read',
  params: idParams,
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('solved'), articleId: id }),
    z.object({ outcome: z.literal('case-opened'), caseId: id.nullable().default(null) }),
  ]),
  response: done,
});

const deflectionCounts = z.object({
  /** times that suggestions were shown to somebody who was writing */
  offers: z.number().int(),
  opened: z.number().int(),
  solved: z.number().int(),
  caseOpened: z.number().int(),
});
/** A rate counts only what somebody called solved; an offer without an end counts as not solved. */
const deflection = deflectionCounts.extend({ rate: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
export const articleDeflection = endpoint('GET /api/v1/article-deflection', {
  summary: 'How many questions articles answered before they became cases, with the 95 % interval by Wilson',
  access: 'knowledge.read',
  query: z.object({ from: z.iso.date(), to: z.iso.date(), serviceId: id.optional(), channel: offerChannel.optional() }),
  response: deflection.extend({ months: z.array(deflection.extend({ month: z.string() })) }),
});
