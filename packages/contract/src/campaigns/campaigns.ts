import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { campaignChain, campaignPlan } from './plan.ts';
import { campaignKind, campaignStage } from './campaign-kind.ts';
import { frozenResult } from './results.ts';

const version = z.number().int();
const count = z.number().int();

export const campaignRow = z.object({
  id,
  code,
  name: localText,
  kind: campaignKind,
  chain: campaignChain,
  stage: campaignStage,
  from: z.string(),
  until: z.string(),
  leader: z.string().nullable(),
  results: count,
  openFindings: count,
  /** the earliest day of a milestone of its stage */
  nextDue: z.iso.date().nullable(),
  updatedAt: instant,
});
export type CampaignRow = z.infer<typeof campaignRow>;

export const findingKind = z.enum(['people', 'process', 'technology', 'resources', 'environment']);
export const findingSeverity = z.enum(['low', 'medium', 'high']);
export const findingState = z.enum(['open', 'in-progress', 'done', 'verified']);
export type FindingState = z.infer<typeof findingState>;
const findingFields = z.object({
  title: z.string().trim().min(1).max(200),
  detail: z.string().trim().max(4000),
  kind: findingKind,
  severity: findingSeverity,
  /** keys of figures */
  evidence: z.array(z.string().min(1).max(200)).max(20),
  ownerId: id.nullable(),
  due: z.iso.date().nullable(),
  /** the later campaign that measured whether it helped */
  followUpId: id.nullable(),
  note: z.string().trim().max(4000),
});
export const campaignFinding = findingFields.extend({
  id,
  state: findingState,
  owner: z.string().nullable(),
  followUpName: localText.nullable(),
  version,
  updatedAt: instant,
});
export type CampaignFinding = z.infer<typeof campaignFinding>;

