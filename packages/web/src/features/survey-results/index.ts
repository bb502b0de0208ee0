export { SurveyResultsPage } from './pages.ts';
export { surveyResultsSearch } from './survey-results.search.ts';
