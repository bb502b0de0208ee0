import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { localProse, localText } from '../values/text.ts';
import { caseType } from './case-type.ts';
import { ratingRule } from './ratings.ts';

/** What customers may do without an account, and when they are asked for a rating. Closed until somebody opens it. */
export const portalSettings = z.object({
  open: z.boolean(),
  types: z.array(caseType).max(6),
  /** services to choose from; none named: all that are live */
  serviceIds: z.array(id).max(200),
  intro: localProse,
  /** what somebody agrees to who files a case; empty: the usual words */
  consent: localProse,
  /** a name and a way to reach it are required */
  contactNeeded: z.boolean(),
  /** published articles are shown to whoever writes */
  suggests: z.boolean(),
  /** adverse events may be reported without a name */
  anonymous: z.boolean(),
  ratings: z.array(ratingRule).max(6),
});
export type PortalSettings = z.infer<typeof portalSettings>;

/** `url` is the public address, null before the settings were saved for the first time. */
const savedSettings = portalSettings.extend({ version: z.number().int(), url: z.string().nullable() });
export const getPortalSettings = endpoint('GET /api/v1/case-portal', {
  summary: 'How customers file, follow and rate cases without an account',
  access: 'cases.define',
  response: savedSettings,
});
/** `version` is the version that was read, 0 before the first. */
export const savePortalSettings = endpoint('PUT /api/v1/case-portal', {
  summary: 'Change how customers file, follow and rate cases without an account',
  access: 'cases.define',
  body: portalSettings.extend({ version: z.number().int() }),
  response: savedSettings,
});

export const makeCaseLink = endpoint('POST /api/v1/cases/:id/customer-link', {
  summary: 'The private link of a case for its customer; renewed, the one before leads nowhere',
  access: 'cases.write',
  params: idParams,
  body: z.object({ renew: z.boolean().default(false) }),
  response: z.object({ url: z.string() }),
});
export const revokeCaseLink = endpoint('DELETE /api/v1/cases/:id/customer-link', {
  summary: 'Take the private link of a case back',
  access: 'cases.write',
  params: idParams,
  response: done,
});

const portalParams = z.object({ code: z.string().min(4).max(40) });
export const openPortal = endpoint('GET /api/v1/portals/:code', {
  summary: 'What the filing page of an organisation offers',
  access: 'public',
  params: portalParams,
  response: portalSettings
    .pick({ types: true, intro: true, consent: true, contactNeeded: true, suggests: true, anonymous: true })
    .extend({ organisation: z.string(), services: z.array(z.object({ id, name: localText })) }),
});
/** One of the languages may be empty. */
const articleWords = z.object({ zh: z.string(), en: z.string() });
export const suggestAtPortal = endpoint('POST /api/v1/portals/:code/suggestions', {
  summary: 'Published articles that fit what a customer writes; none when the organisation shows none',
  access: 'public',
  params: portalParams,
  body: z.object({ text: z.string().max(4000), serviceId: id.nullable().default(null), offerId: id.nullable().default(null) }),
  response: z.object({ offerId: id.nullable(), items: z.array(z.object({ id, title: articleWords, excerpt: articleWords })) }),
});
export const readAtPortal = endpoint('POST /api/v1/portals/:code/articles/:id/readings', {
  summary: 'Read a suggested article; that it was opened is noted',
  access: 'public',
  params: portalParams.extend({ id }),
  body: z.object({ offerId: id }),
  response: z.object({ title: articleWords, body: articleWords }),
});
export const solvedAtPortal = endpoint('POST /api/v1/portals/:code/articles/:id/solutions', {
  summary: 'Say that a suggested article solved it',
  access: 'public',
  params: portalParams.extend({ id }),
  body: z.object({ offerId: id }),
  response: done,
});
export const fileCase = endpoint('POST /api/v1/portals/:code/cases', {
  summary: 'File a case without an account; the answer holds the token of its private link',
  access: 'public',
  params: portalParams,
  body: z.object({
    type: caseType,
    serviceId: id.nullable().default(null),
    subject: z.string().trim().min(1).max(300),
    description: z.string().trim().max(20_000).default(''),
    contactName: z.string().trim().max(200).default(''),
    contactEmail: z.union([z.literal(''), z.email().max(200)]).default(''),
    contactPhone: z.string().trim().max(60).default(''),
    language: z.enum(['zh', 'en']),
    anonymous: z.boolean().default(false),
    consent: z.literal(true),
    offerId: id.nullable().default(null),
    /** a field that no person sees; a program that fills in everything is told by it */
    website: z.string().max(200).default(''),
  }),
  response: z.object({ number: z.string(), token: z.string() }),
});

