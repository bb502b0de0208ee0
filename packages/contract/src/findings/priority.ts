import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { findingRow } from './findings.ts';

/** What people judge, 1 to 5. More is always sooner: 5 is most important, most urgent, easiest to do, least resources, least risk. */
export const judgedCriterion = z.enum(['importance', 'urgency', 'feasibility', 'resources', 'risk']);
export type JudgedCriterion = z.infer<typeof judgedCriterion>;
/** `cost` is not judged: its score follows from the amount. */
export const priorityCriterion = z.enum([...judgedCriterion.options, 'cost']);
export type PriorityCriterion = z.infer<typeof priorityCriterion>;

const amount = z.number().min(0).max(1e12);
const weight = z.number().min(0).max(100);
export const priorityDefinition = z.object({
  weights: z.record(priorityCriterion, weight).refine((weights) => Object.values(weights).some((each) => each > 0), 'no_weight'),
  /** amounts from which the cost scores 2, 3, 4 and 5 */
  costBands: z
    .tuple([amount, amount, amount, amount])
    .refine((bands) => bands.every((one, at) => at === 0 || one > (bands[at - 1] ?? 0)), 'not_ascending'),
  currency: z.string().trim().min(1).max(8),
  /** what an hour of rework, a complaint and a lost customer cost, where nobody says otherwise */
  rates: z.object({ reworkHour: amount, complaint: amount, customer: amount }),
});
export type PriorityDefinition = z.infer<typeof priorityDefinition>;

export const priorityModel = priorityDefinition.extend({
  /** 0 is the one a house begins with */
  version: z.number().int(),
  setAt: instant.nullable(),
  setBy: z.string().nullable(),
});
export type PriorityModel = z.infer<typeof priorityModel>;
export const getPriorityModel = endpoint('GET /api/v1/priority-model', {
  summary: 'How findings are ranked: weights, bands of cost, rates',
  access: 'findings.read',
  response: priorityModel,
});
export const setPriorityModel = endpoint('PUT /api/v1/priority-model', {
  summary: 'Set weights, bands and rates; earlier versions stay on record',
  access: 'findings.write',
  body: priorityDefinition.extend({ version: z.number().int() }),
  response: priorityModel,
});

export const costPart = z.enum(['credits', 'rework', 'churn', 'complaints']);
export type CostPart = z.infer<typeof costPart>;
/** An amount of the cost of poor quality: `quantity` times `rate`, and where it comes from. */
const cost = z.object({
  quantity: z.number().min(0).max(1e9),
  rate: amount,
  amount,
  /** `data`: counted from what is stored; `entered`: a person said so */
  source: z.enum(['data', 'entered']),
  note: z.string().trim().max(400),
});
export type FindingCost = z.infer<typeof cost>;

const score = z.number().int().min(1).max(5);
export const findingPriority = z.object({
  scores: z.partialRecord(judgedCriterion, score),
  /** 1 to 5, of the amount; null where no amount is known */
  costScore: score.nullable(),
  costs: z.partialRecord(costPart, cost),
  /** what the data say today, for taking over */
  counted: z.partialRecord(costPart, cost),
  costTotal: z.number().nullable(),
  priority: z.number().nullable(),
});
export type FindingPriority = z.infer<typeof findingPriority>;
export const getFindingPriority = endpoint('GET /api/v1/findings/:id/priority', {
  summary: 'How a finding is scored, what it costs, and what the data say of that',
  access: 'findings.read',
  params: idParams,
  response: findingPriority,
});
/** Parts that are left out are taken away. `data` takes over what is counted now. */
export const setFindingPriority = endpoint('PUT /api/v1/findings/:id/priority', {
  summary: 'Score a finding and say what it costs',
  access: 'findings.write',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    scores: findingPriority.shape.scores,
    costs: z.partialRecord(
      costPart,
      z.union([
        z.object({ source: z.literal('data') }),
        z.object({ source: z.literal('entered'), quantity: cost.shape.quantity, rate: amount, note: cost.shape.note.default('') }),
      ]),
    ),
  }),
  response: findingPriority,
});

export const teamCapacity = z.object({ teamId: id, team: localText, hours: z.number() });
export type TeamCapacity = z.infer<typeof teamCapacity>;
export const rankFindings = endpoint('GET /api/v1/finding-ranking', {
  summary: 'Findings that are neither closed nor dismissed, ranked by the model, beside the free hours of the teams',
  access: 'findings.read',
  response: z.object({
    model: priorityModel,
    items: z.array(
      findingRow
        .pick({ id: true, number: true, title: true, state: true, severity: true, kind: true, owner: true, dueOn: true, overdue: true })
        .extend({
          scores: findingPriority.shape.scores,
          costScore: score.nullable(),
          costTotal: z.number().nullable(),
          priority: z.number().nullable(),
        }),
    ),
    /** how many are there; the list ends at 200 */
    total: z.number().int(),
    capacities: z.array(teamCapacity),
  }),
});
export const setTeamCapacities = endpoint('PUT /api/v1/team-capacities', {
  summary: 'Set how many hours a month teams have free for improvement; teams that are left out have said nothing',
  access: 'findings.write',
  body: z.object({ items: z.array(z.object({ teamId: id, hours: z.number().min(0).max(100_000) })).max(500) }),
  response: z.object({ items: z.array(teamCapacity) }),
});
