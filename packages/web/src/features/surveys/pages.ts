import { lazyRouteComponent } from '@tanstack/react-router';

// The door of the feature stays light: each page is fetched when it is opened.
export const SurveysPage = lazyRouteComponent(() => import('./list/surveys-page.tsx'), 'SurveysPage');
export const NewSurveyPage = lazyRouteComponent(() => import('./new/new-survey-page.tsx'), 'NewSurveyPage');
export const BuilderPage = lazyRouteComponent(() => import('./build/builder-page.tsx'), 'BuilderPage');
export const WordsPage = lazyRouteComponent(() => import('./words/words-page.tsx'), 'WordsPage');
export const SurveySettingsPage = lazyRouteComponent(() => import('./settings/survey-settings-page.tsx'), 'SurveySettingsPage');
export const DistributionPage = lazyRouteComponent(() => import('./distribute/distribution-page.tsx'), 'DistributionPage');
export const ResponsesPage = lazyRouteComponent(() => import('./responses/responses-page.tsx'), 'ResponsesPage');
export const ImportAnswersPage = lazyRouteComponent(() => import('./responses/import/import-answers-page.tsx'), 'ImportAnswersPage');
export const TelephonePage = lazyRouteComponent(() => import('./telephone/telephone-page.tsx'), 'TelephonePage');
export const VersionsPage = lazyRouteComponent(() => import('./versions/versions-page.tsx'), 'VersionsPage');
export const VersionPage = lazyRouteComponent(() => import('./versions/version-page.tsx'), 'VersionPage');
