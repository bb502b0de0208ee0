export { answerLines, type AnswerLine } from './responses/answer-lines.ts';
export { LazyBuilder, LazyPublishDialog } from './build/lazy-builder.ts';
export type { DraftHome } from './draft/draft-home.ts';
export { SurveyFrame } from './survey-frame.tsx';
export {
  BuilderPage,
  DistributionPage,
  ImportAnswersPage,
  NewSurveyPage,
  ResponsesPage,
  SurveySettingsPage,
  SurveysPage,
  TelephonePage,
  VersionPage,
  VersionsPage,
  WordsPage,
} from './pages.ts';
export {
  builderSearch,
  distributionSearch,
  importAnswersSearch,
  newSurveySearch,
  responsesSearch,
  surveysSearch,
  telephoneSearch,
} from './surveys.search.ts';
