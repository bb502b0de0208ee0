/** The door of standards. */
export { bindStandards } from './standards.routes.ts';
export { readClausesOf } from './clauses-of-indicator.ts';
export { standardsPackPart } from './pack-part.ts';
export { restoreStandard } from './restore-standard.ts';
