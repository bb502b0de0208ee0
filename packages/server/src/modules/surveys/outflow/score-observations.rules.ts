import type { Form } from '@zhiheng/forms/definition';
import type { FollowUpRule, Outflow } from '@zhiheng/contract/surveys/surveys';
import { toStored, type IndicatorRecord } from '../../measurement/index.ts';

/** A score by the name under which it is stored. */
const scoreName = ({ measure, part }: Pick<Outflow, 'measure' | 'part'>): string => (part === null ? measure : `${measure}.${part}`);

/** What a score says of an indicator, in stored units; a share counts whether it holds. Null when the answer has no such score. */
export function storedScore(scores: Readonly<Record<string, number>>, outflow: Outflow, indicator: IndicatorRecord): number | null {
  const score = scores[scoreName(outflow)];
  if (score === undefined) return null;
  return indicator.measure === 'share' ? Number(score > 0) : toStored(indicator, score);
}

/** Rules that a score breaks, each with the score. */
export const brokenRules = (
  scores: Readonly<Record<string, number>>,
  rules: readonly FollowUpRule[],
): readonly (FollowUpRule & { readonly value: number })[] =>
  rules.flatMap((rule) => {
    const value = scores[rule.measure];
    return value !== undefined && value <= rule.atMost ? [{ ...rule, value }] : [];
  });

const ofManyOnly = new Set<string>(['kano', 'ipa', 'ecsi', 'drivers', 'structure']);

/** Whether one answer has such a score: some measures are made of many answers only, and a part is a dimension. */
export function isScored({ measures }: Pick<Form, 'measures'>, { measure, part }: Pick<Outflow, 'measure' | 'part'>): boolean {
  const found = measures.find(({ key }) => key === measure);
  if (found === undefined || ofManyOnly.has(found.kind)) return false;
  return part === null || ('dimensions' in found && found.dimensions.some(({ key }) => key === part));
}
