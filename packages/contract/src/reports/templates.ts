import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams } from '../values/page.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'colour');
const fields = z.object({
  name: z.string().trim().min(1).max(100),
  /** headings and data of charts: must stand out from white */
  primary: colour,
  /** what asks for attention: must stand out from white */
  accent: colour,
  footer: z.string().trim().max(120).default(''),
});
export const reportTemplate = fields.extend({
  id,
  version: z.number().int(),
  logo: z.object({ mediaType: z.enum(['image/png', 'image/jpeg']), width: z.number().int(), height: z.number().int() }).nullable(),
});
export type ReportTemplate = z.infer<typeof reportTemplate>;

export const listReportTemplates = endpoint('GET /api/v1/report-templates', {
  summary: 'Looks of reports: colours, logo and footer',
  access: 'reports.read',
  response: z.object({ items: z.array(reportTemplate) }),
});
export const createReportTemplate = endpoint('POST /api/v1/report-templates', {
  summary: 'Add a look of reports',
  access: 'reports.write',
  body: fields,
  response: reportTemplate,
});
export const updateReportTemplate = endpoint('PATCH /api/v1/report-templates/:id', {
  summary: 'Change a look of reports',
  access: 'reports.write',
  params: idParams,
  body: fields.extend({ version: z.number().int() }),
  response: reportTemplate,
});
export const setReportLogo = endpoint('POST /api/v1/report-templates/:id/logo', {
  summary: 'Give a look its logo: a PNG or JPEG picture',
  access: 'reports.write',
  params: idParams,
  body: z.unknown(),
  response: reportTemplate,
});
export const downloadReportLogo = endpoint('GET /api/v1/report-templates/:id/logo', {
  summary: 'The logo of a look',
  access: 'reports.read',
  params: idParams,
  response: z.unknown(),
});
export const deleteReportTemplate = endpoint('DELETE /api/v1/report-templates/:id', {
  summary: 'Delete a look that no schedule uses; reports already made keep theirs',
  access: 'reports.write',
  params: idParams,
  response: done,
});
