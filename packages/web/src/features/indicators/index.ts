export { IndicatorsPage, LazyIndicatorForm } from './pages.ts';
export { indicatorQuery, indicatorsQuery } from './indicators.query.ts';
export { indicatorsSearch } from './indicators.search.ts';
