import { createRoute } from '@tanstack/react-router';
import {
  BuilderPage,
  builderSearch,
  DistributionPage,
  distributionSearch,
  ImportAnswersPage,
  importAnswersSearch,
  NewSurveyPage,
  newSurveySearch,
  ResponsesPage,
  responsesSearch,
  SurveySettingsPage,
  SurveysPage,
  surveysSearch,
  TelephonePage,
  telephoneSearch,
  VersionPage,
  VersionsPage,
  WordsPage,
} from '../../features/surveys/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const surveysRoutes = [
  createRoute({ getParentRoute, path: 'surveys', component: SurveysPage, validateSearch: surveysSearch }),
  createRoute({ getParentRoute, path: 'surveys/new', component: NewSurveyPage, validateSearch: newSurveySearch }),
  createRoute({ getParentRoute, path: 'surveys/$id/build', component: BuilderPage, validateSearch: builderSearch }),
  createRoute({ getParentRoute, path: 'surveys/$id/words', component: WordsPage }),
  createRoute({ getParentRoute, path: 'surveys/$id/settings', component: SurveySettingsPage }),
  createRoute({ getParentRoute, path: 'surveys/$id/distribution', component: DistributionPage, validateSearch: distributionSearch }),
  createRoute({ getParentRoute, path: 'surveys/$id/telephone', component: TelephonePage, validateSearch: telephoneSearch }),
  createRoute({ getParentRoute, path: 'surveys/$id/responses', component: ResponsesPage, validateSearch: responsesSearch }),
  createRoute({ getParentRoute, path: 'surveys/$id/import', component: ImportAnswersPage, validateSearch: importAnswersSearch }),
  createRoute({ getParentRoute, path: 'surveys/$id/versions', component: VersionsPage }),
  createRoute({ getParentRoute, path: 'surveys/$id/versions/$number', component: VersionPage }),
] as const;
