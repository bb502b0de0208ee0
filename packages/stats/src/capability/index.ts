export { millionthsObserved } from './millionths-observed.ts';
export { processCapability, type CapabilityIndex, type ProcessCapability, type SpecificationLimits } from './process-capability.ts';
export { summariseProcess, type ProcessSummary } from './process-summary.ts';
export { sigmaLevel, type DefectCount, type SigmaLevel, type SigmaLevelOptions } from './sigma-level.ts';
