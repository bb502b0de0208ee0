import * as reports from '@zhiheng/contract/reports/reports';
import * as schedules from '@zhiheng/contract/reports/schedules';
import * as templates from '@zhiheng/contract/reports/templates';
import type { SampleCall } from './sample-calls.ts';

export const reportFiles = { reports, reportSchedules: schedules, reportTemplates: templates };

const id = '0197d000-0000-7000-8000-000000000000';
const params = { id };
const readers = 'AQUTE';
const writers = 'AQ';
const order = {
  ...{ kind: 'quality', language: 'zh', formats: ['xlsx'], scope: { siteId: id }, templateId: id },
  ...{ recipients: ['somebody@example.org'], delivery: 'attachment' },
};
const schedule = { ...order, name: 'Monthly', day: 3, hour: 8, active: true };
const look = { name: 'House', primary: '#1b5fb8', accent: '#b3261e', footer: '' };

/** Calls about reports, their schedules and their looks. */
export const reportCalls: readonly SampleCall[] = [
  { endpoint: reports.listReports, may: readers, query: { kind: 'sla', limit: '2' } },
  { endpoint: reports.makeReport, may: writers, body: { ...order, period: '2026-10' } },
  { endpoint: reports.getReport, may: readers, params },
  { endpoint: reports.previewReport, may: readers, body: { kind: 'sla', period: '2026-10', scope: { siteId: id } } },
  { endpoint: reports.cancelReport, may: writers, params },
  { endpoint: reports.deleteReport, may: writers, params },
  { endpoint: reports.downloadReport, may: readers, params: { id, format: 'pdf' } },
  { endpoint: schedules.listReportSchedules, may: readers },
  { endpoint: schedules.createReportSchedule, may: writers, body: schedule },
  { endpoint: schedules.updateReportSchedule, may: writers, params, body: { ...schedule, version: 1 } },
  { endpoint: schedules.deleteReportSchedule, may: writers, params },
  { endpoint: templates.listReportTemplates, may: readers },
  { endpoint: templates.createReportTemplate, may: writers, body: look },
  { endpoint: templates.updateReportTemplate, may: writers, params, body: { ...look, version: 1 } },
  { endpoint: templates.setReportLogo, may: writers, params },
  { endpoint: templates.downloadReportLogo, may: readers, params },
  { endpoint: templates.deleteReportTemplate, may: writers, params },
];
