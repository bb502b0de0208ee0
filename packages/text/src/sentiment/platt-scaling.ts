/** A score s means the probability 1 / (1 + e^−(slope · s + intercept)). */
export interface Calibration {
  readonly slope: number;
  readonly intercept: number;
}

const steps = 50;

/**
 * Turns scores into probabilities: the logistic curve that fits scores of rows which were not trained on. The answers are moved a little
 * towards the middle, so that the curve stays finite where scores part them perfectly. Throws RangeError when all answers are the same or
 * the lists are of unequal length.
 * Source: Platt (1999), Probabilistic outputs for support vector machines; Newton's method by Lin, Lin, Weng (2007), Machine Learning 68,
 * 267–276.
 * @example plattScaling([-2, -1, 1, 2], [false, false, true, true]).slope // 0.6739…
 */
export function plattScaling(scores: readonly number[], positive: readonly boolean[]): Calibration {
  if (scores.length !== positive.length) throw new RangeError('each score needs an answer');
  const yes = positive.filter(Boolean).length;
  const no = positive.length - yes;
  if (yes === 0 || no === 0) throw new RangeError('both answers are needed');
  const targets = positive.map((answer) => (answer ? (yes + 1) / (yes + 2) : 1 / (no + 2)));
  let curve: Calibration = { slope: 0, intercept: Math.log((yes + 1) / (no + 1)) };
  let loss = lossOf(curve, scores, targets);
  for (let step = 0; step < steps; step++) {
    const direction = newtonStep(curve, scores, targets);
    const next = walkDown(curve, direction, { scores, targets, loss });
    if (next === null) break;
    [curve, loss] = [next.curve, next.loss];
  }
  return curve;
}

/** The deviance of a curve, written so that no exponential overflows. */
function lossOf({ slope, intercept }: Calibration, scores: readonly number[], targets: readonly number[]): number {
  return scores.reduce((sum, score, i) => {
    const z = slope * score + intercept;
    return sum + Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - targets[i]! * z;
  }, 0);
}

function newtonStep({ slope, intercept }: Calibration, scores: readonly number[], targets: readonly number[]): Calibration {
  let [g0, g1, h00, h01, h11] = [0, 0, 1e-12, 0, 1e-12];
  for (const [i, score] of scores.entries()) {
    const p = 1 / (1 + Math.exp(-(slope * score + intercept)));
    g1 += (p - targets[i]!) * score;
    g0 += p - targets[i]!;
    h11 += p * (1 - p) * score * score;
    h01 += p * (1 - p) * score;
    h00 += p * (1 - p);
  }
  const determinant = h00 * h11 - h01 * h01;
  return { slope: -(h00 * g1 - h01 * g0) / determinant, intercept: -(h11 * g0 - h01 * g1) / determinant };
}

interface Fit {
  readonly scores: readonly number[];
  readonly targets: readonly number[];
  readonly loss: number;
}

/** Halves the step until the loss falls; null when it no longer does. */
function walkDown(from: Calibration, direction: Calibration, { scores, targets, loss }: Fit): { curve: Calibration; loss: number } | null {
  for (let share = 1; share > 1e-6; share /= 2) {
    const curve = { slope: from.slope + share * direction.slope, intercept: from.intercept + share * direction.intercept };
    const reached = lossOf(curve, scores, targets);
    if (reached < loss) return { curve, loss: reached };
  }
  return null;
}
