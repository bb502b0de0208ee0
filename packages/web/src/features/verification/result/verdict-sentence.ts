import type { Verification, VerificationWarning } from '@zhiheng/contract/verification/verifications';
import { exactText } from '../../../lib/figures/format-value.ts';
import type { Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';

type Said = Pick<Verification, 'current' | 'unit' | 'decimals'>;

/** Numbers of a verdict in the unit of its indicator, with one decimal more: changes are smaller than values. */
function writerOf({ unit, decimals }: Said, format: Format) {
  return (value: number) => exactText({ unit, decimals: Math.min(decimals + 1, 4), measure: 'number' }, value, format.locale);
}

/** The verdict in plain words. */
export function verdictSentence(said: Said, format: Format): string {
  const { current } = said;
  switch (current.reason) {
    case 'improved':
      return m.verification_say_improved(changeOf(said, format));
    case 'worsened':
      return m.verification_say_worsened(changeOf(said, format));
    case 'no-change-possible':
      return current.interval === null
        ? m.verification_say_no_interval(changeOf(said, format))
        : m.verification_say_no_change(changeOf(said, format));
    case 'waiting-for-periods':
      return m.verification_say_waiting_periods({
        planned: format.number(current.plannedPeriods),
        periods: format.number(current.periods),
      });
    case 'waiting-for-observations':
      return m.verification_say_waiting_n({ needed: format.number(current.neededN), n: format.number(current.n) });
    case 'between-looks':
      return m.verification_say_between({ looks: format.number(current.looks) });
    case 'cannot-be-judged':
      return m.verification_say_cannot();
    case 'sample-ratio':
      return m.verification_say_ratio();
    default:
      return current.reason satisfies never;
  }
}

function changeOf(said: Said, format: Format) {
  const { estimate, interval, confidence } = said.current;
  const write = writerOf(said, format);
  return {
    moved: (estimate ?? 0) < 0 ? m.verification_fallen() : m.verification_risen(),
    size: write(Math.abs(estimate ?? 0)),
    confidence: format.percent(100 * confidence, decimalsOf(confidence)),
    low: write(interval?.[0] ?? 0),
    high: write(interval?.[1] ?? 0),
  };
}

/** 95 % is written so; the levels of planned looks are not that round. */
const decimalsOf = (confidence: number): number => (Number.isInteger(Math.round(1e6 * confidence) / 1e4) ? 0 : 2);

/** A warning in plain words. */
export function warningSentence(warning: VerificationWarning, said: Said, format: Format): string {
  const write = writerOf(said, format);
  switch (warning.code) {
    case 'regression-to-mean':
      return m.verification_warn_regression({ units: format.number(warning.units), size: write(warning.expectedReturn) });
    case 'autocorrelation':
      return m.verification_warn_autocorrelation({ correlation: format.number(warning.correlation, 2) });
    case 'baseline-trend':
      return m.verification_warn_baseline_trend({ slope: write(warning.slope) });
    case 'parallel-trend':
      return m.verification_warn_parallel_trend({ slope: write(warning.slope) });
    case 'season':
      return m.verification_warn_season();
    case 'missing-periods':
      return m.verification_warn_missing({ missing: format.number(warning.missing), of: format.number(warning.of) });
    case 'both-sides':
      return m.verification_warn_both_sides();
    case 'smaller-than-expected':
      return m.verification_warn_smaller({ most: write(warning.most), expected: write(warning.expected) });
    case 'sample-ratio':
      return m.verification_warn_ratio({ counts: countsOf(warning.counts, format), expected: countsOf(warning.expected, format) });
    default:
      return warning satisfies never;
  }
}

const countsOf = (counts: readonly number[], format: Format): string => counts.map((count) => format.number(Math.round(count))).join(' / ');
