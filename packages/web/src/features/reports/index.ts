export { ReportPage, ReportPreviewPage, ReportSchedulesPage, ReportsPage, ReportTemplatesPage } from './pages.ts';
export { previewSearch, reportsSearch } from './reports.search.ts';
