import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { ScoreSettings } from '@zhiheng/contract/measurement/indicator';
import { fromStored, limitsAt, parseFormula, type Formula, type FormulaPart, type IndicatorRecord } from '../measurement/index.ts';
import { isQuantile, measuredOf, percentilesOf, quantileShares, shareOf, unmeasured, type Measured } from './measured.rules.ts';
import { scoreOf, statusOf, type Limits } from './score.rules.ts';
import type { Sums } from './sums.rules.ts';

/** The indicators of an organisation with their formulas read once. */
export class IndicatorLibrary {
  readonly byCode: ReadonlyMap<string, IndicatorRecord>;
  readonly #formulas = new Map<string, Formula>();

  constructor(readonly all: readonly IndicatorRecord[]) {
    this.byCode = new Map(all.map((indicator) => [indicator.code, indicator]));
  }

  /** The formula of an indicator; null for one that is observed. */
  formulaOf(indicator: IndicatorRecord): Formula | null {
    if (indicator.formula === null) return null;
    const known = this.#formulas.get(indicator.code);
    if (known !== undefined) return known;
    const formula = parseFormula(indicator.formula);
    this.#formulas.set(indicator.code, formula);
    return formula;
  }
}

/** One slice over one stretch of time: where its sums are, and the day whose limits judge it. */
export interface Frame {
  readonly sumsOf: (indicatorId: string) => Sums | null;
  readonly lastDay: string;
  readonly settings: ScoreSettings;
}

const noLimits: Limits = { target: null, warning: null, critical: null };

/** The figures of one slice over one stretch of time, each worked out once, when asked for. */
export class Figures {
  readonly #measured = new Map<string, Measured>();
  readonly #open = new Set<string>();

  constructor(
    readonly library: IndicatorLibrary,
    readonly frame: Frame,
  ) {}

  /** Sums of an observed indicator, in stored units. */
  sums(code: string): Sums | null {
    const indicator = this.library.byCode.get(code);
    return indicator === undefined ? null : this.frame.sumsOf(indicator.id);
  }

  measured(code: string): Measured {
    const known = this.#measured.get(code);
    if (known !== undefined) return known;
    const indicator = this.library.byCode.get(code);
    // A formula that reaches itself has no figure.
    if (indicator === undefined || this.#open.has(code)) return unmeasured;
    this.#open.add(code);
    const measured = this.#measure(indicator);
    this.#open.delete(code);
    this.#measured.set(code, measured);
    return measured;
  }

  limits(indicator: IndicatorRecord): Limits {
    return limitsAt(indicator, this.frame.lastDay) ?? noLimits;
  }

  score(code: string): number | null {
    const indicator = this.library.byCode.get(code);
    if (indicator === undefined) return null;
    return scoreOf(this.measured(code).value, indicator.direction, { ...this.limits(indicator), points: this.frame.settings });
  }

  /** The whole figure, beside the value of another stretch of time; null for an indicator that is not there any more. */
  figure(code: string, previous: Figures | null): Figure | null {
    const indicator = this.library.byCode.get(code);
    if (indicator === undefined) return null;
    const { name, unit, measure, direction, decimals } = indicator;
    const { target, warning, critical } = this.limits(indicator);
    const { value, n, interval, sufficient } = this.measured(code);
    return {
      ...{ indicator: code, name, unit, measure, direction, decimals },
      ...{ value, n, sufficient, target, warning, critical },
      interval: interval === null ? null : [interval[0], interval[1]],
      score: this.score(code),
      status: statusOf(value, direction, { target, warning, critical }),
      previous: previous === null ? null : previous.measured(code).value,
    };
  }

  #measure(indicator: IndicatorRecord): Measured {
    const formula = this.library.formulaOf(indicator);
    if (formula === null) return measuredOf(indicator, this.frame.sumsOf(indicator.id), this.frame.settings.minimum_n);
    const inputs = formula.uses.map((code) => this.measured(code));
    const value = formula.evaluate((code, part) => this.#part(code, part));
    if (value === null) return unmeasured;
    const n = inputs.length === 0 ? 0 : Math.min(...inputs.map((input) => input.n));
    return { value, n, sufficient: inputs.every((input) => input.sufficient), interval: this.#attainedInterval(indicator) };
  }

  /** What a formula reads of another indicator. Only the figure itself and its n can be read of another formula. */
  #part(code: string, part: FormulaPart): number | null {
    const indicator = this.library.byCode.get(code);
    if (indicator === undefined) return null;
    if (part === 'value') return this.measured(code).value;
    const sums = this.frame.sumsOf(indicator.id);
    if (indicator.formula !== null || sums === null || sums.n <= 0) return null;
    if (isQuantile(part)) return percentilesOf(indicator, sums, { asked: quantileShares[part] })?.asked ?? null;
    return partOf(indicator, { sums, judged: this.limits(indicator).target !== null }, part);
  }

  /** `attained(x)` alone is a share of observations, so it has a share's interval; other formulas have none. */
  #attainedInterval(indicator: IndicatorRecord): Measured['interval'] {
    const code = /^\s*attained\(\s*([a-z0-9_]+)\s*\)\s*$/.exec(indicator.formula ?? '')?.[1];
    const sums = code === undefined ? null : this.sums(code);
    return sums === null ? null : shareOf(sums.nOk, sums.n)[1];
  }
}

type PlainPart = Exclude<FormulaPart, 'value' | keyof typeof quantileShares>;
function partOf(
  indicator: IndicatorRecord,
  { sums, judged }: { readonly sums: Sums; readonly judged: boolean },
  part: PlainPart,
): number | null {
  const inUnit = (stored: number | null) => (stored === null ? null : fromStored(indicator, stored));
  switch (part) {
    case 'n':
      return sums.n;
    case 'sum':
      return inUnit(sums.total);
    case 'mean':
      return indicator.measure === 'share' ? shareOf(sums.total, sums.n)[0] : inUnit(sums.total / sums.n);
    case 'low':
      return inUnit(sums.low);
    case 'high':
      return inUnit(sums.high);
    case 'attained':
      return judged ? shareOf(sums.nOk, sums.n)[0] : null;
    default:
      throw new RangeError(part satisfies never);
  }
}
