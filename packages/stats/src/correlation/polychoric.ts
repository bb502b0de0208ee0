import { normalQuantile } from '../distribution/normal.ts';
import { invert } from '../matrix/decompositions.ts';
import { fisherScoring } from '../optimize/fisher-scoring.ts';
import { insufficient, undetermined, type Insufficient, type Interval, type Outcome, type Undetermined } from '../result/outcome.ts';
import type { CutNormal } from './bivariate-normal-cells.ts';
import { crossTable, requireCounts } from './cross-table.ts';
import { fisherInterval } from './fisher-interval.ts';
import { likelihoodInAll, likelihoodInRho, observedInformationAboutRho } from './polychoric-likelihood.ts';

/** Correlation of the two normal variables that are thought to lie behind two ordered scales. */
export interface Polychoric {
  readonly kind: 'polychoric';
  readonly n: number;
  /** ±1 when the likelihood rises up to the end, as with an empty cell of a 2 × 2 table */
  readonly rho: number;
  /** from the curvature of the likelihood; `null` at ρ = ±1 */
  readonly standardError: number | null;
  readonly confidence: number;
  /** on Fisher's scale; `null` at ρ = ±1 */
  readonly interval: Interval | null;
  /** where the scales are cut: one fewer than categories that occur */
  readonly thresholds: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  readonly logLikelihood: number;
  readonly method: { readonly estimator: 'two-step' | 'maximum-likelihood'; readonly emptyCells: 'uncorrected' };
}

type Table = readonly (readonly number[])[];
interface Options {
  readonly confidence?: number;
}

/** Fisher's scale ends here: |ρ| = 0.999996. */
const edge = 6.6;

/**
 * Polychoric correlation in two steps: thresholds from the margins, then ρ by maximum likelihood; standard error from the observed
 * curvature in ρ. `table` counts answers, rows and columns in ascending order; categories that nobody chose are dropped, empty cells
 * stay empty. Counts add up over any split of the data. No answer is insufficient; a scale with a single category is undetermined
 * ('constant'). Source: Olsson (1979), Psychometrika 44, 443–460. Throws RangeError for a table that is not rectangular or holds a
 * negative count.
 * @example polychoricFromCounts([[30, 10], [10, 30]]) // { kind: 'polychoric', n: 80, rho: 0.7071…, thresholds: { rows: [0], columns: [0] } }
 */
export function polychoricFromCounts(table: Table, { confidence = 0.95 }: Options = {}): Outcome<Polychoric> {
  const margins = marginsOf(table);
  if (margins.kind !== 'margins') return margins;
  const fitted = twoStep(margins);
  if (fitted === null) return undetermined(margins.n, 'not-converged');
  const information = Math.abs(fitted.rho) === 1 ? null : observedInformationAboutRho(margins.counts, fitted);
  const spread = information === null || information <= 0 ? null : 1 / Math.sqrt(information) / (1 - fitted.rho ** 2);
  return resultOf({ n: margins.n, fitted, spread, confidence, estimator: 'two-step' });
}

/**
 * Polychoric correlation by joint maximum likelihood of ρ and all thresholds; standard error from the expected information. See
 * `polychoricFromCounts` for table, edges and source.
 * @example polychoricMaximumLikelihoodFromCounts([[30, 10], [10, 30]]) // { rho: 0.7071…, method: { estimator: 'maximum-likelihood' } }
 */
