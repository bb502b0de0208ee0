import { z } from 'zod';
import { condition } from '@zhiheng/forms/definition';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';

/** How people come to a survey. */
export const distributionKind = z.enum(['public', 'personal', 'email', 'kiosk', 'telephone', 'snippet', 'after-case']);
export type DistributionKind = z.infer<typeof distributionKind>;

const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
/** When answers are taken: days of the week 1 to 7 from Monday, from and until in the zone of the organisation. */
export const openingHours = z
  .array(z.object({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: clockTime, until: clockTime }))
  .max(14);

/** Where an answer belongs, as far as the way it came tells. */
export const responseSubject = z.object({
  serviceId: id.nullable(),
  siteId: id.nullable(),
  teamId: id.nullable(),
  segmentId: id.nullable(),
});
export type ResponseSubject = z.infer<typeof responseSubject>;

/** Words of a mail by language; what is empty is said in the usual words. */
export const mailWords = z.object({ subject: z.record(z.string(), z.string().max(300)), body: z.record(z.string(), z.string().max(5000)) });
export type MailWords = z.infer<typeof mailWords>;
/** What the words may hold in braces: `{name}`. */
export const mailPlaceholders = ['name', 'survey', 'organisation', 'link'] as const;
export const mailTime = z.enum(['first', 'reminder']);
export type MailTime = z.infer<typeof mailTime>;

export const distributionSettings = z.object({
  subject: responseSubject,
  /** what the form calls given, by key */
  given: z.record(z.string().max(40), z.string().max(400)),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  hours: openingHours,
  /** reminders to those who have not answered, so many days after the invitation */
  reminderDays: z.array(z.number().int().min(1).max(90)).max(5),
  /** e-mail: words of the invitation and of reminders; null: the usual ones */
  mail: mailWords.nullable(),
  reminder: mailWords.nullable(),
  /** kiosk: seconds without touch until the first page comes back */
  resetSeconds: z.number().int().min(10).max(600),
  /** snippet: pages that may show it */
  origins: z.array(z.url().max(200)).max(20),
  /** after a case: hours after its solution, and of which types and how many of a hundred */
  afterCase: z
    .object({
      hours: z.number().int().min(0).max(720),
      types: z.array(z.string().max(40)).max(10),
      share: z.number().int().min(1).max(100),
    })
    .nullable(),
});
export type DistributionSettings = z.infer<typeof distributionSettings>;

export const distribution = z.object({
  id,
  surveyId: id,
  kind: distributionKind,
  name: localText,
  active: z.boolean(),
  settings: distributionSettings,
  /** address for everybody; null for personal ways */
  url: z.string().nullable(),
  invited: z.number().int(),
  opened: z.number().int(),
  answered: z.number().int(),
  bounced: z.number().int(),
  version: z.number().int(),
});
export type Distribution = z.infer<typeof distribution>;

export const listDistributions = endpoint('GET /api/v1/surveys/:id/distributions', {
  summary: 'The ways by which people come to a survey, with how many were asked and answered',
  access: 'surveys.read',
  params: idParams,
  response: z.object({ items: z.array(distribution) }),
});
export const createDistribution = endpoint('POST /api/v1/surveys/:id/distributions', {
  summary: 'Open a way to a survey',
  access: 'surveys.distribute',
  params: idParams,
  body: z.object({ kind: distributionKind, name: localText, settings: distributionSettings.partial().default({}) }),
  response: distribution,
});
export const saveDistribution = endpoint('PATCH /api/v1/survey-distributions/:id', {
  summary: 'Change, stop or reopen a way to a survey',
  access: 'surveys.distribute',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    name: localText.optional(),
    active: z.boolean().optional(),
    settings: distributionSettings.partial().optional(),
  }),
  response: distribution,
});
export const renewLink = endpoint('POST /api/v1/survey-distributions/:id/link', {
  summary: 'A new public address; the one before leads nowhere',
  access: 'surveys.distribute',
  params: idParams,
  response: distribution,
});

