import type { FindingRule } from '@zhiheng/contract/findings/rules';

/** What a house begins with. Settings of ours, no norm. */
export const usualRules: readonly FindingRule[] = [
  { source: 'gap', enabled: true, level: 'target', months: 1, by: [] },
  { source: 'breach', enabled: true, least: 5, days: 7 },
  { source: 'hot-spot', enabled: true, severity: 'medium' },
  { source: 'control-signal', enabled: true, severity: 'medium' },
  { source: 'threshold', enabled: true, severity: 'medium' },
  { source: 'forecast', enabled: true, severity: 'low' },
  { source: 'low-score', enabled: true, least: 5, days: 30 },
  { source: 'budget-burn', enabled: true, severity: 'page' },
  { source: 'campaign', enabled: true },
];
