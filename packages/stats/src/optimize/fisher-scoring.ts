import { cholesky, solve } from '../matrix/decompositions.ts';

/** A log-likelihood at one point: its value, its gradient, and the information, which is the negative of its Hessian. */
export interface Likelihood {
  readonly value: number;
  readonly gradient: readonly number[];
  /** expected */
  readonly information: readonly (readonly number[])[];
  /** observed; where it is positive definite it leads faster, most of all when the model does not fit */
  readonly observed?: readonly (readonly number[])[];
}

/** Where the likelihood is highest, and what it is there. */
export interface Maximum extends Likelihood {
  readonly parameters: readonly number[];
  readonly steps: number;
}

const mostSteps = 200;
const smallestStep = 1e-11;

/**
 * The maximum of a likelihood by steps of information⁻¹ · gradient, halved until the likelihood does not fall: Newton's method where an
 * observed information is given and positive definite, else Fisher scoring. `likelihoodAt` answers `null` where the parameters are
 * impossible. Converged when no parameter moves by more than 1e-11 (relative above 1). Source: Osborne (1992), International Statistical
 * Review 60, 99–117. `null` when the start is impossible, the information is singular, or 200 steps did not suffice.
 * @example fisherScoring(([p = 0]) => ({ value: 3 * Math.log(p) + Math.log(1 - p), gradient: [3 / p - 1 / (1 - p)], information: [[4 / (p * (1 - p))]] }), [0.5]) // { parameters: [0.75], steps: 1 }
 */
export function fisherScoring(
  likelihoodAt: (parameters: readonly number[]) => Likelihood | null,
  start: readonly number[],
): Maximum | null {
  let parameters = start;
  let here = likelihoodAt(parameters);
  for (let steps = 0; here !== null && steps < mostSteps; steps += 1) {
    const direction = directionFrom(here);
    if (direction === null) return null;
    if (isSmall(direction, parameters)) return { ...here, parameters, steps };
    const next = climb(likelihoodAt, { parameters, direction, value: here.value });
    if (next === null) return null;
    ({ parameters, here } = next);
  }
  return null;
}

function directionFrom({ gradient, information, observed }: Likelihood): number[] | null {
  return solve(observed !== undefined && cholesky(observed) !== null ? observed : information, gradient);
}

interface Ascent {
  readonly parameters: readonly number[];
  readonly direction: readonly number[];
  readonly value: number;
}

/** The longest step among 1, ½, ¼ … of the direction that does not lower the likelihood beyond rounding. */
function climb(likelihoodAt: (parameters: readonly number[]) => Likelihood | null, { parameters, direction, value }: Ascent) {
  const rounding = 1e-13 * (1 + Math.abs(value));
  for (let share = 1; share > 1e-12; share /= 2) {
    const candidate = parameters.map((parameter, index) => parameter + share * direction[index]!);
    const here = likelihoodAt(candidate);
    if (here !== null && here.value >= value - rounding) return { parameters: candidate, here };
  }
  return null;
}

function isSmall(direction: readonly number[], parameters: readonly number[]): boolean {
  return direction.every((step, index) => Math.abs(step) <= smallestStep * Math.max(1, Math.abs(parameters[index]!)));
}
