import { createRoute } from '@tanstack/react-router';
import {
  AgreementPage,
  CodesPage,
  codesSearch,
  GuidePage,
  resultsSearch,
  SessionPage,
  sessionSearch,
  SessionsPage,
  sessionsSearch,
  SheetPage,
  StudiesPage,
  studiesSearch,
  StudyPage,
  StudySessionsPage,
  StudySheetsPage,
} from '../../features/fieldwork/index.ts';
import { builderSearch } from '../../features/surveys/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const fieldworkRoutes = [
  createRoute({ getParentRoute, path: 'fieldwork', component: StudiesPage, validateSearch: studiesSearch }),
  createRoute({ getParentRoute, path: 'fieldwork/sessions', component: SessionsPage, validateSearch: sessionsSearch }),
  createRoute({ getParentRoute, path: 'fieldwork/sessions/$session', component: SessionPage, validateSearch: sessionSearch }),
  createRoute({ getParentRoute, path: 'fieldwork/sessions/$session/sheet', component: SheetPage }),
  createRoute({ getParentRoute, path: 'fieldwork/$id', component: StudyPage, validateSearch: resultsSearch }),
  createRoute({ getParentRoute, path: 'fieldwork/$id/guide', component: GuidePage, validateSearch: builderSearch }),
  createRoute({ getParentRoute, path: 'fieldwork/$id/sessions', component: StudySessionsPage, validateSearch: sessionsSearch }),
  createRoute({ getParentRoute, path: 'fieldwork/$id/sheets', component: StudySheetsPage }),
  createRoute({ getParentRoute, path: 'fieldwork/$id/agreement', component: AgreementPage }),
  createRoute({ getParentRoute, path: 'fieldwork/$id/codes', component: CodesPage, validateSearch: codesSearch }),
] as const;
