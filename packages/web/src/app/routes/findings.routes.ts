import { createRoute } from '@tanstack/react-router';
import { DiagnosisPage, diagnosisSearch } from '../../features/diagnosis/index.ts';
import { FindingPage, FindingRulesPage, FindingsPage, findingsSearch, RankingPage } from '../../features/findings/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const findingsRoutes = [
  createRoute({ getParentRoute, path: 'findings', component: FindingsPage, validateSearch: findingsSearch }),
  createRoute({ getParentRoute, path: 'findings/ranking', component: RankingPage }),
  createRoute({ getParentRoute, path: 'findings/rules', component: FindingRulesPage }),
  createRoute({ getParentRoute, path: 'findings/$id', component: FindingPage }),
  createRoute({ getParentRoute, path: 'diagnosis', component: DiagnosisPage, validateSearch: diagnosisSearch }),
] as const;
