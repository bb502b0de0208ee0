export { IndicatorReportPage } from './pages.ts';
export { reportSearch } from './indicator-report.search.ts';
