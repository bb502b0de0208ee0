import type { FindingCost, PriorityDefinition } from '@zhiheng/contract/findings/priority';

/** @example costScoreOf(6000, [1000, 5000, 20000, 100000]) // 3 */
export const costScoreOf = (total: number, bands: PriorityDefinition['costBands']): number =>
  1 + bands.filter((band) => total >= band).length;

/** Sum of the amounts that are known; null where none is. */
export function totalOf(costs: Readonly<Partial<Record<string, FindingCost>>>): number | null {
  const amounts = Object.values(costs).flatMap((cost) => (cost === undefined ? [] : [cost.amount]));
  return amounts.length === 0 ? null : amounts.reduce((sum, each) => sum + each, 0);
}
