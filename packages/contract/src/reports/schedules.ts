import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values/page.ts';
import { reportOrder } from './reports.ts';

const fields = reportOrder.extend({
  name: z.string().trim().min(1).max(100),
  /** day of the month in the organisation's zone; in a shorter month its last day */
  day: z.number().int().min(1).max(31),
  hour: z.number().int().min(0).max(23),
  active: z.boolean().default(true),
});
export const reportSchedule = fields.extend({
  id,
  version: z.number().int(),
  /** null while it rests */
  nextAt: instant.nullable(),
  lastReportId: id.nullable(),
});
export type ReportSchedule = z.infer<typeof reportSchedule>;

export const listReportSchedules = endpoint('GET /api/v1/report-schedules', {
  summary: 'Reports that are made every month about the month before',
  access: 'reports.read',
  response: z.object({ zone: z.string(), items: z.array(reportSchedule) }),
});
export const createReportSchedule = endpoint('POST /api/v1/report-schedules', {
  summary: 'Have a report made every month',
  access: 'reports.write',
  body: fields,
  response: reportSchedule,
});
export const updateReportSchedule = endpoint('PATCH /api/v1/report-schedules/:id', {
  summary: 'Change a schedule, let it rest or go on',
  access: 'reports.write',
  params: idParams,
  body: fields.extend({ version: z.number().int() }),
  response: reportSchedule,
});
export const deleteReportSchedule = endpoint('DELETE /api/v1/report-schedules/:id', {
  summary: 'End a schedule; what it made stays',
  access: 'reports.write',
  params: idParams,
  response: done,
});
