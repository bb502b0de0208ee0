import { z } from 'zod';
import { id, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { targetKind } from '../agreements/policy.ts';
import { caseType, type CaseType } from './case-type.ts';

export { caseType, type CaseType };

/**
 * Where a case stands. `new`: nobody has looked. `open`: being worked on. `awaiting-customer`, `awaiting-supplier`, `on-hold`: waiting. `resolved`: the solution is with
 * the customer. `following-up`: a complaint or adverse event whose confirmation is still being asked for. `closed`, `cancelled`, `merged`: over.
 */
export const caseStatus = z.enum([
  'new',
  'open',
  'awaiting-customer',
  'awaiting-supplier',
  'on-hold',
  'resolved',
  'following-up',
  'closed',
  'cancelled',
  'merged',
]);
export type CaseStatus = z.infer<typeof caseStatus>;

export const priority = z.enum(['p1', 'p2', 'p3', 'p4']);
export const severity = z.enum(['critical', 'major', 'minor', 'slight']);
export const caseChannel = z.enum(['portal', 'email', 'phone', 'chat', 'api', 'on-site', 'import']);
/** Why it came to a complaint. */
export const complaintCause = z.enum(['technical', 'service', 'management']);
/** What a complaint is about. */
export const complaintKind = z.enum(['interruption', 'fault', 'wrong-information', 'attitude', 'delay', 'billing', 'other']);

export const customValue = z.union([z.string().max(4000), z.number(), z.boolean(), z.null(), z.array(z.string().max(200)).max(50)]);

/**
 * The state of one clock now. `dueAt` is set while it runs; of a clock that is over, the last deadline it had. Overdue is read from the time of the
 * question, nothing has to tick for it.
 */
export const clockState = z.enum(['running', 'paused', 'held-by-others', 'excluded', 'overdue', 'met', 'missed', 'cancelled', 'reset']);
export const caseClock = z.object({
  agreementId: id,
  agreementName: localText,
  agreementKind: z.enum(['sla', 'ola', 'supplier-contract']),
  version: z.number().int(),
  target: targetKind,
  cycle: z.number().int(),
  state: clockState,
  reason: localText.nullable(),
  startedAt: instant,
  dueAt: instant.nullable(),
  goalSeconds: z.number().int(),
  usedSeconds: z.number().int(),
  breachedAt: instant.nullable(),
});
export type CaseClock = z.infer<typeof caseClock>;

/** The nearest promise of a case, for lists. */
export const nextDue = z.object({ target: targetKind, state: clockState, dueAt: instant.nullable() });

/** One row of a list of cases. */
export const caseRow = z.object({
  id,
  number: z.string(),
  type: caseType,
  subject: z.string(),
  status: caseStatus,
  priority,
  severity: severity.nullable(),
  channel: caseChannel,
  serviceId: id.nullable(),
  serviceName: localText.nullable(),
  categoryId: id.nullable(),
  categoryName: localText.nullable(),
  customerId: id.nullable(),
  customerName: z.string(),
  teamId: id.nullable(),
  teamName: localText.nullable(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  tags: z.array(z.string()),
  /** fields of the organisation's own, by their codes */
  custom: z.record(z.string(), customValue),
  openedAt: instant,
  updatedAt: instant,
  lastFrom: z.enum(['customer', 'team', 'supplier', 'system']).nullable(),
  /** the customer's last one, 1 to 5 */
  rating: z.number().int().min(1).max(5).nullable(),
  next: nextDue.nullable(),
  /** its clocks were counted by what was in force before the last publication, and wait to be counted again */
  recounting: z.boolean(),
  version: z.number().int(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const caseAttachment = z.object({ id, name: z.string(), size: z.number().int(), mediaType: z.string() });

/** One entry of the thread. `note` is for the house, `reply` for the customer, `message` from the customer, `change` what was changed. */
export const caseEntry = z.object({
  id,
  at: instant,
  kind: z.enum(['note', 'reply', 'message', 'change']),
  channel: caseChannel.nullable(),
  authorId: id.nullable(),
  authorName: z.string(),
  authorKind: z.enum(['account', 'customer', 'supplier', 'system', 'api-key']),
  body: z.string(),
  mentions: z.array(id),
  attachments: z.array(caseAttachment),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  /** a sent mail came back, or is still waiting to be sent */
  delivery: z.enum(['sent', 'waiting', 'failed']).nullable(),
});
export type CaseEntry = z.infer<typeof caseEntry>;

export const linkKind = z.enum(['related', 'duplicate-of', 'caused-by', 'child-of', 'split-from']);

/** One step of the chain that a complaint or adverse event must go through. */
export const loopStep = z.object({
  step: z.enum(['accepted', 'first-response', 'cause', 'result', 'follow-up', 'second-rating', 'confirmed']),
  state: z.enum(['done', 'open', 'overdue', 'not-needed']),
  dueAt: instant.nullable(),
  doneAt: instant.nullable(),
});
export const followUp = z.object({
  id,
  dueOn: z.iso.date(),
  doneAt: instant.nullable(),
  by: z.string().nullable(),
  channel: z.enum(['phone', 'email', 'on-site', 'chat', 'portal']).nullable(),
  outcome: z.enum(['not-reached', 'solved', 'not-solved']).nullable(),
  /** the second rating */
  rating: z.number().int().min(1).max(5).nullable(),
  note: z.string(),
  /** whose task it is; null: the team's */
  ownerName: z.string().nullable(),
  /** what it is for */
  reason: z.enum(['loop', 'low-rating']),
});

export const serviceCase = caseRow.extend({
  description: z.string(),
  contactName: z.string(),
  contactEmail: z.string(),
  contactPhone: z.string(),
  siteId: id.nullable(),
  segmentId: id.nullable(),
  contractId: id.nullable(),
  supplierId: id.nullable(),
  /** who took the first contact stays responsible until the end */
  firstContactId: id.nullable(),
  firstContactName: z.string().nullable(),
  cause: complaintCause.nullable(),
  complaintKind: complaintKind.nullable(),
  remedy: z.string(),
  restricted: z.boolean(),
  anonymous: z.boolean(),
  language: z.enum(['zh', 'en']),
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  reopened: z.number().int(),
  mergedInto: z.object({ id, number: z.string() }).nullable(),
  /** what the customer said of each solution, oldest first */
  ratings: z.array(z.object({ at: instant, resolution: z.number().int(), value: z.number().int(), comment: z.string() })),
  clocks: z.array(caseClock),
  entries: z.array(caseEntry),
  links: z.array(z.object({ kind: linkKind, id, number: z.string(), subject: z.string(), status: caseStatus })),
  loop: z.array(loopStep),
  followUps: z.array(followUp),
  /** statuses to which the caller may take it now */
  transitions: z.array(caseStatus),
  masked: z.boolean(),
  /** the private page of the customer */
  portalUrl: z.string().nullable(),
});
export type ServiceCase = z.infer<typeof serviceCase>;
