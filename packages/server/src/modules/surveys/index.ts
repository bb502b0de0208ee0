/** The door of surveys. */
export { restoreSurvey } from './delete-survey.ts';
export { bindSurveys } from './surveys.routes.ts';
export { foldAnswers, rebuildSurveySums } from './results/fold-answers.ts';
export { bindSurveyResults } from './results/results.routes.ts';
