import type { ProjectTemplate } from '@zhiheng/contract/improvement/project-kind';
import type { phasesOf } from '@zhiheng/contract/improvement/project-phases';
import type { LocalText } from '@zhiheng/contract/values/text';

interface Step<Phase> extends LocalText {
  readonly phase: Phase;
  /** of the whole, as days are shared out */
  readonly weight: number;
}
type Steps = { readonly [T in ProjectTemplate]: readonly Step<(typeof phasesOf)[T][number]>[] };

/** With what each template begins; whoever leads the project changes it. */
export const stepsOf: Steps = {
  pdca: [
    { phase: 'plan', weight: 2, zh: '核实原因，选定对策', en: 'Confirm the causes and choose the measures' },
    { phase: 'plan', weight: 1, zh: '登记验证方案', en: 'Register how the effect is verified' },
    { phase: 'do', weight: 4, zh: '试行对策', en: 'Carry the measures out on a small scale' },
    { phase: 'check', weight: 2, zh: '对照目标检查结果', en: 'Check the result against the goal' },
    { phase: 'act', weight: 2, zh: '推广有效做法，修订标准', en: 'Extend what works and revise the standard' },
  ],
  dmaic: [
    { phase: 'define', weight: 1, zh: '界定问题、客户要求与范围', en: 'Define problem, customer requirement and scope' },
    { phase: 'measure', weight: 2, zh: '测量现状并核对数据质量', en: 'Measure the present state and check the data' },
    { phase: 'analyse', weight: 2, zh: '用数据验证关键原因', en: 'Prove the vital causes with data' },
    { phase: 'improve', weight: 4, zh: '选定并实施对策', en: 'Choose and carry out the measures' },
    { phase: 'control', weight: 2, zh: '建立控制计划并移交', en: 'Set up the control plan and hand over' },
  ],
  reengineering: [
    { phase: 'review', weight: 2, zh: '评审现行流程，找出不增值环节', en: 'Review the process as it is, find steps without value' },
    { phase: 'redesign', weight: 3, zh: '重新设计流程并评估风险', en: 'Redesign the process and weigh its risks' },
    { phase: 'standardise', weight: 2, zh: '编写新的作业标准', en: 'Write the new working standard' },
    { phase: 'train', weight: 2, zh: '培训相关人员', en: 'Train the people concerned' },
    { phase: 'assess', weight: 2, zh: '考核掌握情况与执行效果', en: 'Assess what was learnt and how it is carried out' },
  ],
  agile: [
    { phase: 'backlog', weight: 1, zh: '列出并排定改进事项', en: 'List and order what is to be improved' },
    { phase: 'iteration-1', weight: 3, zh: '第一轮：交付并演示', en: 'Iteration 1: deliver and show' },
    { phase: 'iteration-2', weight: 3, zh: '第二轮：交付并演示', en: 'Iteration 2: deliver and show' },
    { phase: 'iteration-3', weight: 3, zh: '第三轮：交付并演示', en: 'Iteration 3: deliver and show' },
    { phase: 'retrospective', weight: 1, zh: '回顾：保留什么，改变什么', en: 'Retrospective: what to keep, what to change' },
  ],
  'quality-circle': [
    { phase: 'theme', weight: 1, zh: '选定课题与小组成员', en: 'Choose the theme and the members of the circle' },
    { phase: 'situation', weight: 2, zh: '调查现状并设定目标', en: 'Survey the present state and set the goal' },
    { phase: 'cause', weight: 2, zh: '分析并确认要因', en: 'Analyse and confirm the main causes' },
    { phase: 'measure', weight: 3, zh: '制定并实施对策', en: 'Plan and carry out the measures' },
    { phase: 'effect', weight: 2, zh: '检查效果', en: 'Check the effect' },
    { phase: 'standardise', weight: 1, zh: '巩固措施并发布成果', en: 'Secure the measures and present the result' },
  ],
};
