import type { CampaignChain, CampaignPlan, MilestoneFact } from '@zhiheng/contract/campaigns/plan';
import type { CampaignKind, CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import type { LocalText } from '@zhiheng/contract/values/text';
import { usualSheet } from './sheet.ts';

interface Wanted {
  readonly kind: CampaignKind;
  readonly chain: CampaignChain;
  /** first and last month */
  readonly from: string;
  readonly until: string;
}

/** The plan that a campaign of some kind begins with: its tasks, milestones and ways, all of which can be changed. */
export function planFromTemplate({ kind, chain, from, until }: Wanted): CampaignPlan {
  const nobody = { zh: '', en: '' };
  return {
    ...{ purpose: purposes[kind], from, until, scope: { serviceId: null, siteId: null, teamId: null, segmentId: null } },
    methods: methodsOf[kind].map((method) => ({ kind: method, surveyId: null, wanted: null, note: '' })),
    roles: [],
    milestones: milestonesOf[chain].map(({ days, ...milestone }) => ({
      ...milestone,
      due: days < 0 ? dayAfter(from, days) : dayAfter(until, days, 1),
      wanted: null,
      done: false,
    })),
    checklist: [...tasksOf[chain], ...tasksOfKind[kind].map((task) => ({ ...task, stage: firstStage[chain] }))].map((task) => ({
      ...task,
      required: true,
      done: false,
    })),
    ...{ figures: [], sheet: usualSheet, previousId: null, strengths: nobody, weaknesses: nobody },
  };
}

const firstStage = { improve: 'prepare', judge: 'collect' } as const satisfies Record<CampaignChain, CampaignStage>;

const purposes: Readonly<Record<CampaignKind, LocalText>> = {
  annual: {
    zh: '了解客户一年来对服务的满意程度，与上一年比较，找出最该改进的地方。',
    en: 'Learn how satisfied customers were with the service over the year, compare with the year before, and find what most needs to improve.',
  },
  quarterly: {
    zh: '按季度检查服务是否达到约定水平，并核对改进措施是否见效。',
    en: 'Check each quarter whether the service reaches what was agreed, and whether improvements took effect.',
  },
  special: {
    zh: '针对一个具体问题弄清事实、原因和影响范围。',
    en: 'Establish the facts, causes and extent of one particular problem.',
  },
  'after-release': {
    zh: '评价新服务或新版本上线后的质量，与上线前比较。',
    en: 'Assess the quality of a new service or release after its launch, compared with the time before.',
  },
};

const methodsOf: Readonly<Record<CampaignKind, readonly CampaignPlan['methods'][number]['kind'][]>> = {
  annual: ['survey', 'indicators', 'cases'],
  quarterly: ['indicators', 'cases', 'experts'],
  special: ['indicators', 'experts'],
  'after-release': ['survey', 'indicators'],
};

interface TemplateMilestone {
  readonly stage: CampaignStage;
  readonly name: LocalText;
  readonly fact: MilestoneFact;
  /** days after the last month of the period; below 0, before its first */
  readonly days: number;
}

const collected = { stage: 'collect', name: { zh: '数据收齐', en: 'Data collected' }, days: 7 } as const;
const frozen = { stage: 'analyse', name: { zh: '结果冻结', en: 'Result frozen' }, fact: 'frozen', days: 21 } as const;
const milestonesOf: Readonly<Record<CampaignChain, readonly TemplateMilestone[]>> = {
  improve: [
    { stage: 'prepare', name: { zh: '方案批准', en: 'Plan approved' }, fact: 'none', days: -7 },
    { ...collected, fact: 'none' },
    frozen,
    { stage: 'feedback', name: { zh: '结果已告知', en: 'Result told' }, fact: 'told', days: 30 },
    { stage: 'improve', name: { zh: '改进完成', en: 'Improvements done' }, fact: 'findings', days: 120 },
  ],
  judge: [
    { ...collected, fact: 'none' },
    frozen,
    { stage: 'judge', name: { zh: '评价完成', en: 'Judgement written' }, fact: 'none', days: 28 },
    { stage: 'plan', name: { zh: '措施排定', en: 'Measures planned' }, fact: 'none', days: 35 },
    { stage: 'carry-out', name: { zh: '措施完成', en: 'Measures carried out' }, fact: 'findings', days: 120 },
  ],
};

type Task = Pick<CampaignPlan['checklist'][number], 'stage' | 'name'>;
const tasksOf: Readonly<Record<CampaignChain, readonly Task[]>> = {
  improve: [
    { stage: 'prepare', name: { zh: '确定范围、时段和比较对象', en: 'Settle scope, period and what to compare with' } },
    { stage: 'collect', name: { zh: '核对样本是否代表客户', en: 'Check that the sample stands for the customers' } },
    { stage: 'analyse', name: { zh: '核对异常答卷和缺失数据', en: 'Look at doubtful answers and missing data' } },
    { stage: 'feedback', name: { zh: '向一线团队说明结果', en: 'Explain the result to the teams at the front' } },
  ],
  judge: [
    { stage: 'collect', name: { zh: '确定范围、时段和比较对象', en: 'Settle scope, period and what to compare with' } },
    { stage: 'analyse', name: { zh: '核对异常数据和缺失数据', en: 'Look at doubtful and missing data' } },
    { stage: 'judge', name: { zh: '与被评价方核对事实', en: 'Check the facts with those who are judged' } },
    { stage: 'plan', name: { zh: '每项措施有负责人和期限', en: 'Every measure has an owner and a day' } },
  ],
};

const tasksOfKind: Readonly<Record<CampaignKind, readonly Omit<Task, 'stage'>[]>> = {
  annual: [{ name: { zh: '问卷试答并定稿', en: 'Questionnaire tried out and settled' } }],
  quarterly: [{ name: { zh: '核对上季度改进措施', en: 'Improvements of last quarter looked at' } }],
  special: [{ name: { zh: '写明问题和受影响的客户', en: 'Problem and affected customers written down' } }],
  'after-release': [{ name: { zh: '取得上线前的基线', en: 'Baseline from before the launch at hand' } }],
};

const dayLength = 86_400_000;

/** A day so many days after the first of a month, or of the month `later`. Calendar days in UTC all have the same length. */
function dayAfter(month: string, days: number, later = 0): string {
  const [year = 0, inYear = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, inYear - 1 + later, 1) + days * dayLength).toISOString().slice(0, 10);
}
