import type { Likelihood } from '../optimize/fisher-scoring.ts';
import type { Durations } from './life-table.ts';

/** How events at the same time are treated. */
export type CoxTies = 'efron' | 'breslow';

/** Subjects of one duration. */
interface Moment {
  readonly events: readonly number[];
  readonly censored: readonly number[];
}

/** Sums over those at risk (or over the events of one time): weights, weighted covariates, weighted products. */
interface RiskSums {
  weight: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Cox's partial likelihood with gradient and information. Subjects enter the set at risk from the longest duration down, so that
 * one pass suffices. `null` where the hazards lie too far apart for a double.
 * Source: Efron (1977), JASA 72, 557–565; Breslow (1974), Biometrics 30, 89–99.
 * @example partialLikelihood({ times: [1, 2], observed: [true, true] }, { x: [[1], [0]], ties: 'efron' })([0]) // { value: -0.69314…, gradient: [0.5], information: [[0.25]] }
 */
export function partialLikelihood(
  durations: Durations,
  { x, ties }: { readonly x: readonly (readonly number[])[]; readonly ties: CoxTies },
): (coefficients: readonly number[]) => Likelihood | null {
  const moments = momentsDescending(durations);
  return (coefficients) => {
    const k = coefficients.length;
    const logHazards = x.map((row) => row.reduce((sum, cell, j) => sum + cell * coefficients[j]!, 0));
    const highest = logHazards.reduce((most, each) => Math.max(most, each), -Infinity);
    const total: Total = { value: 0, gradient: Array<number>(k).fill(0), information: emptySquare(k) };
    const risk = emptySums(k);
    for (const { events, censored } of moments) {
      const dying = emptySums(k);
      for (const i of censored) addSubject(risk, x[i]!, Math.exp(logHazards[i]! - highest));
      for (const i of events) addSubject(dying, x[i]!, Math.exp(logHazards[i]! - highest));
      addSums(risk, dying);
      for (const i of events) addEvent(total, x[i]!, logHazards[i]! - highest);
      for (let l = 0; l < events.length; l++) subtractRisk(total, { risk, dying, share: ties === 'efron' ? l / events.length : 0 });
    }
    return Number.isFinite(total.value) ? total : null;
  };
}

interface Total {
  value: number;
  readonly gradient: number[];
  readonly information: number[][];
}

const emptySquare = (k: number): number[][] => Array.from({ length: k }, () => Array<number>(k).fill(0));
const emptySums = (k: number): RiskSums => ({ weight: 0, first: new Float64Array(k), second: new Float64Array(k * k) });

function momentsDescending({ times, observed }: Durations): Moment[] {
  const moments = new Map<number, { events: number[]; censored: number[] }>();
  for (const [i, event] of observed.entries()) {
    const moment = moments.get(times[i]!) ?? { events: [], censored: [] };
    (event ? moment.events : moment.censored).push(i);
    moments.set(times[i]!, moment);
  }
  return [...moments].sort(([a], [b]) => b - a).map(([, moment]) => moment);
}

function addSubject(sums: RiskSums, row: readonly number[], weight: number): void {
  const k = row.length;
  sums.weight += weight;
  for (let i = 0; i < k; i++) {
    const own = weight * row[i]!;
    sums.first[i]! += own;
    for (let j = 0; j < k; j++) sums.second[i * k + j]! += own * row[j]!;
  }
}

function addSums(target: RiskSums, part: RiskSums): void {
  target.weight += part.weight;
  for (let i = 0; i < part.first.length; i++) target.first[i]! += part.first[i]!;
  for (let i = 0; i < part.second.length; i++) target.second[i]! += part.second[i]!;
}

function addEvent(total: Total, row: readonly number[], logHazard: number): void {
  total.value += logHazard;
  for (let i = 0; i < row.length; i++) total.gradient[i]! += row[i]!;
}

interface RiskSet {
  readonly risk: RiskSums;
  readonly dying: RiskSums;
  /** share of the tied events that has left the set: l/d for the l-th of d (Efron), 0 for all (Breslow) */
  readonly share: number;
}

/** One event's term: ln of the weight at risk, the weighted mean of the covariates there, and their covariance. */
function subtractRisk(total: Total, { risk, dying, share }: RiskSet): void {
  const k = total.gradient.length;
  const weight = risk.weight - share * dying.weight;
  const mean = Array.from({ length: k }, (_, i) => (risk.first[i]! - share * dying.first[i]!) / weight);
  total.value -= Math.log(weight);
  for (let i = 0; i < k; i++) {
    total.gradient[i]! -= mean[i]!;
    for (let j = 0; j < k; j++) {
      const square = (risk.second[i * k + j]! - share * dying.second[i * k + j]!) / weight;
      total.information[i]![j]! += square - mean[i]! * mean[j]!;
    }
  }
}
