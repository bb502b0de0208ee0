/** The door of surveys. */
export { surveySweeps, surveyWorkers } from './background-work.ts';
export { surveysAfterCases } from './invitations/on-case-resolved.ts';
export { bouncedInvitations } from './invitations/on-mail-failed.ts';
export { rebuildAnswerObservations } from './outflow/observe-answers.ts';
export { answersFlowOut } from './outflow/on-answers.ts';
export { flagAnswers } from './quality/flag-answers.ts';
export { drawAnswers } from './demo/draw-answers.rules.ts';
export { removeDemoSurveys } from './demo/remove-demo-surveys.ts';
export { storeDemoSurvey } from './demo/store-demo-survey.ts';
export { restoreSurvey } from './delete-survey.ts';
export { surveysPackPart } from './pack-part.ts';
export { bindSurveys } from './surveys.routes.ts';
export { foldAnswers, rebuildSurveySums } from './results/fold-answers.ts';
export { bindSurveyResults } from './results/results.routes.ts';
export { countProgress } from './results/count-progress.ts';
export { headlinesOfStored, readStoredSums, type StoredSums } from './results/stored-sums.ts';
