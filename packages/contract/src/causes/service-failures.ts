import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { localText } from '../values/text.ts';
import { detectedBy } from './detected-by.ts';

const version = z.number().int();
const count = z.number().int();
const words = (most: number) => z.string().trim().max(most);

const fields = z.object({
  failed: words(300).min(1),
  effect: words(4000),
  serviceId: id.nullable(),
  beganAt: instant,
  restoredAt: instant.nullable(),
  detectedBy,
  findingId: id.nullable(),
  /** the cause that was found: a node of an analysis */
  cause: z.object({ analysisId: id, nodeId: z.string().min(1).max(40) }).nullable(),
});
export const serviceFailure = fields.extend({
  id,
  service: localText.nullable(),
  findingNumber: z.string().nullable(),
  causeText: z.string().nullable(),
  /** from the beginning to the restoration; null while it lasts */
  seconds: z.number().nullable(),
  version,
  updatedAt: instant,
});
export type ServiceFailure = z.infer<typeof serviceFailure>;

/** Mean time to restore with its 95 % interval, over failures that are over. */
const summary = z.object({
  total: count,
  lasting: count,
  withoutCause: count,
  meanSeconds: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
export type FailureSummary = z.infer<typeof summary>;

export const listFailures = endpoint('GET /api/v1/service-failures', {
  summary: 'The register of service failures, the latest first',
  access: 'findings.read',
  query: pageQuery.extend({
    q: z.string().max(200).optional(),
    serviceId: id.optional(),
    detectedBy: detectedBy.optional(),
    state: z.enum(['lasting', 'over']).optional(),
  }),
  response: pageOf(serviceFailure).extend({ summary }),
});
export const createFailure = endpoint('POST /api/v1/service-failures', {
  summary: 'Enter a service failure',
  access: 'findings.write',
  body: fields.partial().required({ failed: true, beganAt: true, detectedBy: true }),
  response: serviceFailure,
});
export const updateFailure = endpoint('PATCH /api/v1/service-failures/:id', {
  summary: 'Change what the register says of a failure',
  access: 'findings.write',
  params: idParams,
  body: fields.partial().extend({ version }),
  response: serviceFailure,
});
export const deleteFailure = endpoint('DELETE /api/v1/service-failures/:id', {
  summary: 'Move a failure to the trash',
  access: 'findings.write',
  params: idParams,
  response: done,
});
