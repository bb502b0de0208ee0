export { erf, erfc, expMinusSquare, scaledErfc } from './erf.ts';
export { gaussLegendre } from './gauss-legendre.ts';
export type { Quadrature } from './gauss-legendre.ts';
export { devianceFrom, logGamma, stirlingError } from './log-gamma.ts';
export { betaParts, betaTerm, regularizedBeta } from './regularized-beta.ts';
export type { BetaParts } from './regularized-beta.ts';
export { poissonTerm, regularizedGammaP, regularizedGammaQ } from './regularized-gamma.ts';
