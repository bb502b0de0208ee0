import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const ReportsPage = lazyRouteComponent(() => import('./list/reports-page.tsx'), 'ReportsPage');
export const ReportPage = lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage');
export const ReportPreviewPage = lazyRouteComponent(() => import('./report/preview-page.tsx'), 'ReportPreviewPage');
export const ReportSchedulesPage = lazyRouteComponent(() => import('./schedules/schedules-page.tsx'), 'ReportSchedulesPage');
export const ReportTemplatesPage = lazyRouteComponent(() => import('./templates/templates-page.tsx'), 'ReportTemplatesPage');
