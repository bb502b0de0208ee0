export { IndicatorsPage } from './pages.ts';