/** Where a case stands, in the words of its customer. */
const customerState = z.enum(['received', 'in-progress', 'waiting-for-you', 'solved', 'closed', 'cancelled', 'merged']);
export type CustomerState = z.infer<typeof customerState>;
/** What was promised: `due` and `late` are read at the time of the question, `waiting` stands still. */
export const customerPromise = z.object({
  target: z.enum(['first-response', 'next-reply', 'periodic-update', 'resolution']),
  state: z.enum(['due', 'late', 'waiting', 'kept', 'missed']),
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
});
export type CustomerPromise = z.infer<typeof customerPromise>;

const linkParams = z.object({ token: z.string().min(20).max(100) });
const customerAttachment = z.object({ id, name: z.string(), size: z.number().int() });
/** What a customer sees of a case: nothing that is meant for the house, and no name of anybody in it. */
const customerCase = z.object({
  number: z.string(),
  organisation: z.string(),
  timeZone: z.string(),
  type: caseType,
  subject: z.string(),
  description: z.string(),
  serviceName: localText.nullable(),
  openedAt: instant,
  state: customerState,
  promises: z.array(customerPromise),
  entries: z.array(z.object({ id, at: instant, from: z.enum(['you', 'us']), body: z.string(), attachments: z.array(customerAttachment) })),
  may: z.object({
    write: z.boolean(),
    confirm: z.boolean(),
    rate: z.boolean(),
    /** a rating together with the confirmation: the first one has been given */
    rateAgain: z.boolean(),
  }),
  /** what the customer said of this solution */
  rating: z.object({ value: z.number().int(), comment: z.string() }).nullable(),
  /** what the customer confirmed of this solution */
  confirmed: z.boolean(),
});
export type CustomerCase = z.infer<typeof customerCase>;

export const readByLink = endpoint('GET /api/v1/case-links/:token', {
  summary: 'A case as its customer sees it',
  access: 'public',
  params: linkParams,
  response: customerCase,
});
export const writeByLink = endpoint('POST /api/v1/case-links/:token/messages', {
  summary: 'Add a message, files or both to a case',
  access: 'public',
  params: linkParams,
  body: z.object({ body: z.string().trim().max(20_000).default(''), attachmentIds: z.array(id).max(10).default([]) }),
  response: done,
});
/** multipart/form-data with one part named `file`; the same types and sizes as for the house. A message names it afterwards. */
export const uploadByLink = endpoint('POST /api/v1/case-links/:token/attachments', {
  summary: 'Upload a file for a message',
  access: 'public',
  params: linkParams,
  body: z.unknown(),
  response: customerAttachment,
});
/** Always a download. */
export const downloadByLink = endpoint('GET /api/v1/case-links/:token/attachments/:id', {
  summary: 'The bytes of a file of the public thread',
  access: 'public',
  params: linkParams.extend({ id }),
  response: z.unknown(),
});
/** Not solved opens the case again. A complaint or adverse event may be closed by the house only after it was confirmed. */
export const confirmByLink = endpoint('POST /api/v1/case-links/:token/confirmation', {
  summary: 'Say whether the solution holds',
  access: 'public',
  params: linkParams,
  body: z.object({
    solved: z.boolean(),
    note: z.string().trim().max(4000).default(''),
    /** the second rating of a complaint or adverse event */
    rating: z.number().int().min(1).max(5).nullable().default(null),
  }),
  response: done,
});
