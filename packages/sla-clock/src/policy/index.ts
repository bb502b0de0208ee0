export { agreementKey, obligedParty } from './agreement-key.ts';
export { requirePolicy } from './check-policy.ts';
export {
  choosePolicy,
  chooseTarget,
  scopeHolds,
  type ChoiceReasons,
  type Decision,
  type Match,
  type PolicyChoice,
} from './choose-policy.ts';
export {
  all,
  always,
  any,
  changed,
  fieldIn,
  happened,
  never,
  not,
  statusIn,
  type Condition,
  type FieldValue,
  type Occurrence,
} from './condition.ts';
export { goalSeconds } from './goal-seconds.ts';
export { holds, standing, type CaseFacts } from './holds.ts';
export { lintPolicy, type PolicyFlaw } from './lint-policy.ts';
export { dimensions, targetKinds } from './policy.ts';
export type {
  Agreement,
  Dimension,
  EscalationStep,
  Goal,
  Pause,
  Policy,
  Reopening,
  Scope,
  Start,
  StepMoment,
  Target,
  TargetKind,
} from './policy.ts';
export { usualTarget, type StatusMeaning, type UsualTargetOptions } from './usual-target.ts';
export { versionsInForce } from './version-in-force.ts';
