import type {
  PlannedLooks,
  VerdictWord,
  VerificationBucket,
  VerificationMethod,
  VerificationState,
} from '@zhiheng/contract/verification/verification-kind';
import type { MethodAdvice } from '@zhiheng/contract/verification/verifications';
import { m } from '../../paraglide/messages.js';
import type { Tone } from '../../ui/status-badge.tsx';

export const methodWords: Readonly<Record<VerificationMethod, () => string>> = {
  'before-after': m.verification_method_before_after,
  'interrupted-time-series': m.verification_method_interrupted_time_series,
  'control-chart': m.verification_method_control_chart,
  'comparison-unit': m.verification_method_comparison_unit,
  'ab-test': m.verification_method_ab_test,
};
export const methodHelp: Readonly<Record<VerificationMethod, () => string>> = {
  'before-after': m.verification_help_before_after,
  'interrupted-time-series': m.verification_help_interrupted_time_series,
  'control-chart': m.verification_help_control_chart,
  'comparison-unit': m.verification_help_comparison_unit,
  'ab-test': m.verification_help_ab_test,
};
export const whyWords: Readonly<Record<MethodAdvice['why'], () => string>> = {
  stable: m.verification_why_stable,
  trending: m.verification_why_trending,
  restless: m.verification_why_restless,
  'few-periods': m.verification_why_few_periods,
  'no-comparison': m.verification_why_no_comparison,
  'comparison-given': m.verification_why_comparison_given,
  'single-values': m.verification_why_single_values,
  'no-variants': m.verification_why_no_variants,
  'variants-given': m.verification_why_variants_given,
  'not-additive': m.verification_why_not_additive,
};

export const bucketWords: Readonly<Record<VerificationBucket, () => string>> = {
  day: m.verification_bucket_day,
  week: m.verification_bucket_week,
  month: m.verification_bucket_month,
};
export const lookWords: Readonly<Record<PlannedLooks, () => string>> = {
  once: m.verification_looks_once,
  sequential: m.verification_looks_sequential,
};

export const stateWords: Readonly<Record<VerificationState, () => string>> = {
  waiting: m.verification_state_waiting,
  decided: m.verification_state_decided,
  reopened: m.verification_state_reopened,
  withdrawn: m.verification_state_withdrawn,
};

export const verdictWords: Readonly<Record<VerdictWord, () => string>> = {
  effective: m.verification_verdict_effective,
  'not-shown': m.verification_verdict_not_shown,
  harmful: m.verification_verdict_harmful,
  'too-early': m.verification_verdict_too_early,
};
export const verdictTones: Readonly<Record<VerdictWord, Tone>> = {
  effective: 'good',
  'not-shown': 'near',
  harmful: 'bad',
  'too-early': 'note',
};
