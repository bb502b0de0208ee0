import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { caseType } from './case.ts';

export const caseCategory = z.object({
  id,
  code,
  name: localText,
  parentId: id.nullable(),
  types: z.array(caseType),
  teamId: id.nullable(),
  cases: z.number().int(),
});
export type CaseCategory = z.infer<typeof caseCategory>;
export const listCaseCategories = endpoint('GET /api/v1/case-categories', {
  summary: 'The tree of categories',
  access: 'cases.read',
  response: z.object({ items: z.array(caseCategory) }),
});
const categoryFields = z.object({ name: localText, parentId: id.nullable(), types: z.array(caseType), teamId: id.nullable() });
export const createCaseCategory = endpoint('POST /api/v1/case-categories', {
  summary: 'Add a category',
  access: 'cases.define',
  body: categoryFields.partial().required({ name: true }).extend({ code }),
  response: caseCategory,
});
export const updateCaseCategory = endpoint('PATCH /api/v1/case-categories/:id', {
  summary: 'Change a category',
  access: 'cases.define',
  params: idParams,
  body: categoryFields.partial(),
  response: caseCategory,
});
export const deleteCaseCategory = endpoint('DELETE /api/v1/case-categories/:id', {
  summary: 'Move a category to the trash; cases keep it',
  access: 'cases.define',
  params: idParams,
  response: done,
});
/** Whoever may delete a category may also take that back; the trash itself is for others. */
export const restoreCaseCategory = endpoint('POST /api/v1/case-categories/:id/restoration', {
  summary: 'Take a category out of the trash again',
  access: 'cases.define',
  params: idParams,
  response: done,
});
