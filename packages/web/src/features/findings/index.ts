export { FindingPage, FindingRulesPage, FindingsPage, RankingPage } from './pages.ts';
export { findingsSearch } from './findings.search.ts';
export { MakeFinding } from './make/make-finding.tsx';
export { figureOnPage, type FigureOnPage } from './make/figure-on-page.ts';
export { findingQuery } from './findings.query.ts';
