import { chartBucket, chartRules, signalKind, signalState } from '@zhiheng/contract/diagnosis/signal-kind';
import { z } from 'zod';

export const diagnosisSearch = z.object({
  /** left out: the signals */
  view: z.enum(['chart', 'forecast', 'spots', 'watches']).optional().catch(undefined),
  kind: signalKind.optional().catch(undefined),
  /** left out: what is not cleared */
  state: signalState.or(z.literal('all')).optional().catch(undefined),
  signal: z.uuid().optional().catch(undefined),
  indicator: z.string().max(64).optional().catch(undefined),
  bucket: chartBucket.optional().catch(undefined),
  ruleSet: chartRules.optional().catch(undefined),
  days: z.number().int().min(7).max(28).optional().catch(undefined),
  of: z.enum(['complaints', 'cases']).optional().catch(undefined),
  by: z.enum(['category', 'service', 'site']).optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
});
export type DiagnosisSearch = z.infer<typeof diagnosisSearch>;
