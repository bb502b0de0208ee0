import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

/** What is wrong with a document, and where: field is its path, such as `spec.objectives[0].target`. */
export const openSloProblem = z.object({
  /** place in the file, from 1 */
  document: z.number().int(),
  kind: z.string(),
  name: z.string(),
  field: z.string(),
  reason: z.enum([
    'not_yaml',
    'not_openslo',
    'unsupported_kind',
    'unsupported_field',
    'unsupported_value',
    'missing',
    'unknown_reference',
    'unknown_service',
    'unknown_probe',
    'unknown_indicator',
    'unknown_calendar',
    'wrong_value',
    'name_taken_twice',
  ]),
  value: z.string().nullable(),
});
export type OpenSloProblem = z.infer<typeof openSloProblem>;

export const exportOpenSlo = endpoint('GET /api/v1/openslo', {
  summary: 'All published objectives as OpenSLO v1 documents',
  access: 'objectives.read',
  response: z.object({ text: z.string() }),
});
/** With one problem nothing is written. */
export const importOpenSlo = endpoint('POST /api/v1/openslo', {
  summary: 'Drafts of objectives from OpenSLO v1 documents; says document, field and reason of what is not understood',
  access: 'objectives.define',
  body: z.object({ text: z.string().max(1_000_000), dryRun: z.boolean().default(false) }),
  response: z.object({
    objectives: z.array(z.object({ code: z.string(), change: z.enum(['created', 'changed', 'unchanged']) })),
    problems: z.array(openSloProblem),
  }),
});
