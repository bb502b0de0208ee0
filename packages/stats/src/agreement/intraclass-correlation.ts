import { fQuantile, fUpper } from '../distribution/fisher-f.ts';
import { covarianceOf, crossMomentsOf, meansOf, type CrossMoments } from '../moments/cross-moments.ts';
import { insufficient, undetermined, type Interval, type Outcome } from '../result/outcome.ts';

/**
 * The six forms of Shrout and Fleiss. 1: each subject has raters of its own; 2: the raters are a sample of raters, whose level counts
 * (absolute agreement); 3: these raters only, whose level does not count (consistency). With k: of the mean of all raters.
 */
export type IccForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k';

/** One intraclass correlation with its F test of 0 and its interval. */
export interface Icc {
  readonly form: IccForm;
  readonly value: number;
  /** null where raters agree completely, so that F is infinite */
  readonly f: number | null;
  readonly df: readonly [number, number];
  readonly p: number;
  /** null for the mean of raters where the interval of one reaches down to −1/(k − 1), for which the mean has no finite limit */
  readonly interval: Interval | null;
}

/** The intraclass correlations of a table of ratings. */
export interface IntraclassCorrelation {
  readonly kind: 'intraclass-correlation';
  /** subjects */
  readonly n: number;
  readonly raters: number;
  /** in the order ICC1, ICC2, ICC3, ICC1k, ICC2k, ICC3k */
  readonly forms: readonly Icc[];
  readonly confidence: number;
}

const formOfMean = { ICC1: 'ICC1k', ICC2: 'ICC2k', ICC3: 'ICC3k' } as const;

type SingleIcc = Icc & { readonly form: keyof typeof formOfMean; readonly interval: Interval };

/** Mean squares of a two-way table without replication. */
interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly subjects: number;
  readonly raters: number;
  readonly residual: number;
  /** within subjects, for the one-way forms */
  readonly within: number;
}

/**
 * Intraclass correlations of complete ratings: rows are subjects, columns raters. Two subjects and two raters are needed, else
 * insufficient; subjects that do not differ are undetermined. Throws RangeError for rows of unequal length, NaN or an infinity.
 * Sources: Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428; McGraw and Wong (1996), Psychological Methods 1, 30–46.
 * @example intraclassCorrelation([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]).forms[1] // { form: 'ICC2', value: 0.2897…, f: 11.027…, df: [5, 15], interval: [0.0187…, 0.7610…] }
 */
export function intraclassCorrelation(
  rows: readonly (readonly number[])[],
  options: { readonly confidence?: number } = {},
): Outcome<IntraclassCorrelation> {
  return intraclassCorrelationFromMoments(crossMomentsOf(rows), options);
}

/**
 * The same from mergeable moments whose items are the raters: the mean squares follow from their covariances and means.
 * @example intraclassCorrelationFromMoments({ n: 2, origin: [1, 2], sums: [2, 2], products: [[4, 4], [4, 4]] }).forms[2] // { form: 'ICC3', value: 1, f: null, p: 0, interval: [1, 1] }
 */
