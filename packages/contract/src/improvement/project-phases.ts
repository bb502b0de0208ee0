import type { ProjectTemplate } from './project-kind.ts';

/** The phases of each template, in their order. */
export const phasesOf = {
  pdca: ['plan', 'do', 'check', 'act'],
  dmaic: ['define', 'measure', 'analyse', 'improve', 'control'],
  reengineering: ['review', 'redesign', 'standardise', 'train', 'assess'],
  agile: ['backlog', 'iteration-1', 'iteration-2', 'iteration-3', 'retrospective'],
  'quality-circle': ['theme', 'situation', 'cause', 'measure', 'effect', 'standardise'],
} as const satisfies Record<ProjectTemplate, readonly string[]>;
export type ProjectPhase = (typeof phasesOf)[ProjectTemplate][number];
