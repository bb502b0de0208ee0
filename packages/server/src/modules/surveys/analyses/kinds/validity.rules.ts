import { selectItems, type CrossMoments } from '@zhiheng/stats/moments';
import { omegaFromMoments } from '@zhiheng/stats/reliability';
import { isDetermined } from '@zhiheng/stats/result';
import type { AnalysisResultOf } from '@zhiheng/contract/surveys/analysis-result';
import type { Solution } from './structure.rules.ts';

type Validity = AnalysisResultOf<'structure'>['validity'][number];

/**
 * For the items that load highest on a factor: how reliably they measure together, how much of their variance is common, and how much of it a factor
 * shares with another one. Fornell and Larcker (1981) ask for a common share above 0.5 and above every shared one.
 */
export function validityOf(moments: CrossMoments, { loadings, factorCorrelations }: Solution, fields: readonly string[]): Validity[] {
  const own = loadings.map((row) => row.reduce((best, value, factor) => (Math.abs(value) > Math.abs(row[best] ?? 0) ? factor : best), 0));
  return factorCorrelations.map((correlations, factor) => {
    const items = [...own.keys()].filter((item) => own[item] === factor);
    const model = items.length < 3 ? null : omegaFromMoments(selectItems(moments, items));
    const isKnown = model !== null && isDetermined(model);
    const others = correlations.filter((_, other) => other !== factor).map((r) => r ** 2);
    return {
      factor,
      items: items.flatMap((item) => fields.slice(item, item + 1)),
      compositeReliability: isKnown ? model.compositeReliability : null,
      averageVarianceExtracted: isKnown ? model.averageVarianceExtracted : null,
      largestShared: others.length === 0 || others.every((r) => r === 0) ? null : Math.max(...others),
    };
  });
}
