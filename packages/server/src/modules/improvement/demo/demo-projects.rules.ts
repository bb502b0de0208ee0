import type { ActionState, ProjectState, ProjectTemplate } from '@zhiheng/contract/improvement/project-kind';
import type { LocalText } from '@zhiheng/contract/values/text';

interface DemoProject {
  readonly template: ProjectTemplate;
  readonly state: Extract<ProjectState, 'draft' | 'running' | 'closed'>;
  readonly title: LocalText;
  readonly goal: LocalText;
  readonly unverified: LocalText | null;
  /** days from now */
  readonly from: number;
  readonly until: number;
  readonly budget: number;
  readonly spent: number;
  /** is for the problem that the demo hides */
  readonly aboutProblem: boolean;
  /** how far the steps of the template are, in their order */
  readonly steps: readonly ActionState[];
}

export const demoProjects: readonly DemoProject[] = [
  {
    ...{ template: 'pdca', state: 'closed', from: -200, until: -110, budget: 20_000, spent: 18_400, aboutProblem: false },
    title: { zh: '统一首次答复话术', en: 'One wording for the first answer' },
    goal: { zh: '首次答复内容完整，减少客户再次来问', en: 'First answers are complete, and customers ask again less often' },
    unverified: { zh: '当时没有可比的基线数据', en: 'There was no baseline to compare with at the time' },
    steps: ['done', 'done', 'done', 'done', 'done'],
  },
  {
    ...{ template: 'quality-circle', state: 'running', from: -60, until: 30, budget: 12_000, spent: 5_300, aboutProblem: false },
    title: { zh: '缩短交接班信息遗漏', en: 'Less is lost when shifts change' },
    goal: { zh: '交接记录完整率达到 98%', en: '98% of handovers are written down in full' },
    unverified: { zh: '交接记录尚未成为指标，先把做法定下来', en: 'Handovers are no indicator yet: the way of working comes first' },
    steps: ['done', 'done', 'done', 'doing', 'to-do', 'to-do'],
  },
  {
    ...{ template: 'dmaic', state: 'draft', from: 3, until: 93, budget: 60_000, spent: 0, aboutProblem: true },
    title: { zh: '查清并消除近期的质量下滑', en: 'Find and remove what made quality fall' },
    goal: { zh: '指标回到下滑之前的水平，并保持三个月', en: 'The indicator is back where it was, and stays there for three months' },
    unverified: null,
    steps: ['to-do', 'to-do', 'to-do', 'to-do', 'to-do'],
  },
];
