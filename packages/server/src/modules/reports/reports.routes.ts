import * as api from '@zhiheng/contract/reports/reports';
import * as schedules from '@zhiheng/contract/reports/schedules';
import * as templates from '@zhiheng/contract/reports/templates';
import { bind, type Binder } from '../../platform/http/bind.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { askForReport } from './ask-for-report.ts';
import { downloadReport } from './download-report.ts';
import { cancelReport, deleteReport } from './end-report.ts';
import { listReports } from './list-reports.ts';
import { previewReport } from './preview-report.ts';
import { readReport } from './report-rows.ts';
import { createSchedule, deleteSchedule, listSchedules, updateSchedule } from './schedules/save-schedule.ts';
import { createTemplate, deleteTemplate, downloadLogo, listTemplates, setLogo, updateTemplate } from './templates/save-template.ts';

export function bindReports(binder: Binder, jobs: Jobs): void {
  bind(binder, api.listReports, listReports);
  bind(binder, api.makeReport, askForReport(jobs));
  bind(binder, api.getReport, (call, { params }) => readReport(call, params.id));
  bind(binder, api.previewReport, previewReport);
  bind(binder, api.cancelReport, cancelReport);
  bind(binder, api.deleteReport, deleteReport);
  bind(binder, api.downloadReport, downloadReport);
  bind(binder, schedules.listReportSchedules, listSchedules);
  bind(binder, schedules.createReportSchedule, createSchedule);
  bind(binder, schedules.updateReportSchedule, updateSchedule);
  bind(binder, schedules.deleteReportSchedule, deleteSchedule);
  bind(binder, templates.listReportTemplates, listTemplates);
  bind(binder, templates.createReportTemplate, createTemplate);
  bind(binder, templates.updateReportTemplate, updateTemplate);
  bind(binder, templates.setReportLogo, setLogo);
  bind(binder, templates.downloadReportLogo, downloadLogo);
  bind(binder, templates.deleteReportTemplate, deleteTemplate);
}
