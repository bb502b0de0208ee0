import { createRoute } from '@tanstack/react-router';
import { SurveyResultsPage, surveyResultsSearch } from '../../features/survey-results/index.ts';
import { appRoute } from './root.ts';

const getParentRoute = () => appRoute;

export const surveyResultsRoutes = [
  createRoute({ getParentRoute, path: 'surveys/$id/results', component: SurveyResultsPage, validateSearch: surveyResultsSearch }),
] as const;
