/**
 * Claim: α with item analysis, correlations, principal components and a rotated factor analysis of 22 items within 0.1 s from stored
 * moments, whatever the number of answers behind them: here a million. Building the moments from the answers is shown beside it. Peers in
 * the same run work from the answers: numpy and R's psych where they are installed, ml-pca and simple-statistics always (on fewer
 * answers, which is said).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PCA } from 'ml-pca';
import { sampleCorrelation } from 'simple-statistics';
import { factorAnalysisFromMoments, principalComponentsFromMoments } from '@zhiheng/stats/factor';
import { addCrossMoments, correlationOf, crossMomentsOf, type CrossMoments } from '@zhiheng/stats/moments';
import { normalDeviate, seededRandom } from '@zhiheng/stats/random';
import { alphaFromMoments, itemAnalysisFromMoments } from '@zhiheng/stats/reliability';

const items = 22;
const factors = 5;
const answers = 1_000_000;
const chunk = 10_000;
const peerAnswers = 100_000;
const limit = 100;
const rounds = 21;

const pythonPeer = `
import sys, time, numpy as np
x = np.fromfile(sys.argv[1], dtype=np.uint8).reshape(-1, ${items}).astype(float)
start = time.perf_counter()
s = np.cov(x, rowvar=False); r = np.corrcoef(x, rowvar=False)
alpha = ${items} / (${items} - 1) * (1 - np.trace(s) / s.sum()); values = np.linalg.eigvalsh(r)
print('alpha, correlations and components %.1f ms' % (1000 * (time.perf_counter() - start)), end='')
try:
    from scipy.optimize import minimize
except ImportError:
    print(); sys.exit()
def residual(u):
    w, v = np.linalg.eigh(r - np.diag(u)); w, v = w[:-${factors}], v[:, :-${factors}]
    return (w ** 2).sum() / 2, -(v ** 2) @ w
start = time.perf_counter()
minimize(residual, 1 / np.diag(np.linalg.inv(r)), jac=True, method='L-BFGS-B', bounds=[(0.005, 1)] * ${items})
print(', minimum residual factors by scipy, unrotated, %.1f ms' % (1000 * (time.perf_counter() - start)))
`;
const rPeer = `
library(psych)
x <- matrix(readBin(commandArgs(TRUE)[1], 'integer', ${answers * items}, 1), ncol = ${items}, byrow = TRUE)
a <- system.time(alpha(x, check.keys = FALSE))[['elapsed']]
f <- system.time({ r <- cor(x); eigen(r); fa(r, ${factors}, n.obs = ${answers}, rotate = 'oblimin') })[['elapsed']]
cat(sprintf('alpha %.0f ms, correlations, components and factors %.0f ms', 1000 * a, 1000 * f))
`;

const random = seededRandom(22);
const loadings = Array.from({ length: items }, (_, item) => ({ factor: item % factors, strength: 0.5 + 0.35 * random() }));
const coded = new Uint8Array(answers * items);
let moments: CrossMoments = crossMomentsOf([]);
let building = 0;
let first: number[][] = [];
for (let from = 0; from < answers; from += chunk) {
  const rows = Array.from({ length: chunk }, answer);
  for (const [index, row] of rows.entries()) coded.set(row, (from + index) * items);
  if (from < peerAnswers) first = first.concat(rows);
  building += millisecondsOf(() => (moments = addCrossMoments(moments, crossMomentsOf(rows))));
}

const cold = millisecondsOf(() => analyse(moments));
const times = Array.from({ length: rounds }, () => millisecondsOf(() => analyse(moments))).sort((a, b) => a - b);
const median = times[(rounds - 1) / 2] ?? NaN;

console.log(`${answers} answers to ${items} items, ${factors} factors (minimum residual, oblimin)`);
console.log(`@zhiheng/stats from moments: median of ${rounds} ${ms(median)} (limit ${limit} ms), very first call ${ms(cold)}`);
console.log(`@zhiheng/stats, building the moments from the answers, in parts of ${chunk}: ${ms(building)}`);
npmPeers();
outsidePeers();
console.log(`${ms(median)} ${median <= limit ? 'holds' : 'FALLS SHORT'}`);
if (median > limit) process.exitCode = 1;

function analyse(stored: CrossMoments): void {
  const results = [
    alphaFromMoments(stored),
    itemAnalysisFromMoments(stored),
    correlationOf(stored),
    principalComponentsFromMoments(stored),
    factorAnalysisFromMoments(stored, { factors, extraction: 'minimum-residual', rotation: { kind: 'oblimin' } }),
  ];
  const failed = results.find(({ kind }) => kind === 'insufficient' || kind === 'undetermined');
  if (failed !== undefined) throw new Error(JSON.stringify(failed));
}

/** One person's answers on a scale of 1 to 7. */
function answer(): number[] {
  const common = Array.from({ length: factors }, () => normalDeviate(random));
  return loadings.map(({ factor, strength }) => {
    const value = strength * (common[factor] ?? 0) + Math.sqrt(1 - strength ** 2) * normalDeviate(random);
    return Math.min(7, Math.max(1, Math.round(4.5 + 1.3 * value)));
  });
}

function npmPeers(): void {
  const columns = loadings.map((_, item) => first.map((row) => row[item] ?? 0));
  const own = millisecondsOf(() => principalComponentsFromMoments(crossMomentsOf(first)));
  const pca = millisecondsOf(() => new PCA(first, { method: 'covarianceMatrix', scale: true }).getEigenvalues());
  const correlations = millisecondsOf(() => columns.map((x, i) => columns.slice(i + 1).map((y) => sampleCorrelation(x, y))));
  console.log(`from ${peerAnswers} answers: principal components by @zhiheng/stats ${ms(own)}, by ml-pca ${ms(pca)}`);
  console.log(`from ${peerAnswers} answers: the ${(items * (items - 1)) / 2} correlations by simple-statistics ${ms(correlations)}`);
}

function outsidePeers(): void {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-moments-'));
  try {
    const file = join(folder, 'answers.bin');
    writeFileSync(file, coded);
    tell('numpy', spawnSync('python3', ['-c', pythonPeer, file], { encoding: 'utf8' }));
    tell("R's psych", spawnSync('Rscript', ['-e', rPeer, file], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name: string, { status, stdout }: { readonly status: number | null; readonly stdout: string | null }): void {
  console.log(
    status === 0 ? `${name} from ${answers} answers: ${(stdout ?? '').trim()}` : `${name} is not installed here, or could not run`,
  );
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
