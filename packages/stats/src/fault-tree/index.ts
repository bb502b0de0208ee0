export { minimalCutSets, type CutSets, type FaultTree } from './minimal-cut-sets.ts';
export { topProbability } from './top-probability.ts';
