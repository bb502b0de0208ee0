import type { Obstacle } from '@zhiheng/contract/campaigns/campaigns';
import { stagesOf, type CampaignChain, type CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import type { StageFacts } from './read-facts.ts';

interface Planned {
  readonly chain: CampaignChain;
  readonly stage: CampaignStage;
  readonly plan: CampaignPlan;
}

/** @example nextStage('improve', 'analyse') // 'feedback' */
export function nextStage(chain: CampaignChain, stage: CampaignStage): CampaignStage | null {
  const stages: readonly CampaignStage[] = stagesOf[chain];
  return stages[stages.indexOf(stage) + 1] ?? null;
}

/** Does a stage of a chain stand before another? */
export function isEarlier(chain: CampaignChain, stage: CampaignStage, than: CampaignStage): boolean {
  const stages: readonly CampaignStage[] = stagesOf[chain];
  return stages.includes(stage) && stages.indexOf(stage) < stages.indexOf(than);
}

/** What is missing before the next stage can begin. */
export function obstaclesTo({ chain, stage, plan }: Planned, facts: StageFacts): Obstacle[] {
  const isFirst = stagesOf[chain][0] === stage;
  return [...(isFirst ? planObstacles(plan) : []), ...ofStage[stage](plan, facts), ...taskObstacles(plan, stage)];
}

const missing = (isMissing: boolean, code: string, params: Obstacle['params'] = {}): Obstacle[] => (isMissing ? [{ code, params }] : []);

/** Whatever the chain begins with, a campaign that nobody leads and that says not why cannot go on. */
const planObstacles = ({ purpose, roles, methods, figures, sheet }: CampaignPlan): Obstacle[] => [
  ...missing(purpose.zh === '' && purpose.en === '', 'purpose_missing'),
  ...missing(!roles.some(({ role }) => role === 'leader'), 'leader_missing'),
  ...missing(methods.length === 0, 'method_missing'),
  ...missing(figures.length === 0 && sheet === null, 'nothing_chosen'),
];

function taskObstacles({ checklist }: CampaignPlan, stage: CampaignStage): Obstacle[] {
  const count = checklist.filter((task) => task.stage === stage && task.required && !task.done).length;
  return missing(count > 0, 'tasks_open', { count });
}

const ofStage: Readonly<Record<CampaignStage, (plan: CampaignPlan, facts: StageFacts) => Obstacle[]>> = {
  prepare: () => [],
  collect: collectObstacles,
  analyse: (_, { results }) => missing(results === 0, 'not_frozen'),
  feedback: (_, { recipients, told }) => [
    ...missing(recipients === 0, 'recipients_missing'),
    ...missing(told < recipients, 'not_told', { count: recipients - told }),
  ],
  improve: (_, { openFindings: count }) => missing(count > 0, 'findings_open', { count }),
  judge: ({ strengths, weaknesses }) =>
    missing(
      [strengths, weaknesses].some(({ zh, en }) => zh === '' && en === ''),
      'judgement_missing',
    ),
  plan: (_, { findings }) => missing(findings === 0, 'findings_missing'),
  'carry-out': (_, { openFindings: count }) => missing(count > 0, 'findings_open', { count }),
  closed: () => [],
};

function collectObstacles({ methods }: CampaignPlan, { surveys, studies, reviews }: StageFacts): Obstacle[] {
  const few = studies.filter(({ held, wanted }) => held < (wanted ?? 1));
  const short = surveys.filter(({ answered, wanted }) => answered < (wanted ?? 1));
  return [
    ...missing(
      methods.some(({ kind, surveyId }) => kind === 'survey' && surveyId === null),
      'survey_missing',
    ),
    ...short.flatMap(({ answered, wanted }) => missing(true, 'answers_missing', { have: answered, wanted: wanted ?? 1 })),
    ...few.flatMap(({ held, wanted }) => missing(true, 'sessions_missing', { have: held, wanted: wanted ?? 1 })),
    ...missing(reviews === 0 && methods.some(({ kind }) => kind === 'experts'), 'reviews_missing'),
  ];
}
