import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageQuery } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { clockBreach } from './attribution.ts';
import {
  caseAttachment,
  caseChannel,
  caseRow,
  caseStatus,
  caseType,
  complaintCause,
  complaintKind,
  customValue,
  linkKind,
  priority,
  serviceCase,
  severity,
} from './case.ts';

/** What a list shows. Several values of one field are alternatives; different fields must all hold. */
export const caseFilter = z.object({
  q: z.string().max(200).optional(),
  type: z.array(caseType).optional(),
  status: z.array(caseStatus).optional(),
  /** short for all that are not over */
  open: z.boolean().optional(),
  priority: z.array(priority).optional(),
  serviceId: z.array(id).optional(),
  categoryId: z.array(id).optional(),
  teamId: z.array(id).optional(),
  assigneeId: z.array(z.union([id, z.literal('me'), z.literal('nobody')])).optional(),
  customerId: id.optional(),
  tag: z.array(z.string().max(40)).optional(),
  due: z.enum(['overdue', 'soon', 'today', 'none']).optional(),
  rating: z.array(z.number().int().min(1).max(5)).optional(),
  /** by the code of a field: the codes of its options, or `true` and `false` of yes or no */
  custom: z.record(code, z.array(z.string().max(64)).min(1).max(50)).optional(),
  openedFrom: z.iso.date().optional(),
  openedTo: z.iso.date().optional(),
});
export type CaseFilter = z.infer<typeof caseFilter>;
export const caseOrder = z.enum(['due', 'newest', 'oldest', 'updated', 'priority']);

/** `filter` is JSON, so that a saved view and an address mean the same. */
const filterParameter = z
  .string()
  .max(4000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'json' });
      return z.NEVER;
    }
  })
  .pipe(caseFilter);

export const listCases = endpoint('GET /api/v1/cases', {
  summary: 'Cases, a page at a time',
  access: 'cases.read',
  query: pageQuery.extend({ filter: filterParameter.optional(), order: caseOrder.default('due') }),
  /** `total` counts up to 5,000 and then says so by `more` */
  response: z.object({ items: z.array(caseRow), next: z.string().nullable(), total: z.number().int(), more: z.boolean() }),
});
export const getCase = endpoint('GET /api/v1/cases/:id', {
  summary: 'One case with thread, clocks and links; the id may be its number',
  access: 'cases.read',
  params: z.object({ id: z.string().min(1).max(64) }),
  response: serviceCase,
});

const fields = z.object({
  subject: z.string().trim().min(1).max(300),
  description: z.string().max(20_000),
  priority,
  severity: severity.nullable(),
  serviceId: id.nullable(),
  categoryId: id.nullable(),
  siteId: id.nullable(),
  customerId: id.nullable(),
  contactName: z.string().trim().max(200),
  contactEmail: z.union([z.literal(''), z.email().max(200)]),
  contactPhone: z.string().trim().max(60),
  contractId: id.nullable(),
  teamId: id.nullable(),
  assigneeId: id.nullable(),
  supplierId: id.nullable(),
  cause: complaintCause.nullable(),
  complaintKind: complaintKind.nullable(),
  remedy: z.string().max(4000),
  tags: z.array(z.string().trim().min(1).max(40)).max(30),
  custom: z.record(code, customValue),
  language: z.enum(['zh', 'en']),
});
export const createCase = endpoint('POST /api/v1/cases', {
  summary: 'Open a case; rules assign it and its clocks start',
  access: 'cases.write',
  body: fields
    .partial()
    .required({ subject: true })
    .extend({ type: caseType, channel: caseChannel.default('api'), anonymous: z.boolean().default(false), openedAt: instant.optional() }),
  response: z.object({ id, number: z.string(), version: z.number().int() }),
});
/** `version` is the version that was read; another one means somebody else saved first, and the answer says who changed what. */
export const updateCase = endpoint('PATCH /api/v1/cases/:id', {
  summary: 'Change a case: fields, status, note or reply in one save',
  access: 'cases.write',
  params: idParams,
  body: fields.partial().extend({
    version: z.number().int(),
    type: caseType.optional(),
    status: caseStatus.optional(),
    entry: z
      .object({
        kind: z.enum(['note', 'reply']),
        body: z.string().trim().min(1).max(50_000),
        channel: caseChannel.optional(),
        mentions: z.array(id).max(20).default([]),
        attachmentIds: z.array(id).max(20).default([]),
      })
      .optional(),
    /** marks the customer's last message as one that asks for nothing */
    replyNotNeeded: z.literal(true).optional(),
  }),
  response: serviceCase,
});
const bulkResult = z.object({ changed: z.number().int(), refused: z.array(z.object({ id, number: z.string(), code: z.string() })) });
export const changeCases = endpoint('POST /api/v1/case-changes', {
  summary: 'Change many cases at once; what may not be done is refused case by case',
  access: 'cases.write',
  body: z.object({
    ids: z.array(id).min(1).max(500),
    change: fields
      .pick({ priority: true, teamId: true, assigneeId: true, categoryId: true })
      .partial()
      .extend({
        status: caseStatus.optional(),
        addTags: z.array(z.string().trim().min(1).max(40)).max(10).optional(),
        removeTags: z.array(z.string().max(40)).max(10).optional(),
      }),
  }),
  response: bulkResult,
});
export const mergeCase = endpoint('POST /api/v1/cases/:id/merges', {
  summary: 'Merge a case into another: its thread moves, its clocks are withdrawn',
  access: 'cases.write',
  params: idParams,
  body: z.object({ into: id, version: z.number().int() }),
  response: serviceCase,
});
export const splitCase = endpoint('POST /api/v1/cases/:id/splits', {
  summary: 'Open a second case from entries of the first',
  access: 'cases.write',
  params: idParams,
  body: z.object({ subject: z.string().trim().min(1).max(300), entryIds: z.array(id).min(1).max(100) }),
  response: serviceCase,
});
export const linkCases = endpoint('POST /api/v1/cases/:id/links', {
  summary: 'Link two cases',
  access: 'cases.write',
  params: idParams,
  body: z.object({ kind: linkKind, otherId: id }),
  response: serviceCase,
});
export const unlinkCases = endpoint('DELETE /api/v1/cases/:id/links/:otherId', {
  summary: 'Take a link away',
  access: 'cases.write',
  params: z.object({ id, otherId: id }),
  response: done,
});

