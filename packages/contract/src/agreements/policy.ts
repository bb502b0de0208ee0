import type { Condition } from '@zhiheng/sla-clock/policy';
import { z } from 'zod';
import { localText } from '../values/text.ts';

const fieldValue = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const word = z.string().min(1).max(64);

/** Deeper than this nobody reads, and the parser must not follow. */
const deepestCondition = 8;

function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < deepestCondition && level.length > 0; depth++) level = level.flatMap(partsOf);
  return level.length === 0;
}

function partsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { condition: inner, conditions } = value as { condition?: unknown; conditions?: unknown };
  return [...(inner === undefined ? [] : [inner]), ...(Array.isArray(conditions) ? (conditions as unknown[]) : [])];
}

const anyCondition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('always') }),
    z.object({ kind: z.literal('never') }),
    z.object({ kind: z.literal('is'), field: word, values: z.array(fieldValue).max(100) }),
    z.object({ kind: z.literal('happened'), what: z.enum(['opened', 'customer-message', 'team-reply', 'reply-not-needed']) }),
    z.object({ kind: z.literal('changed'), field: word }),
    z.object({ kind: z.literal('not'), condition: anyCondition }),
    z.object({ kind: z.literal('all'), conditions: z.array(anyCondition).max(20) }),
    z.object({ kind: z.literal('any'), conditions: z.array(anyCondition).max(20) }),
  ]),
);

/** A question about a case right after a save; see `Condition` of the clock. */
export const condition: z.ZodType<Condition> = z.unknown().refine(isShallow, 'too_deep').pipe(anyCondition);

export const targetKind = z.enum(['first-response', 'next-reply', 'periodic-update', 'resolution', 'requester-wait', 'agent-work']);
export const reopening = z.enum(['once', 'continue', 'new-cycle', 'reset']);

const values = z.array(word).max(200);
/** Which cases something holds for: ids of contracts, customers, segments and services, words of the others. Empty: all. */
export const scope = z.object({
  contract: values.exactOptional(),
  customer: values.exactOptional(),
  segment: values.exactOptional(),
  service: values.exactOptional(),
  type: values.exactOptional(),
  priority: values.exactOptional(),
  channel: values.exactOptional(),
});

const year = 366 * 86_400;
export const goal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working-time'), seconds: z.number().int().min(1).max(year) }),
  z.object({ kind: z.literal('business-day-end'), days: z.number().int().min(0).max(366) }),
]);

export const escalationStep = z.object({
  id: word,
  name: localText,
  at: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: z.number().min(1).max(1000) }),
    z.object({ kind: z.literal('offset'), seconds: z.number().int().min(-year).max(year) }),
  ]),
});

export const target = z.object({
  kind: targetKind,
  scope: scope.exactOptional(),
  goal,
  start: z.union([z.object({ while: condition }), z.object({ once: condition })]),
  pauses: z.array(z.object({ reason: word, name: localText, when: condition, until: condition.exactOptional() })).max(20),
  stop: condition,
  cancel: condition,
  reset: condition,
  reopening,
  recurring: z.boolean(),
  steps: z.array(escalationStep).max(20),
});

/** Who is told or what is done when a step is due. */
export const stepAction = z.object({
  stepId: word,
  notify: z.array(z.enum(['assignee', 'team', 'team-lead', 'quality-manager', 'owner'])).max(5),
  raisePriority: z.boolean().default(false),
});

/** Service credits: a share of the monthly price for each breach, up to a share of the month. */
export const credit = z.object({ percentPerBreach: z.number().min(0).max(100), monthlyCapPercent: z.number().min(0).max(100) });

/** What a version of an agreement says. The calendar is named by id; its version in force counts. */
export const agreementDefinition = z.object({
  calendarId: z.uuid(),
  scope,
  adoption: z.enum(['new-cases', 'open-cases']),
  closed: z.array(word).max(20),
  targets: z.array(target).max(60),
  actions: z.array(stepAction).max(200),
  /** share of clocks that shall be met, in percent */
  attainmentGoal: z.number().min(0).max(100),
  credit: credit.nullable(),
  reviewOn: z.iso.date().nullable(),
});
export type AgreementDefinition = z.infer<typeof agreementDefinition>;
