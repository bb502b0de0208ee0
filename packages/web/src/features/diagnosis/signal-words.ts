import type { ChartBucket, RunRule, SignalKind, SignalState } from '@zhiheng/contract/diagnosis/signal-kind';
import type { Signal, SignalRule, Watch } from '@zhiheng/contract/diagnosis/signals';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

export const kindWords: Words<SignalKind> = {
  'control-chart': m.diagnosis_kind_control_chart,
  threshold: m.diagnosis_kind_threshold,
  forecast: m.diagnosis_kind_forecast,
  'hot-spot': m.diagnosis_kind_hot_spot,
};
export const stateWords: Words<SignalState> = {
  raised: m.diagnosis_state_raised,
  acknowledged: m.diagnosis_state_acknowledged,
  cleared: m.diagnosis_state_cleared,
};
export const stateTones = { raised: 'near', acknowledged: 'note', cleared: 'idle' } as const satisfies Record<SignalState, Tone>;
export const severityWords: Words<Signal['severity']> = {
  low: m.diagnosis_severity_low,
  medium: m.diagnosis_severity_medium,
  high: m.diagnosis_severity_high,
};
export const severityTones = { low: 'idle', medium: 'near', high: 'bad' } as const satisfies Record<Signal['severity'], Tone>;
export const bucketWords: Words<ChartBucket> = { day: m.diagnosis_day, week: m.diagnosis_week, month: m.diagnosis_month };
export const levelWords = {
  target: m.diagnosis_level_target,
  warning: m.diagnosis_level_warning,
  critical: m.diagnosis_level_critical,
} as const;
export const runRuleWords: Words<RunRule> = {
  'beyond-three-sigma': m.diagnosis_rule_beyond_three_sigma,
  'one-side': m.diagnosis_rule_one_side,
  trend: m.diagnosis_rule_trend,
  alternation: m.diagnosis_rule_alternation,
  'two-of-three-beyond-two-sigma': m.diagnosis_rule_two_of_three,
  'four-of-five-beyond-one-sigma': m.diagnosis_rule_four_of_five,
  'within-one-sigma': m.diagnosis_rule_within_one,
  'both-sides-beyond-one-sigma': m.diagnosis_rule_both_sides,
};
const sideWords: Words<string> = { better: m.diagnosis_better, worse: m.diagnosis_worse, unclear: m.diagnosis_unclear };
export const obstacleWords: Words<string> = {
  too_short: m.diagnosis_obstacle_too_short,
  too_few: m.diagnosis_obstacle_too_few,
  no_variation: m.diagnosis_obstacle_no_variation,
  no_limit: m.diagnosis_obstacle_no_limit,
  no_skill: m.diagnosis_obstacle_no_skill,
  no_indicator: m.diagnosis_obstacle_no_indicator,
};

export const optionsOf = <Key extends string>(words: Words<Key>): { value: Key; label: string }[] =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value]() }));

/** What a signal says, in a sentence. */
export function signalSentence({ kind, detail }: Pick<Signal, 'kind' | 'detail'>, format: Format): string {
  const number = (key: string): string => (typeof detail[key] === 'number' ? format.number(detail[key], 1) : '—');
  const word = (key: string): string => String(detail[key] ?? '');
  switch (kind) {
    case 'control-chart':
      return m.diagnosis_said_chart({
        rule: runRuleWords[word('rule') as RunRule]?.() ?? word('rule'),
        side: sideWords[word('side')]?.() ?? '',
        value: number('value'),
        center: number('center'),
      });
    case 'threshold':
      return m.diagnosis_said_limit({ periods: format.number(Number(detail['periods'])), limit: number('limit'), value: number('value') });
    case 'forecast':
      return m.diagnosis_said_forecast({ at: word('expectedAt'), limit: number('limit'), value: number('value') });
    case 'hot-spot':
      return m.diagnosis_said_spot({ count: format.number(Number(detail['count'])), expected: number('expected') });
    default:
      return kind satisfies never;
  }
}

/** What is watched, in a few words. */
export function watchWords(watch: Watch): string {
  switch (watch.kind) {
    case 'control-chart':
      return m.diagnosis_watch_chart({ bucket: bucketWords[watch.bucket]() });
    case 'threshold':
      return m.diagnosis_watch_limit({
        level: levelWords[watch.level](),
        bucket: bucketWords[watch.bucket](),
        periods: String(watch.periods),
      });
    case 'forecast':
      return m.diagnosis_watch_forecast({ level: levelWords[watch.level]() });
    case 'hot-spot':
      return m.diagnosis_watch_spots({ of: watch.of === 'complaints' ? m.diagnosis_complaints() : m.diagnosis_cases() });
    default:
      return watch satisfies never;
  }
}

/** Why nothing can be said, or that all is well. */
export function watchState({ enabled, obstacle }: SignalRule): string {
  if (!enabled) return m.diagnosis_watch_off();
  return obstacle === null ? m.diagnosis_watch_ok() : (obstacleWords[obstacle]?.() ?? obstacle);
}
