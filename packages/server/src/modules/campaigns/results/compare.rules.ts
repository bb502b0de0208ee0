import type { CampaignFigure } from '@zhiheng/contract/campaigns/results';
import { homogeneityTest, twoProportionTest, welchTestFromMoments, type Proportion } from '@zhiheng/stats/comparison';
import { normalQuantile } from '@zhiheng/stats/distribution';
import type { Moments } from '@zhiheng/stats/moments';

type Side = Pick<CampaignFigure, 'value' | 'n' | 'low' | 'high' | 'moments'>;
type Comparison = CampaignFigure['previous'];

const z = normalQuantile(0.975);

/** A figure beside the one before: how far apart, and whether chance alone would do that. Null when either was not measured. */
export function compareFigures(now: Side, before: Side | undefined): Comparison {
  if (now.value === null || before === undefined || before.value === null) return null;
  return { value: before.value, n: before.n, difference: now.value - before.value, ...testOf(now, before) };
}

type Tested = Pick<NonNullable<Comparison>, 'p' | 'test'>;
const untested: Tested = { p: null, test: null };

function testOf(now: Side, before: Side): Tested {
  if (now.moments?.kind === 'share' && before.moments?.kind === 'share') return testOfShares(now.moments, before.moments);
  if (now.moments?.kind === 'mean' && before.moments?.kind === 'mean') return testOfMeans(now.moments, before.moments);
  return testOfIntervals(now, before);
}

function testOfShares(now: Proportion, before: Proportion): Tested {
  const found = twoProportionTest(now, before);
  return found.kind === 'two-proportion-test' ? { p: found.p, test: 'two-proportions' } : untested;
}

function testOfMeans(now: Moments, before: Moments): Tested {
  const found = welchTestFromMoments(now, before);
  return found.kind === 'welch-test' ? { p: found.p, test: 'welch' } : untested;
}

/** Two estimates with their 95 % intervals: the standard error is the half width over 1.96. */
function testOfIntervals(now: Side, before: Side): Tested {
  const groups = [now, before].flatMap(({ value, low, high }) =>
    value === null || low === null || high === null || high <= low ? [] : [{ estimate: value, error: (high - low) / (2 * z) }],
  );
  if (groups.length < 2) return untested;
  const found = homogeneityTest(groups);
  return found.kind === 'homogeneity-test' ? { p: found.p, test: 'intervals' } : untested;
}
