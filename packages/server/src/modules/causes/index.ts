/** The door of causes. */
export { bindCauses } from './causes.routes.ts';
export { findAnalysis } from './analyses/read-analysis.ts';
export { restoreAnalysis } from './analyses/delete-analysis.ts';
export { restoreFailure } from './failures/write-failure.ts';
