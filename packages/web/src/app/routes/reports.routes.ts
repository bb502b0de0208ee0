import { createRoute } from '@tanstack/react-router';
import {
  previewSearch,
  ReportPage,
  ReportPreviewPage,
  ReportSchedulesPage,
  ReportsPage,
  reportsSearch,
  ReportTemplatesPage,
} from '../../features/reports/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const reportsRoutes = [
  createRoute({ getParentRoute, path: 'reports', component: ReportsPage, validateSearch: reportsSearch }),
  createRoute({ getParentRoute, path: 'reports/preview', component: ReportPreviewPage, validateSearch: previewSearch }),
  createRoute({ getParentRoute, path: 'reports/schedules', component: ReportSchedulesPage }),
  createRoute({ getParentRoute, path: 'reports/templates', component: ReportTemplatesPage }),
  createRoute({ getParentRoute, path: 'reports/$id', component: ReportPage }),
] as const;
