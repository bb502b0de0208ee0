/** The door of causes. */
export { bindCauses } from './causes.routes.ts';
export { restoreAnalysis } from './analyses/delete-analysis.ts';
export { restoreFailure } from './failures/write-failure.ts';
