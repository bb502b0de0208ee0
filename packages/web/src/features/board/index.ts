export { BoardPage, IndicatorReportPage } from './pages.ts';
