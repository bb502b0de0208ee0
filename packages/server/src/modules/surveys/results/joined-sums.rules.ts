import { keyOfBlock, type Block } from './sums/block.rules.ts';
import { addSums, translateSums, type SumPlan } from './sums/sum-plan.rules.ts';
import type { Sums } from './sums/sum-view.rules.ts';
import type { Version } from './read-sums.ts';
import type { SumRow } from './tally.rules.ts';

/** Sums of all versions as the newest asks, with and without suspicious answers. */
export interface JoinedSums {
  readonly plan: SumPlan;
  readonly n: number;
  readonly cleanN: number;
  readonly all: Sums;
  readonly clean: Sums;
}

/** Rows of all versions put together; what a version did not ask, it adds nothing to. */
export function joinSums(rows: readonly SumRow[], versions: readonly Version[], plan: SumPlan): JoinedSums {
  const plans = new Map(versions.map((version) => [version.id, version.plan]));
  const [all, clean] = [new Float64Array(plan.size), new Float64Array(plan.size)];
  let [n, cleanN] = [0, 0];
  for (const row of rows) {
    const own = plans.get(row.versionId);
    if (own === undefined) continue;
    const numbers = translateSums(own, plan, row.numbers);
    addSums(all, numbers);
    n += row.n;
    if (row.suspicious) continue;
    addSums(clean, numbers);
    cleanN += row.n;
  }
  return { plan, n, cleanN, all: { plan, numbers: all }, clean: { plan, numbers: clean } };
}

/** Numbers of the versions that count a block, the oldest first. */
export const versionsWith = (versions: readonly Version[], block: Block): number[] =>
  versions
    .filter(({ plan }) => plan.byKey.has(keyOfBlock(block)))
    .map(({ number }) => number)
    .sort((a, b) => a - b);
