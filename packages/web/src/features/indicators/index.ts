export { IndicatorsPage } from './pages.ts';
export { indicatorsSearch } from './indicators.search.ts';
