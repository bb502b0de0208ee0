import { z } from 'zod';
import { stepAction } from '../agreements/policy.ts';
import { caseStatus, caseType, priority, severity } from '../cases/case.ts';
import { ruleFinding, ruleTest } from '../cases/rule-test.ts';
import { done, endpoint } from '../endpoint.ts';
import { eventType } from '../events.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { runState } from './run-state.ts';

const tags = z.array(z.string().trim().min(1).max(40)).min(1).max(10);
/** `{number}`, `{subject}` and other fields in braces are filled in. */
const template = (most: number) => z.string().trim().min(1).max(most);

/** What a rule does, with the thing of the event or apart from it. */
export const automationAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change-case'),
    change: z
      .object({
        status: caseStatus,
        priority,
        severity: severity.nullable(),
        categoryId: id.nullable(),
        teamId: id.nullable(),
        assigneeId: id.nullable(),
      })
      .partial(),
  }),
  z.object({ kind: z.literal('add-tags'), tags }),
  z.object({ kind: z.literal('add-note'), body: template(4000) }),
  z.object({
    kind: z.literal('notify'),
    roles: stepAction.shape.notify,
    accountIds: z.array(id).max(20),
    message: template(400),
  }),
  z.object({
    kind: z.literal('open-case'),
    type: caseType,
    subject: template(300),
    description: z.string().max(4000),
    priority,
    teamId: id.nullable(),
  }),
]);
export type AutomationAction = z.infer<typeof automationAction>;

/** When one of the events happens and every test holds, the actions are done one after the other, all or none, after the delay. */
export const automationDefinition = z.object({
  eventTypes: z.array(eventType).min(1).max(10),
  tests: z.array(ruleTest).max(10),
  actions: z.array(automationAction).min(1).max(10),
  /** the tests are asked again when the time has come */
  delayMinutes: z.number().int().min(0).max(43_200),
});
export type AutomationDefinition = z.infer<typeof automationDefinition>;

const name = z.string().trim().min(1).max(120);
export const automationRule = z.object({
  id,
  name,
  active: z.boolean(),
  definition: automationDefinition,
  version: z.number().int(),
  updatedAt: instant,
  findings: z.array(ruleFinding),
  /** of the last thirty days */
  runs: z.object({ done: z.number().int(), failed: z.number().int(), held: z.number().int(), waiting: z.number().int() }),
  lastRunAt: instant.nullable(),
});
export type AutomationRule = z.infer<typeof automationRule>;

export const listAutomationRules = endpoint('GET /api/v1/automation-rules', {
  summary: 'Automation rules in their order',
  access: 'automation.read',
  response: z.object({ items: z.array(automationRule) }),
});
export const getAutomationRule = endpoint('GET /api/v1/automation-rules/:id', {
  summary: 'One automation rule',
  access: 'automation.read',
  params: idParams,
  response: automationRule,
});
export const createAutomationRule = endpoint('POST /api/v1/automation-rules', {
  summary: 'Add an automation rule; it is switched off until one switches it on',
  access: 'automation.define',
  body: z.object({ name, definition: automationDefinition }),
  response: automationRule,
});
export const updateAutomationRule = endpoint('PATCH /api/v1/automation-rules/:id', {
  summary: 'Change an automation rule, switch it on or off',
  access: 'automation.define',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    name: name.optional(),
    active: z.boolean().optional(),
    definition: automationDefinition.optional(),
  }),
  response: automationRule,
});
export const deleteAutomationRule = endpoint('DELETE /api/v1/automation-rules/:id', {
  summary: 'Delete an automation rule; what it did stays in the log',
  access: 'automation.define',
  params: idParams,
  response: done,
});
export const orderAutomationRules = endpoint('PUT /api/v1/automation-order', {
  summary: 'Put the automation rules into an order',
  access: 'automation.define',
  body: z.object({ ids: z.array(id).max(500) }),
  response: done,
});

export const automationVersion = z.object({
  version: z.number().int(),
  name,
  active: z.boolean(),
  definition: automationDefinition,
  savedAt: instant,
  savedBy: z.string().nullable(),
});
export const listAutomationVersions = endpoint('GET /api/v1/automation-rules/:id/versions', {
  summary: 'What a rule said before, the newest first',
  access: 'automation.read',
  params: idParams,
  response: z.object({ items: z.array(automationVersion) }),
});

export const runStep = z.object({
  action: z.enum(['change-case', 'add-tags', 'add-note', 'notify', 'open-case']),
  /** what it came to: fields that changed, people told, the number of the new case */
  result: z.string(),
});
/** One rule that met one event. `held`: the loop guard stopped it; `reason` says why it was held or failed. */
export const automationRun = z.object({
  id,
  ruleId: id,
  ruleName: z.string(),
  version: z.number().int(),
  eventType,
  entityKind: z.string(),
  entityId: z.string(),
  label: z.string(),
  at: instant,
  dueAt: instant,
  state: runState,
  reason: z.string().nullable(),
  steps: z.array(runStep),
  finishedAt: instant.nullable(),
});
export type AutomationRun = z.infer<typeof automationRun>;
export const listAutomationRuns = endpoint('GET /api/v1/automation-runs', {
  summary: 'What automation did, the newest first',
  access: 'automation.read',
  query: pageQuery.extend({ ruleId: id.optional(), state: runState.optional() }),
  response: pageOf(automationRun),
});

/** Nothing is changed: which of the latest events a rule would have answered, judged by how things stand now. */
export const tryAutomation = endpoint('POST /api/v1/automation-trials', {
  summary: 'Dry run of a rule on the latest events',
  access: 'automation.define',
  body: z.object({ definition: automationDefinition, last: z.number().int().min(1).max(2000).default(500) }),
  response: z.object({
    /** events of these kinds that were looked at, and since when */
    events: z.number().int(),
    since: instant.nullable(),
    matched: z.number().int(),
    /** the newest of those that match */
    items: z.array(z.object({ eventId: id, at: instant, eventType, entityKind: z.string(), entityId: z.string(), label: z.string() })),
    findings: z.array(ruleFinding),
  }),
});