export function intraclassCorrelationFromMoments(
  moments: CrossMoments,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Outcome<IntraclassCorrelation> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1: ${confidence}`);
  if (moments.n < 2) return insufficient(moments.n, 2);
  if (moments.origin.length < 2) return insufficient(moments.origin.length, 2);
  const squares = meanSquaresOf(moments);
  if (squares.subjects === 0) return undetermined(moments.n, 'no-variation');
  const single = [oneWay(squares, confidence), twoWayRandom(squares, confidence), twoWayMixed(squares, confidence)];
  const averages = single.map((icc) => ofMean(icc, squares.k));
  return { kind: 'intraclass-correlation', n: moments.n, raters: squares.k, forms: [...single, ...averages], confidence };
}

/** What is left of a mean square by rounding when it is 0, as a share of the variation of the ratings. */
const rounding = 1e-13;

function meanSquaresOf(moments: CrossMoments): MeanSquares {
  const { n } = moments;
  const k = moments.origin.length;
  const covariance = covarianceOf(moments);
  const trace = covariance.reduce((sum, row, i) => sum + row[i]!, 0);
  const subjects = covariance.flat().reduce((sum, value) => sum + value, 0) / k;
  const unlessRounding = (square: number): number => (square <= rounding * trace ? 0 : square);
  const residual = unlessRounding((trace - subjects) / (k - 1));
  const means = meansOf(moments);
  const grand = means.reduce((sum, mean) => sum + mean, 0) / k;
  const raters = (n * means.reduce((sum, mean) => sum + (mean - grand) ** 2, 0)) / (k - 1);
  return { n, k, subjects: unlessRounding(subjects), raters, residual, within: ((n - 1) * residual + raters) / n };
}

function oneWay({ n, k, subjects, within }: MeanSquares, confidence: number): SingleIcc {
  const df = [n - 1, n * (k - 1)] as const;
  const value = (subjects - within) / (subjects + (k - 1) * within);
  return consistency({ form: 'ICC1', value, df, ratio: within === 0 ? null : subjects / within, k, confidence });
}

function twoWayMixed({ n, k, subjects, residual }: MeanSquares, confidence: number): SingleIcc {
  const df = [n - 1, (n - 1) * (k - 1)] as const;
  const value = (subjects - residual) / (subjects + (k - 1) * residual);
  return consistency({ form: 'ICC3', value, df, ratio: residual === 0 ? null : subjects / residual, k, confidence });
}

interface RatioForm {
  readonly form: 'ICC1' | 'ICC3';
  readonly value: number;
  readonly df: readonly [number, number];
  /** F; null when infinite */
  readonly ratio: number | null;
  readonly k: number;
  readonly confidence: number;
}

/** A form whose interval follows from that of F alone. */
function consistency({ form, value, df, ratio, k, confidence }: RatioForm): SingleIcc {
  if (ratio === null) return { form, value: 1, f: null, df, p: 0, interval: [1, 1] };
  const top = 1 - (1 - confidence) / 2;
  const low = ratio / fQuantile(top, df[0], df[1]);
  const high = ratio * fQuantile(top, df[1], df[0]);
  const interval: Interval = [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
  return { form, value, f: ratio, df, p: fUpper(ratio, df[0], df[1]), interval };
}

/** Absolute agreement; its interval by Satterthwaite's degrees of freedom. */
function twoWayRandom({ n, k, subjects, raters, residual }: MeanSquares, confidence: number): SingleIcc {
  const df = [n - 1, (n - 1) * (k - 1)] as const;
  const value = (subjects - residual) / (subjects + (k - 1) * residual + (k * (raters - residual)) / n);
  const f = residual === 0 ? null : subjects / residual;
  const p = f === null ? 0 : fUpper(f, df[0], df[1]);
  const a = k * value * raters;
  const b = residual * (n * (1 + (k - 1) * value) - k * value);
  if (a === 0 && b === 0) return { form: 'ICC2', value, f, df, p, interval: [value, value] };
  const freedom = ((k - 1) * (n - 1) * (a + b) ** 2) / ((n - 1) * a ** 2 + b ** 2);
  const top = 1 - (1 - confidence) / 2;
  const fLow = fQuantile(top, n - 1, freedom);
  const fHigh = fQuantile(top, freedom, n - 1);
  const noise = k * raters + (k * n - k - n) * residual;
  const low = (n * (subjects - fLow * residual)) / (fLow * noise + n * subjects);
  const high = (n * (fHigh * subjects - residual)) / (noise + n * fHigh * subjects);
  return { form: 'ICC2', value, f, df, p, interval: [low, high] };
}

/** Spearman and Brown: reliability of the mean of k raters from that of one. */
function ofMean(icc: SingleIcc, k: number): Icc {
  const stepUp = (value: number): number => (k * value) / (1 + (k - 1) * value);
  const [low, high] = icc.interval;
  const interval: Interval | null = 1 + (k - 1) * low > 0 ? [stepUp(low), stepUp(high)] : null;
  return { ...icc, form: formOfMean[icc.form], value: stepUp(icc.value), interval };
}