const triedMail = z.object({ time: mailTime, language: z.string().min(1).max(20), words: mailWords.nullable() });
export const previewMail = endpoint('POST /api/v1/survey-distributions/:id/mail-preview', {
  summary: 'An invitation or reminder as it would be read with some words',
  access: 'surveys.distribute',
  params: idParams,
  body: triedMail,
  response: z.object({ subject: z.string(), body: z.string() }),
});
export const testMail = endpoint('POST /api/v1/survey-distributions/:id/test-mail', {
  summary: 'Send an invitation or reminder to oneself; its link is an example',
  access: 'surveys.distribute',
  params: idParams,
  body: triedMail,
  response: z.object({ to: z.string() }),
});

/** `waiting` is not sent yet; `suppressed` was left out, with the reason. */
export const invitationState = z.enum(['waiting', 'sent', 'opened', 'answered', 'bounced', 'declined', 'suppressed']);
export type InvitationState = z.infer<typeof invitationState>;
export const invitation = z.object({
  id,
  /** masked for those who may not see personal data */
  name: z.string(),
  address: z.string(),
  state: invitationState,
  reason: z.string().nullable(),
  subject: responseSubject,
  sentAt: instant.nullable(),
  remindedAt: instant.nullable(),
  /** of anonymous surveys the day only */
  answeredAt: instant.nullable(),
  /** the personal link, for whoever may distribute; null where mail carries it */
  url: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitation>;
export const listInvitations = endpoint('GET /api/v1/survey-distributions/:id/invitations', {
  summary: 'Who was asked, and what became of it',
  access: 'surveys.distribute',
  params: idParams,
  query: pageQuery.extend({ state: invitationState.optional(), q: z.string().max(200).optional() }),
  response: z.object({ items: z.array(invitation), next: z.string().nullable(), total: z.number().int() }),
});
const invitee = z.object({
  customerId: id.nullable().default(null),
  name: z.string().trim().max(200).default(''),
  address: z.union([z.literal(''), z.email().max(200)]).default(''),
  language: z.string().max(20).nullable().default(null),
  subject: responseSubject.partial().default({}),
  given: z.record(z.string().max(40), z.string().max(400)).default({}),
});
export type Invitee = z.input<typeof invitee>;
/** People by name, or customers by segment or random sample, at most 10,000 a call. */
export const invite = endpoint('POST /api/v1/survey-distributions/:id/invitations', {
  summary: 'Ask people; those whom the fatigue rule protects, who have no address or were asked already are counted with the reason',
  access: 'surveys.distribute',
  params: idParams,
  body: z.object({
    people: z.array(invitee).max(10_000).default([]),
    customers: z
      .object({ segmentId: id.nullable(), sample: z.number().int().min(1).max(10_000).nullable(), seed: z.number().int().default(1) })
      .nullable()
      .default(null),
    /** says what would happen, asks nobody */
    dryRun: z.boolean().default(false),
  }),
  response: z.object({
    invited: z.number().int(),
    suppressed: z.array(
      z.object({ reason: z.enum(['fatigue', 'no-address', 'already-asked', 'declined', 'bounced']), count: z.number().int() }),
    ),
  }),
});

export const quota = z.object({
  id,
  name: localText,
  /** which answers count; null: all complete ones */
  condition: condition.nullable(),
  size: z.number().int().min(1).max(10_000_000),
  counted: z.number().int(),
});
export type Quota = z.infer<typeof quota>;
export const listQuotas = endpoint('GET /api/v1/surveys/:id/quotas', {
  summary: 'How many answers of each kind are wanted, and are there',
  access: 'surveys.read',
  params: idParams,
  response: z.object({ items: z.array(quota) }),
});
export const setQuotas = endpoint('PUT /api/v1/surveys/:id/quotas', {
  summary: 'Set how many answers of each kind are wanted; what is counted stays',
  access: 'surveys.distribute',
  params: idParams,
  body: z.object({ items: z.array(quota.omit({ counted: true })).max(50) }),
  response: z.object({ items: z.array(quota) }),
});
export const declineInvitation = endpoint('POST /api/v1/runs/:token/refusal', {
  summary: 'Whoever was asked does not want to be asked again',
  access: 'public',
  params: z.object({ token: z.string().min(16).max(100) }),
  response: done,
});
