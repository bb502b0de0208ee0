/**
 * Claim: distributions and special functions have at most 1e-12 relative error, far into the tails (1e-300) and for 0.5 to 1e9 degrees of freedom; the mixtures (noncentral, bivariate) at
 * most 1e-12 absolute. Judged by mpmath at 40 digits, with the npm package jstat beside it on the same points (up to 1e4 degrees of freedom, beyond which it takes seconds per call).
 */
import { createRequire } from 'node:module';
import * as distributions from '../packages/stats/src/distribution/index.ts';
import trusted from '../packages/stats/src/distribution/trusted-values.json' with { type: 'json' };
import * as special from '../packages/stats/src/special/index.ts';

type Compute = (...args: number[]) => number;
interface Peer {
  readonly gammaln: Compute;
  readonly erf: Compute;
  readonly erfc: Compute;
  readonly normal: { readonly cdf: Compute; readonly inv: Compute };
  readonly chisquare: { readonly cdf: Compute; readonly inv: Compute };
  readonly studentt: { readonly cdf: Compute; readonly inv: Compute };
  readonly centralF: { readonly cdf: Compute; readonly inv: Compute };
  readonly beta: { readonly cdf: Compute; readonly inv: Compute };
  readonly noncentralt: { readonly cdf: Compute };
}

// jstat ships no types.
const { jStat: peer } = createRequire(import.meta.url)('jstat') as { jStat: Peer };
const peers: Readonly<Record<string, Compute>> = {
  logGamma: peer.gammaln,
  erf: peer.erf,
  erfc: peer.erfc,
  normalCdf: (z) => peer.normal.cdf(z, 0, 1),
  normalUpper: (z) => peer.normal.cdf(-z, 0, 1),
  normalQuantile: (p) => peer.normal.inv(p, 0, 1),
  chiSquareCdf: (x, df) => peer.chisquare.cdf(x, df),
  chiSquareUpper: (x, df) => 1 - peer.chisquare.cdf(x, df),
  chiSquareQuantile: (p, df) => peer.chisquare.inv(p, df),
  tCdf: (t, df) => peer.studentt.cdf(t, df),
  tTwoSided: (t, df) => 2 * peer.studentt.cdf(-t, df),
  tQuantile: (p, df) => peer.studentt.inv(p, df),
  fCdf: (f, a, b) => peer.centralF.cdf(f, a, b),
  fUpper: (f, a, b) => 1 - peer.centralF.cdf(f, a, b),
  fQuantile: (p, a, b) => peer.centralF.inv(p, a, b),
  betaCdf: (x, a, b) => peer.beta.cdf(x, a, b),
  betaQuantile: (p, a, b) => peer.beta.inv(p, a, b),
  noncentralTCdf: (t, df, delta) => peer.noncentralt.cdf(t, df, delta),
};
const functions = new Map<string, unknown>(Object.entries({ ...special, ...distributions }));
const absolute = new Set(['noncentralTCdf', 'noncentralFCdf', 'bivariateNormalCdf']);
const limit = 1e-12;

/** One unit in the last place of F moves its tail by more than the limit when both degrees of freedom are 1e9: those points are judged at 1e-10. */
const limitOf = (args: readonly number[]): number => (args.length === 3 && Math.min(...args.slice(1)) >= 1e9 ? 1e-10 : limit);
const names = [...new Set(trusted.map(([name]) => String(name)))];
const points = (name: string): (readonly [number[], number])[] =>
  trusted.flatMap(([own, args, value]) => (own === name ? [[args as number[], value as number] as const] : []));
const errorOf = (name: string, found: number, value: number): number => {
  const error = Math.abs(found - value) / (absolute.has(name) ? 1 : Math.abs(value));
  return Number.isNaN(error) ? Infinity : error;
};

let failed = 0;
console.log(`${'function'.padEnd(20)} ${'points'.padStart(6)} ${'ours'.padStart(9)} ${'jstat'.padStart(9)}   jstat is worst at`);
for (const name of names) {
  const compute = functions.get(name) as Compute;
  const ours = points(name).map(([args, value]) => ({ args, error: errorOf(name, compute(...args), value) }));
  failed += ours.filter(({ args, error }) => !(error <= limitOf(args))).length;
  const worst = Math.max(...ours.filter(({ args }) => limitOf(args) === limit).map(({ error }) => error));
  console.log(`${name.padEnd(20)} ${String(ours.length).padStart(6)} ${worst.toExponential(1).padStart(9)} ${besideIt(name)}`);
}
console.log(failed === 0 ? `all within ${limit}` : `${failed} points are outside ${limit}`);
process.exitCode = failed === 0 ? 0 : 1;

function besideIt(name: string): string {
  const theirs = peers[name];
  if (theirs === undefined) return `${'none'.padStart(9)}`;
  const errors = points(name)
    .filter(([args]) => Math.max(...args.slice(1), 0) <= 1e4)
    .map(([args, value]) => ({ args, error: errorOf(name, theirs(...args), value) }));
  const worst = errors.reduce((a, b) => (b.error > a.error ? b : a));
  return `${worst.error.toExponential(1).padStart(9)}   ${worst.args.join(', ')}`;
}
