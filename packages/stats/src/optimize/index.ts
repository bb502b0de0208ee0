export { brent } from './brent.ts';
export { minimize } from './minimize.ts';
export type { Minimum, MinimizeOptions } from './minimize.ts';
export { minimizeScalar } from './minimize-scalar.ts';
export type { ScalarMinimum } from './minimize-scalar.ts';
