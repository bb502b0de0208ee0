import { createRoute } from '@tanstack/react-router';
import { BoardPage, IndicatorReportPage } from '../../features/board/index.ts';
import { CollectionsPage } from '../../features/collections/index.ts';
import { ImportsPage } from '../../features/imports/index.ts';
import { IndicatorsPage } from '../../features/indicators/index.ts';
import { QuarantinePage } from '../../features/quarantine/index.ts';
import { ScorecardsPage } from '../../features/scorecards/index.ts';
import { ServicesPage } from '../../features/services/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const monitorRoutes = [
  createRoute({ getParentRoute, path: 'board', component: BoardPage }),
  createRoute({ getParentRoute, path: 'indicators/$code/report', component: IndicatorReportPage }),
  createRoute({ getParentRoute, path: 'indicators', component: IndicatorsPage }),
  createRoute({ getParentRoute, path: 'services', component: ServicesPage }),
  createRoute({ getParentRoute, path: 'scorecards', component: ScorecardsPage }),
  createRoute({ getParentRoute, path: 'imports', component: ImportsPage }),
  createRoute({ getParentRoute, path: 'collections', component: CollectionsPage }),
  createRoute({ getParentRoute, path: 'quarantine', component: QuarantinePage }),
] as const;
