import { z } from 'zod';
import { caseType } from '../cases/case.ts';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { locale } from '../values/text.ts';
import { mailInOutcome, mailOutState } from './mail-state.ts';

/** Why a mail was not sent, or a folder not read. */
export const mailFailure = z.enum([
  'host_not_found',
  'connection_refused',
  'connection_lost',
  'timed_out',
  'certificate',
  'no_encryption',
  'login_refused',
  'folder_missing',
  'recipient_refused',
  'message_refused',
  'bounced',
  'password_lost',
]);
export type MailFailure = z.infer<typeof mailFailure>;

const server = {
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[A-Za-z0-9.:_-]+$/, 'host_name'),
  port: z.number().int().min(1).max(65_535),
  /** `tls` from the first byte; `starttls` after a greeting; `none` only inside one's own network */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(200),
};
/** Never answered; left out, the one that is stored stays. */
const password = z.string().min(1).max(500).optional();
const sender = z.object({ name: z.string().trim().max(100), address: z.email().max(200) });

const outgoing = z.object({ ...server, from: z.object({ zh: sender, en: sender }) });
const incoming = z.object({
  ...server,
  user: server.user.min(1),
  folder: z.string().trim().min(1).max(200),
  /** what a mail that belongs to no case becomes */
  type: caseType,
  teamId: id.nullable(),
});

/** A text of ours with variables such as {number}. */
const template = z.object({ subject: z.string().trim().min(1).max(200), body: z.string().trim().min(1).max(5000) });
export const templateKind = z.enum(['confirmation', 'reply']);
export type TemplateKind = z.infer<typeof templateKind>;
const templates = z.object({ zh: template, en: template });
const texts = z.object({
  confirmation: templates,
  reply: templates,
  signature: z.object({ zh: z.string().trim().max(1000), en: z.string().trim().max(1000) }),
});
export type MailTexts = z.infer<typeof texts>;

/** What each kind of text may name in braces. */
export const templateVariables = {
  confirmation: ['number', 'subject', 'name', 'description', 'organisation', 'signature'],
  reply: ['number', 'subject', 'name', 'message', 'organisation', 'signature'],
} as const satisfies Record<TemplateKind, readonly string[]>;

/** How it went the last time; null when it has not been tried. */
const health = z.object({ at: instant, failure: mailFailure.nullable() }).nullable();

export const mailSettings = z.object({
  version: z.number().int(),
  outgoing: outgoing.extend({ hasPassword: z.boolean(), health }).nullable(),
  incoming: incoming.extend({ hasPassword: z.boolean(), health }).nullable(),
  /** a customer who writes is told the number of the case */
  confirms: z.boolean(),
  texts,
});
export type MailSettings = z.infer<typeof mailSettings>;

export const getMailSettings = endpoint('GET /api/v1/mail-settings', {
  summary: 'How mail is sent and received; passwords are never answered',
  access: 'mail.define',
  response: mailSettings,
});
/** `null` switches a direction off. A new host or user needs its password again. */
export const updateMailSettings = endpoint('PUT /api/v1/mail-settings', {
  summary: 'Change how mail is sent and received',
  access: 'mail.define',
  body: z.object({
    version: z.number().int(),
    outgoing: outgoing.extend({ password }).nullable(),
    incoming: incoming.extend({ password }).nullable(),
    confirms: z.boolean(),
    texts,
  }),
  response: mailSettings,
});

/** What a person who sets up a connection wants to know; `detail` is what the other side said. */
const trial = z.object({ ok: z.boolean(), failure: mailFailure.nullable(), detail: z.string() });
export const testOutgoing = endpoint('POST /api/v1/mail-settings/outgoing-trials', {
  summary: 'Send a test mail with the settings that are stored',
  access: 'mail.define',
  body: z.object({ to: z.email().max(200) }),
  response: trial,
});
export const testIncoming = endpoint('POST /api/v1/mail-settings/incoming-trials', {
  summary: 'Sign in and open the folder with the settings that are stored',
  access: 'mail.define',
  body: z.object({}),
  /** how many mails lie in the folder */
  response: trial.extend({ mails: z.number().int().nullable() }),
});

export const previewMail = endpoint('POST /api/v1/mail-previews', {
  summary: 'How a text looks with an example in it',
  access: 'mail.define',
  body: z.object({ kind: templateKind, language: locale, template, signature: z.string().max(1000) }),
  response: z.object({ subject: z.string(), text: z.string() }),
});

export const sentMail = z.object({
  id,
  kind: z.enum(['reply', 'confirmation', 'notice']),
  state: mailOutState,
  recipient: z.string(),
  subject: z.string(),
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  /** when it is tried again */
  nextAt: instant.nullable(),
  attempts: z.number().int(),
  failure: mailFailure.nullable(),
  detail: z.string(),
});
export type SentMail = z.infer<typeof sentMail>;
export const listSentMail = endpoint('GET /api/v1/sent-mail', {
  summary: 'Mail that waits, was sent or failed, the newest first',
  access: 'mail.define',
  query: pageQuery.extend({ state: mailOutState.optional() }),
  response: pageOf(sentMail).extend({ waiting: z.number().int(), failed: z.number().int() }),
});
export const retryMail = endpoint('POST /api/v1/sent-mail/:id/retries', {
  summary: 'Try a failed mail again',
  access: 'mail.define',
  params: idParams,
  body: z.object({}),
  response: done,
});

/** Why a mail lies in quarantine. */
export const quarantineReason = z.enum([
  'unreadable',
  'too-large',
  'no-sender',
  'own-address',
  'auto-reply',
  'too-many',
  'unknown-bounce',
  'fault',
]);
export type QuarantineReason = z.infer<typeof quarantineReason>;
export const receivedMail = z.object({
  id,
  at: instant,
  sender: z.string(),
  senderName: z.string(),
  subject: z.string(),
  outcome: mailInOutcome,
  reason: quarantineReason.nullable(),
  caseId: id.nullable(),
  caseNumber: z.string().nullable(),
  size: z.number().int(),
});
export type ReceivedMail = z.infer<typeof receivedMail>;
export const listReceivedMail = endpoint('GET /api/v1/received-mail', {
  summary: 'Mail that came in and what became of it, the newest first',
  access: 'mail.define',
  query: pageQuery.extend({ outcome: mailInOutcome.optional() }),
  response: pageOf(receivedMail).extend({ quarantined: z.number().int() }),
});
export const getReceivedMail = endpoint('GET /api/v1/received-mail/:id', {
  summary: 'A mail with all that it said, also what it quoted',
  access: 'mail.define',
  params: idParams,
  response: receivedMail.extend({ text: z.string(), hasRaw: z.boolean() }),
});
/** Always a download. */
export const downloadReceivedMail = endpoint('GET /api/v1/received-mail/:id/raw', {
  summary: 'The bytes of a mail in quarantine',
  access: 'mail.define',
  params: idParams,
  response: z.unknown(),
});
export const releaseMail = endpoint('POST /api/v1/received-mail/:id/releases', {
  summary: 'Open a case from a mail in quarantine',
  access: 'mail.define',
  params: idParams,
  body: z.object({}),
  response: z.object({ caseId: id, number: z.string() }),
});
export const dismissMail = endpoint('POST /api/v1/received-mail/:id/dismissals', {
  summary: 'Put a mail in quarantine aside',
  access: 'mail.define',
  params: idParams,
  body: z.object({}),
  response: done,
});
