import { z } from 'zod';

/** The views of open data, facts first. */
export const openTable = z.enum([
  'observation',
  'rollup',
  'service_case',
  'clock',
  'survey_score',
  'finding',
  'improvement_project',
  'indicator',
  'service',
  'team',
  'site',
  'segment',
]);
export type OpenTable = z.infer<typeof openTable>;
