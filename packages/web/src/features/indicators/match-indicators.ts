import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import type { IndicatorsSearch } from './indicators.search.ts';

/** Indicators that fit every filter; the words are looked for in code and both names. */
export function matching(indicators: readonly Indicator[], { q, dimension, perspective, measure }: IndicatorsSearch): Indicator[] {
  const words = (q ?? '').trim().toLowerCase();
  return indicators.filter(
    (indicator) =>
      (dimension === undefined || indicator.dimension === dimension) &&
      (perspective === undefined || indicator.perspective === perspective) &&
      (measure === undefined || indicator.measure === measure) &&
      `${indicator.code} ${indicator.name.zh} ${indicator.name.en}`.toLowerCase().includes(words),
  );
}
