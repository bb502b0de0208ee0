export { AnalysisPage, CausesPage, FailuresPage } from './pages.ts';
export { causesSearch, failuresSearch } from './causes.search.ts';
export { AnalysesOfFinding } from './list/analyses-of-finding.tsx';
