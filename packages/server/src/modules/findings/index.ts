/** The door of findings. */
export { bindFindings } from './findings.routes.ts';
export { openFinding, type FindingDraft } from './register/open-finding.ts';
export { findFinding } from './register/read-finding.ts';
export { setFindingState } from './register/set-finding-state.ts';
export { removeDemoFindings } from './rules/remove-demo-findings.ts';
export { lookForFindings } from './rules/look-for-findings.ts';
