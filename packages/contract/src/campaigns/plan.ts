import { form } from '@zhiheng/forms/definition';
import { z } from 'zod';
import { id } from '../values/page.ts';
import { indicatorCode, localProse, localText } from '../values/text.ts';
import { campaignStage, type CampaignStage } from './campaign-kind.ts';

/** `improve` feeds back and improves; `judge` judges, plans measures and carries them out. */
export const campaignChain = z.enum(['improve', 'judge']);
export type CampaignChain = z.infer<typeof campaignChain>;

/** The stages of each chain, in their order. */
export const stagesOf = {
  improve: ['prepare', 'collect', 'analyse', 'feedback', 'improve', 'closed'],
  judge: ['collect', 'analyse', 'judge', 'plan', 'carry-out', 'closed'],
} as const satisfies Record<CampaignChain, readonly CampaignStage[]>;

const month = z.string().regex(/^(19[7-9]\d|20\d{2})-(0[1-9]|1[0-2])$/, 'month');
const day = z.iso.date();
const line = z.string().trim().max(200);

export const campaignMethod = z.enum(['survey', 'indicators', 'cases', 'fieldwork', 'experts', 'outside']);
export type CampaignMethod = z.infer<typeof campaignMethod>;
const method = z.object({
  kind: campaignMethod,
  /** of a survey: which, and how many answers are wanted */
  surveyId: id.nullable().default(null),
  /** of fieldwork: which study; how many sessions it wants stands in the study */
  studyId: id.optional(),
  wanted: z.number().int().min(1).max(10_000_000).nullable().default(null),
  note: line.default(''),
});

export const campaignRole = z.enum(['leader', 'member', 'reviewer', 'approver']);
export type CampaignRole = z.infer<typeof campaignRole>;
/** An account, or the name of somebody from outside. */
const role = z.object({ role: campaignRole, accountId: id.nullable().default(null), name: line.default('') });

/** What tells that a milestone is reached. `none`: somebody says so. */
export const milestoneFact = z.enum(['none', 'answers', 'invitations', 'reviews', 'frozen', 'told', 'findings']);
export type MilestoneFact = z.infer<typeof milestoneFact>;
const milestone = z.object({
  stage: campaignStage,
  name: localText,
  due: day,
  fact: milestoneFact.default('none'),
  wanted: z.number().int().min(1).max(10_000_000).nullable().default(null),
  done: z.boolean().default(false),
});

const task = z.object({ stage: campaignStage, name: localText, required: z.boolean().default(true), done: z.boolean().default(false) });

const limit = z.number().nullable().default(null);
const weight = z.number().min(0).max(1000).default(1);
/** A figure that the campaign looks at. Indicators bring their limits; those of a survey are set here. */
export const chosenFigure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), code: indicatorCode, weight }),
  z.object({
    kind: z.literal('survey'),
    surveyId: id,
    measure: z.string().min(1).max(40),
    part: z.string().min(1).max(40).nullable().default(null),
    weight,
    target: limit,
    warning: limit,
    critical: limit,
  }),
]);
export type ChosenFigure = z.infer<typeof chosenFigure>;

export const campaignScope = z.object({
  serviceId: id.nullable().default(null),
  siteId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  segmentId: id.nullable().default(null),
});
export type CampaignScope = z.infer<typeof campaignScope>;

/** Everything that is planned and, towards the end, written about a campaign. */
export const campaignPlan = z.object({
  purpose: localProse,
  /** first and last month */
  from: month,
  until: month,
  scope: campaignScope,
  methods: z.array(method).max(20),
  roles: z.array(role).max(60),
  milestones: z.array(milestone).max(60),
  checklist: z.array(task).max(100),
  figures: z.array(chosenFigure).max(60),
  /** what experts fill in */
  sheet: form.nullable(),
  /** the campaign whose frozen result this one is compared with */
  previousId: id.nullable(),
  strengths: localProse,
  weaknesses: localProse,
});
export type CampaignPlan = z.infer<typeof campaignPlan>;
