import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { indicatorCode, locale, localText } from '../values/text.ts';
import { findingState } from '../findings/finding-kind.ts';
import { actionState, projectOutcome, projectState, projectTemplate } from './project-kind.ts';

const version = z.number().int();
const count = z.number().int();
const day = z.iso.date();
const money = z.number().min(0).max(1e12);
const words = (most: number) => z.string().trim().max(most);
const title = words(200).min(1);

/** Of the weight of all actions, what is done; null while there are none. */
const progress = z.object({ actions: count, done: count, overdue: count, share: z.number().nullable() });
export type ProjectProgress = z.infer<typeof progress>;

export const projectRow = z.object({
  id,
  number: z.string(),
  title,
  template: projectTemplate,
  state: projectState,
  outcome: projectOutcome.nullable(),
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  startOn: day,
  dueOn: day,
  /** the last day is past and it is neither closed nor stopped */
  overdue: z.boolean(),
  progress,
  updatedAt: instant,
});
export type ProjectRow = z.infer<typeof projectRow>;

const actionFields = z.object({
  phase: z.string().min(1).max(40),
  title,
  note: words(4000),
  ownerId: id.nullable(),
  teamId: id.nullable(),
  startOn: day.nullable(),
  dueOn: day.nullable(),
  /** how much of the whole it is */
  weight: count.min(1).max(100),
  dependsOn: z.array(id).max(50),
});
export const projectAction = actionFields.extend({
  id,
  state: actionState,
  owner: z.string().nullable(),
  team: localText.nullable(),
  doneAt: instant.nullable(),
  overdue: z.boolean(),
  /** predecessors that are not done yet */
  waitsFor: z.array(id),
  /** predecessors that end after this one begins */
  beforePredecessor: z.array(id),
  version,
});
export type ProjectAction = z.infer<typeof projectAction>;

/** A reason why the next state cannot begin yet. */
const obstacle = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type ProjectObstacle = z.infer<typeof obstacle>;

/** A cause: a node of an analysis. */
const causeLink = z.object({ analysisId: id, nodeId: z.string().min(1).max(100) });

const projectFields = z.object({
  title,
  goal: words(4000),
  indicatorCode: indicatorCode.nullable(),
  targetValue: z.number().nullable(),
  ownerId: id.nullable(),
  startOn: day,
  dueOn: day,
  budget: money.nullable(),
  spent: money,
  findingIds: z.array(id).max(100),
  causes: z.array(causeLink).max(100),
});
export const project = projectRow.extend({
  ...projectFields.omit({ title: true, ownerId: true, startOn: true, dueOn: true }).shape,
  indicatorName: localText.nullable(),
  findings: z.array(z.object({ id, number: z.string(), title: localText, state: findingState })),
  /** why nobody verifies the effect; the outcome of such a project is `not-verified` */
  unverifiedReason: z.string(),
  verification: z.object({ id, registeredAt: instant }).nullable(),
  verdict: z
    .object({ verdict: projectOutcome, at: instant, interval: z.tuple([z.number(), z.number()]).nullable(), verificationId: id })
    .nullable(),
  actions: z.array(projectAction),
  next: z.object({ state: projectState, missing: z.array(obstacle) }).nullable(),
  moves: z.array(
    z.object({
      from: projectState,
      to: projectState,
      outcome: projectOutcome.nullable(),
      reason: z.string(),
      at: instant,
      by: z.string().nullable(),
    }),
  ),
  history: z.array(z.object({ type: z.string(), at: instant, by: z.string().nullable(), data: z.record(z.string(), z.unknown()) })),
  version,
});
export type Project = z.infer<typeof project>;

export const projectFilter = z.object({
  q: z.string().max(200).optional(),
  state: projectState.optional(),
  template: projectTemplate.optional(),
  findingId: id.optional(),
});
export const listProjects = endpoint('GET /api/v1/projects', {
  summary: 'Improvement projects, those that changed last first',
  access: 'improvement.read',
  query: pageQuery.extend(projectFilter.shape),
  response: pageOf(projectRow),
});
export const getProject = endpoint('GET /api/v1/projects/:id', {
  summary: 'A project with its actions, what verifies it and what its next state still lacks',
  access: 'improvement.read',
  params: idParams,
  response: project,
});
export const createProject = endpoint('POST /api/v1/projects', {
  summary: 'Begin a project from a template, with the steps of that template as actions',
  access: 'improvement.write',
  body: projectFields
    .partial()
    .required({ title: true, startOn: true, dueOn: true })
    .extend({ template: projectTemplate, steps: z.boolean().default(true) }),
  response: project,
});
export const updateProject = endpoint('PATCH /api/v1/projects/:id', {
  summary: 'Change what a project is for; its state and outcome are not entered',
  access: 'improvement.write',
  params: idParams,
  body: projectFields.partial().extend({ version }),
  response: project,
});
/** Closing takes its outcome from the verdict alone. */
export const moveProject = endpoint('POST /api/v1/projects/:id/moves', {
  summary: 'Start, verify, close or stop a project; started needs a registered verification, or a reason why there is none',
  access: 'improvement.write',
  params: idParams,
  body: z.object({ version, to: projectState, reason: words(2000).default(''), unverifiedReason: words(2000).default('') }),
  response: project,
});
export const deleteProject = endpoint('DELETE /api/v1/projects/:id', {
  summary: 'Move a project to the trash',
  access: 'improvement.write',
  params: idParams,
  response: done,
});
export const exportProjects = endpoint('GET /api/v1/projects/export', {
  summary: 'Projects of a filter as CSV text',
  access: 'improvement.read',
  query: projectFilter.extend({ locale: locale.default('zh') }),
  response: z.object({ text: z.string(), projects: count }),
});

export const createAction = endpoint('POST /api/v1/projects/:id/actions', {
  summary: 'Add an action to a project',
  access: 'improvement.write',
  params: idParams,
  body: actionFields.partial().required({ phase: true, title: true }),
  response: project,
});
export const updateAction = endpoint('PATCH /api/v1/projects/:id/actions/:actionId', {
  summary: 'Change an action or say how far it has come',
  access: 'improvement.write',
  params: z.object({ id, actionId: id }),
  body: actionFields.partial().extend({ version, state: actionState.optional() }),
  response: project,
});
export const deleteAction = endpoint('DELETE /api/v1/projects/:id/actions/:actionId', {
  summary: 'Take an action away that was not done',
  access: 'improvement.write',
  params: z.object({ id, actionId: id }),
  response: project,
});
