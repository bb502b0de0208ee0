export { betaCdf, betaQuantile } from './beta.ts';
export { bivariateNormalCdf } from './bivariate-normal.ts';
export { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
export { fCdf, fQuantile, fUpper } from './fisher-f.ts';
export { invertPositive, tailsOf } from './invert-cdf.ts';
export type { PositiveDistribution, Tails } from './invert-cdf.ts';
export { noncentralFCdf, noncentralTCdf } from './noncentral.ts';
export { normalCdf, normalPdf, normalQuantile, normalUpper } from './normal.ts';
export { tCdf, tQuantile, tTwoSided } from './student-t.ts';
