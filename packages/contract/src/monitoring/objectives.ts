import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { burning, objectiveAlerts, objectiveDefinition, objectiveStatus } from './objective.ts';

const revision = z.number().int();

export const objectiveAlert = z.object({
  id,
  objectiveId: id,
  objectiveName: localText,
  severity: z.enum(['page', 'ticket']),
  /** burns more than so many times too fast over this stretch (seconds) */
  rate: z.number(),
  stretch: z.number().int(),
  firedAt: instant,
  longRate: z.number(),
  bad: z.number().int(),
  n: z.number().int(),
  recoveredAt: instant.nullable(),
});
export type ObjectiveAlert = z.infer<typeof objectiveAlert>;

export const objectiveExclusion = z.object({
  id,
  from: instant,
  to: instant,
  reason: z.string(),
  enteredBy: z.object({ id, name: z.string() }),
  enteredAt: instant,
  state: z.enum(['pending', 'approved', 'rejected']),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
});
export type ObjectiveExclusion = z.infer<typeof objectiveExclusion>;

export const objectiveRow = z.object({
  id,
  code,
  name: localText,
  /** 0 while nothing is published */
  version: z.number().int(),
  revision,
  retiredAt: instant.nullable(),
  hasDraft: z.boolean(),
  /** the one in force; null while nothing is published */
  definition: objectiveDefinition.nullable(),
  serviceName: localText.nullable(),
  status: objectiveStatus.nullable(),
  burning: z.array(burning),
  asOf: instant.nullable(),
  pendingExclusions: z.number().int(),
});
export type ObjectiveRow = z.infer<typeof objectiveRow>;

const restatement = z.object({
  at: instant,
  exclusionId: id,
  windowFrom: instant,
  windowTo: instant,
  before: z.object({ good: z.number().int(), n: z.number().int() }),
  after: z.object({ good: z.number().int(), n: z.number().int() }),
});

export const objective = objectiveRow.extend({
  draft: objectiveDefinition.nullable(),
  sourceName: localText.nullable(),
  calendarName: localText.nullable(),
  /** how fast the budget burned over the last day, and for how many seconds it lasts at that rate; null: for ever */
  lasting: z.object({ rate: z.number().nullable(), seconds: z.number().nullable() }).nullable(),
  /** share of the budget of this window that was left at each moment */
  burnDown: z.array(z.object({ at: instant, left: z.number() })),
  /** the last thirty days, the oldest first */
  days: z.array(z.object({ day: z.iso.date(), status: objectiveStatus })),
  exclusions: z.array(objectiveExclusion),
  restatements: z.array(restatement),
  alerts: z.array(objectiveAlert),
  versions: z.array(
    z.object({
      version: z.number().int(),
      definition: objectiveDefinition,
      effectiveFrom: instant,
      publishedAt: instant,
      publishedBy: z.string().nullable(),
    }),
  ),
});
export type Objective = z.infer<typeof objective>;

/** Without pairs the usual ones for the window hold: 2 % of the budget in an hour, 5 % in six hours, 10 % in three days. */
const draft = objectiveDefinition.extend({ alerts: objectiveAlerts.partial({ pairs: true }) });

export const listObjectives = endpoint('GET /api/v1/objectives', {
  summary: 'Objectives with how they stand',
  access: 'objectives.read',
  query: z.object({ retired: z.enum(['true']).optional() }),
  response: z.object({ items: z.array(objectiveRow) }),
});
export const getObjective = endpoint('GET /api/v1/objectives/:id', {
  summary: 'One objective: budget, burn rates, days, exclusions, restatements, alerts, versions',
  access: 'objectives.read',
  params: idParams,
  response: objective,
});
export const createObjective = endpoint('POST /api/v1/objectives', {
  summary: 'Write an objective; it begins as a draft',
  access: 'objectives.define',
  body: z.object({ code, name: localText, draft }),
  response: objectiveRow,
});
export const saveObjectiveDraft = endpoint('PATCH /api/v1/objectives/:id', {
  summary: 'Change the name or the draft of an objective; what is published stays as it is',
  access: 'objectives.define',
  params: idParams,
  body: z.object({ revision, name: localText.optional(), draft: draft.optional() }),
  response: objectiveRow,
});
export const publishObjective = endpoint('POST /api/v1/objectives/:id/versions', {
  summary: 'Publish the draft as the next version: it never changes again',
  access: 'objectives.define',
  params: idParams,
  body: z.object({ revision }),
  response: objectiveRow,
});
export const retireObjective = endpoint('PUT /api/v1/objectives/:id/retirement', {
  summary: 'Retire an objective, or take it up again; a retired one is not judged and raises no alert',
  access: 'objectives.define',
  params: idParams,
  body: z.object({ retired: z.boolean() }),
  response: objectiveRow,
});
export const objectiveHistory = endpoint('GET /api/v1/objectives/:id/history', {
  summary: 'How an objective stood in each of the last months, by the version then in force',
  access: 'objectives.read',
  params: idParams,
  query: z.object({ months: z.coerce.number().int().min(1).max(13).default(12) }),
  response: z.object({
    items: z.array(
      z.object({ month: z.string(), version: z.number().int(), target: z.number(), status: objectiveStatus, restated: z.boolean() }),
    ),
  }),
});
export const excludeTime = endpoint('POST /api/v1/objectives/:id/exclusions', {
  summary: 'Ask for time to be left out, also afterwards; it counts when a second person approves',
  access: 'objectives.define',
  params: idParams,
  body: z.object({ from: instant, to: instant, reason: z.string().trim().min(1).max(1000) }),
  response: objectiveExclusion,
});
export const decideExclusion = endpoint('POST /api/v1/objective-exclusions/:id/decision', {
  summary: 'Approve or reject an exclusion that somebody else entered; the figure is restated openly',
  access: 'objectives.define',
  params: idParams,
  body: z.object({ approve: z.boolean(), note: z.string().trim().max(1000).default('') }),
  response: objectiveExclusion,
});
export const listObjectiveAlerts = endpoint('GET /api/v1/objective-alerts', {
  summary: 'Alerts of budgets that burned too fast, the newest first',
  access: 'objectives.read',
  query: z.object({ open: z.enum(['true']).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({ items: z.array(objectiveAlert) }),
});
