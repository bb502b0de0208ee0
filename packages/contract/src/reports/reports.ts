import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { scorePeriod } from '../evaluation/scores.ts';
import { subjectFilter } from '../measurement/observations.ts';
import { id, idParams, instant, pageOf, pageQuery } from '../values/page.ts';
import { locale, localText } from '../values/text.ts';
import { reportDocument } from './report-document.ts';
import { reportDelivery, reportFormat, reportKind, reportState } from './report-kind.ts';

const recipients = z.array(z.email().max(254)).max(50);
/** What a report is made of and how, whether now or by a schedule. */
export const reportOrder = z.object({
  kind: reportKind,
  language: locale,
  formats: z
    .array(reportFormat)
    .min(1)
    .max(3)
    .refine((list) => new Set(list).size === list.length, 'named_twice'),
  scope: subjectFilter.default({}),
  templateId: id.nullable().default(null),
  recipients: recipients.default([]),
  delivery: reportDelivery.default('link'),
});
export type ReportOrder = z.infer<typeof reportOrder>;

const reportFile = z.object({ format: reportFormat, name: z.string(), size: z.number().int(), sha256: z.string() });
export const reportRow = reportOrder.extend({
  id,
  title: localText,
  period: scorePeriod,
  state: reportState,
  /** 0 to 1 */
  progress: z.number(),
  failure: z.string().nullable(),
  /** nothing was measured in the period */
  empty: z.boolean().nullable(),
  files: z.array(reportFile),
  /** null: nobody was to get it by mail; `off`: the organisation sends no mail */
  mailed: z.enum(['queued', 'off']).nullable(),
  scheduleId: id.nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  finishedAt: instant.nullable(),
});
export type ReportRow = z.infer<typeof reportRow>;
export const report = reportRow.extend({ document: reportDocument.nullable() });
export type Report = z.infer<typeof report>;

export const listReports = endpoint('GET /api/v1/reports', {
  summary: 'Reports that were made or are being made, newest first',
  access: 'reports.read',
  query: pageQuery.extend({ kind: reportKind.optional() }),
  response: pageOf(reportRow),
});
export const makeReport = endpoint('POST /api/v1/reports', {
  summary: 'Make a report, as a job; its files are kept with their hash',
  access: 'reports.write',
  body: reportOrder.extend({ period: scorePeriod }),
  response: reportRow,
});
export const getReport = endpoint('GET /api/v1/reports/:id', {
  summary: 'A report with its sections, and the source of each sentence and number',
  access: 'reports.read',
  params: idParams,
  response: report,
});
export const previewReport = endpoint('POST /api/v1/report-previews', {
  summary: 'The sections of a report as they would be now; nothing is kept',
  access: 'reports.read',
  body: z.object({ kind: reportKind, period: scorePeriod, scope: subjectFilter.default({}) }),
  response: reportDocument,
});
export const cancelReport = endpoint('POST /api/v1/reports/:id/cancel', {
  summary: 'Stop a report that is not finished',
  access: 'reports.write',
  params: idParams,
  response: reportRow,
});
export const deleteReport = endpoint('DELETE /api/v1/reports/:id', {
  summary: 'Delete a report with its files',
  access: 'reports.write',
  params: idParams,
  response: done,
});
export const downloadReport = endpoint('GET /api/v1/reports/:id/files/:format', {
  summary: 'The bytes of a file of a report',
  access: 'reports.read',
  params: z.object({ id, format: reportFormat }),
  response: z.unknown(),
});
