import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';
import { code, localText } from '../values/text.ts';
import { caseType } from './case.ts';

/** What a field holds. `choice`: one of its options, `several`: as many as apply; stored by the options' codes. */
export const caseFieldKind = z.enum(['text', 'number', 'date', 'choice', 'several', 'yes-no']);
export type CaseFieldKind = z.infer<typeof caseFieldKind>;

export const fieldOption = z.object({ code, name: localText });

/** A field of the organisation's own. Its value stands in `custom` of a case under its code. */
export const caseField = z.object({
  id,
  code,
  name: localText,
  /** what to fill in, below the field; empty for none */
  help: z.object({ zh: z.string().trim().max(400), en: z.string().trim().max(400) }),
  kind: caseFieldKind,
  /** types of cases that have it; empty means all */
  types: z.array(caseType),
  options: z.array(fieldOption),
  /** asked of people; mail, portal and programs may leave it out */
  required: z.boolean(),
  position: z.number().int(),
  /** shown in the list of cases */
  listed: z.boolean(),
  /** no longer asked for; values of old cases stay */
  retired: z.boolean(),
});
export type CaseField = z.infer<typeof caseField>;

export const listCaseFields = endpoint('GET /api/v1/case-fields', {
  summary: 'Fields of the organisation’s own, in their order',
  access: 'cases.read',
  response: z.object({ items: z.array(caseField) }),
});
const fields = z.object({
  name: localText,
  help: caseField.shape.help,
  types: z.array(caseType).max(6),
  options: z.array(fieldOption).max(100),
  required: z.boolean(),
  position: z.number().int().min(0).max(9999),
  listed: z.boolean(),
});
export const createCaseField = endpoint('POST /api/v1/case-fields', {
  summary: 'Add a field to cases',
  access: 'cases.define',
  body: fields.partial().required({ name: true }).extend({ code, kind: caseFieldKind }),
  response: caseField,
});
/** Code and kind stay: values that are stored would lose their meaning. */
export const updateCaseField = endpoint('PATCH /api/v1/case-fields/:id', {
  summary: 'Change a field, or take it out of use; values of cases stay',
  access: 'cases.define',
  params: idParams,
  body: fields.partial().extend({ retired: z.boolean().optional() }),
  response: caseField,
});
