import type { IndicatorLibrary } from './figures.rules.ts';
import { isQuantile } from './measured.rules.ts';

/** What must be read so that the figures of some indicators can be worked out. */
export interface Needs {
  readonly indicatorIds: readonly string[];
  /** ids of those whose percentiles are asked for: only they pay for histograms */
  readonly histogramOf: readonly string[];
}

/**
 * The observed indicators behind some codes: themselves, or what their formulas read, all levels down. `distributionOf` names
 * those whose distribution is shown whatever their aggregate.
 */
export function needsOf(library: IndicatorLibrary, codes: readonly string[], distributionOf: readonly string[] = []): Needs {
  const found = new Set<string>();
  const collect = (code: string): void => {
    const indicator = library.byCode.get(code);
    if (indicator === undefined || found.has(code)) return;
    found.add(code);
    library.formulaOf(indicator)?.uses.forEach(collect);
  };
  codes.forEach(collect);
  const indicators = [...found].flatMap((code) => library.byCode.get(code) ?? []);
  const observed = indicators.filter((indicator) => indicator.formula === null);
  const named = new Set([...distributionOf, ...indicators.flatMap(({ formula }) => (formula === null ? [] : quantilesIn(formula)))]);
  const wanted = observed.filter(({ code, measure, aggregate }) => measure !== 'share' && (isQuantile(aggregate) || named.has(code)));
  return { indicatorIds: observed.map(({ id }) => id), histogramOf: wanted.map(({ id }) => id) };
}

/** Codes that a formula asks a percentile of. */
const quantilesIn = (formula: string): string[] =>
  [...formula.matchAll(/\b(?:median|p90|p95|p99)\s*\(\s*([a-z0-9_]+)\s*\)/g)].map(([, code = '']) => code);
