/** The door of diagnosis. */
export { bindDiagnosis } from './diagnosis.routes.ts';
export { removeDemoSignals } from './rules/remove-demo-signals.ts';
export { watchHeadline } from './rules/watch-headline.ts';
export { checkSignalRules } from './signals/check-rules.ts';
export { signalsBetween } from './signals/list-signals.ts';
