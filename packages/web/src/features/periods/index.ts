export { knownPeriodsQuery } from './known-periods.query.ts';