export function polychoricMaximumLikelihoodFromCounts(table: Table, { confidence = 0.95 }: Options = {}): Outcome<Polychoric> {
  const margins = marginsOf(table);
  if (margins.kind !== 'margins') return margins;
  const { n, counts } = margins;
  const start = twoStep(margins);
  if (start === null) return undetermined(n, 'not-converged');
  if (Math.abs(start.rho) === 1) return resultOf({ n, fitted: start, spread: null, confidence, estimator: 'maximum-likelihood' });
  const rows = start.rowCuts.length;
  const cutsOf = ([z = 0, ...cuts]: readonly number[]) => ({
    rho: Math.tanh(z),
    rowCuts: cuts.slice(0, rows),
    columnCuts: cuts.slice(rows),
  });
  const maximum = fisherScoring(
    (parameters) => likelihoodInAll(counts, cutsOf(parameters)),
    [Math.atanh(start.rho), ...start.rowCuts, ...start.columnCuts],
  );
  const covariance = maximum && invert(maximum.information);
  if (maximum === null || covariance === null) return undetermined(n, 'not-converged');
  const fitted = { ...cutsOf(maximum.parameters), logLikelihood: maximum.value };
  return resultOf({ n, fitted, spread: Math.sqrt(covariance[0]![0]!), confidence, estimator: 'maximum-likelihood' });
}

/**
 * Polychoric correlation of two ordered variables in two steps, see `polychoricFromCounts`: only the order of the values counts. Throws
 * RangeError for unequal lengths, NaN or an infinity.
 * @example polychoric([1, 1, 1, 2, 2, 2], [1, 1, 2, 2, 2, 1]) // { n: 6, rho: 0.4999… }
 */
export function polychoric(x: ArrayLike<number>, y: ArrayLike<number>, options: Options = {}): Outcome<Polychoric> {
  return polychoricFromCounts(crossTable(x, y).counts, options);
}

interface Margins {
  readonly kind: 'margins';
  readonly n: number;
  /** without categories that nobody chose */
  readonly counts: Table;
  readonly rowCuts: readonly number[];
  readonly columnCuts: readonly number[];
}

type Fitted = CutNormal & { readonly logLikelihood: number };

/** The observed categories and the thresholds that their margins give. */
function marginsOf(table: Table): Margins | Insufficient | Undetermined {
  const { n, rows, columns } = requireCounts(table);
  if (n < 2) return insufficient(n, 2);
  const counts = table.filter((_, i) => rows[i]! > 0).map((row) => row.filter((_, j) => columns[j]! > 0));
  const constant = [counts.length, counts[0]!.length].flatMap((categories, scale) => (categories < 2 ? [scale] : []));
  if (constant.length > 0) return undetermined(n, 'constant', constant);
  return { kind: 'margins', n, counts, rowCuts: cutsOfMargin(rows, n), columnCuts: cutsOfMargin(columns, n) };
}

function cutsOfMargin(margin: readonly number[], n: number): number[] {
  let below = 0;
  return margin
    .filter((count) => count > 0)
    .slice(0, -1)
    .map((count) => normalQuantile((below += count) / n));
}

/** The ρ of highest likelihood given the thresholds of the margins. */
function twoStep({ counts, rowCuts, columnCuts }: Margins): Fitted | null {
  const at = (z: number) => likelihoodInRho(counts, { rowCuts, columnCuts, rho: Math.tanh(z) });
  for (const end of [-1, 1]) {
    const last = at(end * edge)?.value ?? -Infinity;
    if (last > -Infinity && last >= (at((end * edge) / 2)?.value ?? -Infinity))
      return { rowCuts, columnCuts, rho: end, logLikelihood: last };
  }
  const maximum = fisherScoring(([z = 0]) => at(z), [0]);
  return maximum && { rowCuts, columnCuts, rho: Math.tanh(maximum.parameters[0]!), logLikelihood: maximum.value };
}

interface Parts {
  readonly n: number;
  readonly fitted: Fitted;
  /** standard error of artanh ρ */
  readonly spread: number | null;
  readonly confidence: number;
  readonly estimator: Polychoric['method']['estimator'];
}

function resultOf({ n, fitted, spread, confidence, estimator }: Parts): Polychoric {
  const { rho, rowCuts, columnCuts, logLikelihood } = fitted;
  return {
    kind: 'polychoric',
    n,
    rho,
    standardError: spread === null ? null : spread * (1 - rho ** 2),
    confidence,
    interval: spread === null ? null : fisherInterval(rho, spread, confidence),
    thresholds: { rows: rowCuts, columns: columnCuts },
    logLikelihood,
    method: { estimator, emptyCells: 'uncorrected' },
  };
}