const recipient = z.object({
  id,
  accountId: id.nullable(),
  teamId: id.nullable(),
  name: localText,
  toldAt: instant.nullable(),
  resultNumber: count.nullable(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** may the caller take note for it */
  mine: z.boolean(),
});

const milestoneState = z.object({ state: z.enum(['open', 'late', 'reached']), have: count.nullable(), wanted: count.nullable() });
export type MilestoneState = z.infer<typeof milestoneState>;

/** What is already there, read from the surveys, sheets and lists themselves. */
const facts = z.object({
  surveys: z.array(z.object({ surveyId: id, name: localText, invited: count, answered: count, wanted: count.nullable() })),
  studies: z.array(z.object({ studyId: id, name: localText, held: count, planned: count, wanted: count.nullable() })),
  reviews: count,
  told: count,
  recipients: count,
  acknowledged: count,
  findings: count,
  openFindings: count,
});
export type CampaignFacts = z.infer<typeof facts>;

/** A reason why the next stage cannot begin yet. */
const obstacle = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type Obstacle = z.infer<typeof obstacle>;

export const campaign = campaignRow.extend({
  plan: campaignPlan,
  version,
  /** as in the plan, in its order */
  milestones: z.array(milestoneState),
  facts,
  next: z.object({ stage: campaignStage, missing: z.array(obstacle) }).nullable(),
  moves: z.array(z.object({ from: campaignStage, to: campaignStage, reason: z.string(), at: instant, by: z.string().nullable() })),
  frozen: z.array(frozenResult),
  findings: z.array(campaignFinding),
  recipients: z.array(recipient),
});
export type Campaign = z.infer<typeof campaign>;

export const campaignFilter = z.object({
  q: z.string().max(200).optional(),
  stage: campaignStage.optional(),
  kind: campaignKind.optional(),
});
export const listCampaigns = endpoint('GET /api/v1/campaigns', {
  summary: 'Campaigns, those that changed last first',
  access: 'campaigns.read',
  query: pageQuery.extend(campaignFilter.shape),
  response: pageOf(campaignRow),
});
export const getCampaign = endpoint('GET /api/v1/campaigns/:id', {
  summary: 'A campaign with what is planned, what is there and what its next stage still lacks',
  access: 'campaigns.read',
  params: idParams,
  response: campaign,
});
/** A campaign that begins from a template has its tasks, milestones and sheet; one that begins from another has that one's plan and is compared with it. */
export const createCampaign = endpoint('POST /api/v1/campaigns', {
  summary: 'Begin a campaign from a template, or from an earlier campaign',
  access: 'campaigns.write',
  body: z.object({
    name: localText,
    code: code.optional(),
    kind: campaignKind,
    chain: campaignChain.default('improve'),
    from: campaignPlan.shape.from,
    until: campaignPlan.shape.until,
    copyOf: id.optional(),
  }),
  response: campaign,
});
export const updateCampaign = endpoint('PATCH /api/v1/campaigns/:id', {
  summary: 'Change the plan of a campaign; what is left out stays',
  access: 'campaigns.write',
  params: idParams,
  body: z.object({ version, name: localText.optional(), plan: campaignPlan.partial().optional() }),
  response: campaign,
});
export const moveCampaign = endpoint('POST /api/v1/campaigns/:id/moves', {
  summary: 'Go on to the next stage, when all it needs is there, or back to an earlier one with a reason',
  access: 'campaigns.write',
  params: idParams,
  body: z.object({ version, to: campaignStage, reason: z.string().trim().max(2000).default('') }),
  response: campaign,
});
export const deleteCampaign = endpoint('DELETE /api/v1/campaigns/:id', {
  summary: 'Move a campaign to the trash',
  access: 'campaigns.write',
  params: idParams,
  response: done,
});

const answers = z.record(z.string().max(100), z.union([z.string().max(20_000), z.number(), z.array(z.string().max(400)).max(200)]));
export const campaignReview = z.object({
  id,
  accountId: id.nullable(),
  name: z.string(),
  answers,
  savedAt: instant,
  mine: z.boolean(),
});
export type CampaignReview = z.infer<typeof campaignReview>;
export const listReviews = endpoint('GET /api/v1/campaigns/:id/reviews', {
  summary: 'The sheet of a campaign and what experts wrote on it. Who may not change the campaign sees their own sheet alone',
  access: 'campaigns.read',
  params: idParams,
  response: z.object({ sheet: form.nullable(), items: z.array(campaignReview) }),
});
export const saveReview = endpoint('PUT /api/v1/campaigns/:id/reviews', {
  summary: 'Hand in a sheet: one’s own, or with a name that of somebody from outside',
  access: 'campaigns.read',
  params: idParams,
  body: z.object({ name: z.string().trim().max(200).default(''), answers }),
  response: campaignReview,
});

export const createFinding = endpoint('POST /api/v1/campaigns/:id/findings', {
  summary: 'Write down what was found wrong, with the figures that show it',
  access: 'campaigns.write',
  params: idParams,
  body: findingFields.partial().required({ title: true, kind: true, severity: true }),
  response: campaignFinding,
});
export const updateFinding = endpoint('PATCH /api/v1/campaigns/:id/findings/:findingId', {
  summary: 'Change a finding or say how far it has come; verified needs a later campaign with a frozen result',
  access: 'campaigns.write',
  params: z.object({ id, findingId: id }),
  body: findingFields.partial().extend({ version, state: findingState.optional() }),
  response: campaignFinding,
});

export const setRecipients = endpoint('PUT /api/v1/campaigns/:id/recipients', {
  summary: 'Set who must be told; who was told already stays told',
  access: 'campaigns.write',
  params: idParams,
  body: z.object({ accountIds: z.array(id).max(200), teamIds: z.array(id).max(200) }),
  response: campaign,
});
export const tellRecipients = endpoint('POST /api/v1/campaigns/:id/telling', {
  summary: 'Tell everybody on the list what came out',
  access: 'campaigns.write',
  params: idParams,
  response: campaign,
});
export const acknowledge = endpoint('POST /api/v1/campaigns/:id/recipients/:recipientId/acknowledgement', {
  summary: 'Take note of what came out, for oneself or one’s team',
  access: 'campaigns.read',
  params: z.object({ id, recipientId: id }),
  response: campaign,
});
