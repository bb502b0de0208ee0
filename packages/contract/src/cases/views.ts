import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';
import { caseFilter, caseOrder } from './cases.ts';

export const caseView = z.object({
  id,
  name: z.string(),
  filter: caseFilter,
  order: caseOrder,
  shared: z.boolean(),
  mine: z.boolean(),
  count: z.number().int().nullable(),
});
export type CaseView = z.infer<typeof caseView>;
export const listCaseViews = endpoint('GET /api/v1/case-views', {
  summary: 'Saved views: one’s own and the shared ones',
  access: 'cases.read',
  response: z.object({ items: z.array(caseView) }),
});
export const saveCaseView = endpoint('PUT /api/v1/case-views/:id', {
  summary: 'Save a view',
  access: 'cases.read',
  params: idParams,
  body: z.object({ name: z.string().trim().min(1).max(80), filter: caseFilter, order: caseOrder, shared: z.boolean() }),
  response: caseView,
});
export const deleteCaseView = endpoint('DELETE /api/v1/case-views/:id', {
  summary: 'Delete a view',
  access: 'cases.read',
  params: idParams,
  response: done,
});
