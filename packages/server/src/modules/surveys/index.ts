/** The door of surveys. */
export { restoreSurvey } from './delete-survey.ts';
export { bindSurveys } from './surveys.routes.ts';
