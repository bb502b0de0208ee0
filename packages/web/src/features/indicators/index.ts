export { IndicatorsPage, LazyIndicatorForm } from './pages.ts';
export { countedFromText } from './counted-from-text.ts';
export { FigureRecountNotice } from './figure-recount-notice.tsx';
export { indicatorQuery, indicatorsQuery } from './indicators.query.ts';
export { indicatorsSearch } from './indicators.search.ts';
