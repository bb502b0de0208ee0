/** The door of insight. */
export { bindInsight } from './insight.routes.ts';
export { readBoard } from './read-board.ts';
export { readIndicatorReport } from './read-indicator-report.ts';
export { worseningOf } from './worsened.rules.ts';
