export { closeAndReopen } from './close-and-reopen.ts';
export type { GroupSignal, TooFew } from './group-signal.ts';
export { heapingUnderLimit } from './heaping-under-limit.ts';
export type { HandledClock, JudgedClock, SignalOptions } from './handled-clock.ts';
export { pausesBeforeDue } from './pauses-before-due.ts';
export { splitting } from './splitting.ts';
export type { CaseOrigin } from './splitting.ts';
