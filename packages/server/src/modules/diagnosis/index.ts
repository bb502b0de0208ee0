/** The door of diagnosis. */
export { chartOf } from './charts/chart.rules.ts';
export { bindDiagnosis } from './diagnosis.routes.ts';
export { watchHeadline } from './rules/watch-headline.ts';
export { checkSignalRules } from './signals/check-rules.ts';
export { signalsBetween } from './signals/list-signals.ts';