/** What a customer says after the solution. Not solved opens the case again; only a solved one can be closed when it is a complaint or an adverse event. */
export const recordFollowUp = endpoint('POST /api/v1/cases/:id/follow-ups', {
  summary: 'Record a contact of the follow-up',
  access: 'cases.write',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    channel: z.enum(['phone', 'email', 'on-site', 'chat']),
    outcome: z.enum(['not-reached', 'solved', 'not-solved']),
    /** the second rating */
    rating: z.number().int().min(1).max(5).nullable().default(null),
    note: z.string().trim().min(1).max(4000),
    /** when to try again whom one has not reached */
    nextOn: z.iso.date().optional(),
  }),
  response: serviceCase,
});

/** multipart/form-data with one part named `file`, at most 25 MB; pictures, PDF, office documents, text, archives. An entry of a case names it afterwards. */
export const uploadCaseAttachment = endpoint('POST /api/v1/case-attachments', {
  summary: 'Upload a file for an entry of a case',
  access: 'cases.write',
  body: z.unknown(),
  response: caseAttachment,
});
/** Always a download: nothing of it is shown or run in the page. */
export const downloadCaseAttachment = endpoint('GET /api/v1/case-attachments/:id', {
  summary: 'The bytes of an attachment',
  access: 'cases.read',
  params: idParams,
  response: z.unknown(),
});

/** Who has a case open or writes on it now; the caller's own heartbeat, to be repeated every 20 seconds. */
export const presence = endpoint('POST /api/v1/cases/:id/presence', {
  summary: 'Say that one reads or writes on a case, and hear who else does',
  access: 'cases.read',
  params: idParams,
  body: z.object({ writing: z.boolean() }),
  response: z.object({ others: z.array(z.object({ accountId: id, name: z.string(), writing: z.boolean() })) }),
});

/** Every interval of every clock, with the explanation in words. */
export const caseLedger = endpoint('GET /api/v1/cases/:id/ledger', {
  summary: 'How each clock of a case counted',
  access: 'cases.read',
  params: idParams,
  response: z.object({
    now: instant,
    clocks: z.array(
      z.object({
        agreementId: id,
        agreementName: localText,
        version: z.number().int(),
        target: z.string(),
        cycle: z.number().int(),
        because: z.array(localText),
        intervals: z.array(
          z.object({
            kind: z.enum(['running', 'outside-hours', 'paused', 'held-by-others', 'excluded', 'stopped']),
            from: instant,
            to: instant,
            party: z.string(),
            partyName: localText,
            reason: localText.nullable(),
            workingSeconds: z.number().int(),
          }),
        ),
        usedSeconds: z.number().int(),
        goalSeconds: z.number().int(),
        explanation: z.array(localText),
        byParty: z.array(z.object({ party: z.string(), name: localText, seconds: z.number().int() })),
        /** of a missed promise: whose time used it up */
        breach: clockBreach.nullable(),
        steps: z.array(z.object({ name: localText, at: instant.nullable(), state: z.enum(['fired', 'due', 'held', 'skipped']) })),
      }),
    ),
  }),
});

/** To whom a case can be given and who can be called into it. */
export const casePeople = endpoint('GET /api/v1/case-people', {
  summary: 'People who work on cases, with their teams',
  access: 'cases.read',
  response: z.object({ items: z.array(z.object({ id, name: z.string(), teamIds: z.array(id) })) }),
});

/** Words that appear on cases: for filters and for typing. */
export const caseTags = endpoint('GET /api/v1/case-tags', {
  summary: 'Tags in use',
  access: 'cases.read',
  response: z.object({ items: z.array(z.object({ tag: z.string(), cases: z.number().int() })) }),
});
