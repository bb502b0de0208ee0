import { all, any, not, statusIn, type Condition } from './condition.ts';
import { isPossible, type Vocabulary } from './condition-truth.ts';
import { holds, standing, type CaseFacts } from './holds.ts';
import type { Pause, Policy, Target, TargetKind } from './policy.ts';

/**
 * What a policy says and hardly means. `always-paused`: the pause contains the start. `never-paused`: the pause excludes the start, or what stops the clock contains it.
 * `starts-paused`: the clock starts in the pause. `pause-never-ends`: nothing fulfils `until`. `pause-hidden`: an earlier pause contains this one.
 * `never-starts`, `stops-at-start`, `never-stops` say themselves. `stop-does-not-last`: the next save after the stop starts the clock again.
 * `step-before-start`: the step lies further before the deadline than the goal is long. `unknown-value`: a status, or another known field, never has this value.
 */
export type PolicyFlaw =
  | {
      readonly code: 'always-paused' | 'never-paused' | 'starts-paused' | 'pause-never-ends' | 'pause-hidden';
      readonly target: TargetKind;
      readonly pause: string;
    }
  | { readonly code: 'never-starts' | 'stops-at-start' | 'never-stops' | 'stop-does-not-last'; readonly target: TargetKind }
  | { readonly code: 'step-before-start'; readonly target: TargetKind; readonly step: string }
  | { readonly code: 'unknown-value'; readonly target: TargetKind | null; readonly field: string; readonly value: string };

/**
 * Finds what a policy says and hardly means, before it is published. `vocabulary` lists the values of fields that are known, first of all `status`.
 * Relations between conditions that look at too many fields at once are left undecided and give no flaw.
 * @example lintPolicy({ closed: ['shut'], targets: [] }, { status: ['open', 'closed'] }) // [{ code: 'unknown-value', target: null, field: 'status', value: 'shut' }]
 */
export function lintPolicy(policy: Policy, vocabulary: Vocabulary): PolicyFlaw[] {
  const closed = unknownValues(statusIn(...policy.closed), vocabulary).map((flaw) => ({ ...flaw, target: null }));
  return [...closed, ...policy.targets.flatMap((target) => lintTarget(target, { closed: statusIn(...policy.closed), vocabulary }))];
}

interface Surroundings {
  readonly closed: Condition;
  readonly vocabulary: Vocabulary;
}

function lintTarget(target: Target, { closed, vocabulary }: Surroundings): PolicyFlaw[] {
  const relations = relationsOf(target, { closed, vocabulary });
  const words = [
    startOf(target),
    target.stop,
    target.cancel,
    target.reset,
    ...target.pauses.flatMap((pause) => [pause.when, ...untilOf(pause)]),
  ];
  return [
    ...words.flatMap((condition) => unknownValues(condition, vocabulary)).map((flaw) => ({ ...flaw, target: target.kind })),
    ...lintCourse(target, relations),
    ...target.pauses.flatMap((pause, index) => lintPause({ target, pause, earlier: target.pauses.slice(0, index) }, relations)),
    ...longSteps(target),
  ];
}

/** Starting and stopping of one target. */
function lintCourse(target: Target, { never, implies, start, over }: Relations): PolicyFlaw[] {
  const kind = { target: target.kind };
  if (never(start)) return [{ code: 'never-starts', ...kind }];
  if (implies(start, over)) return [{ code: 'stops-at-start', ...kind }];
  if (never(over)) return [{ code: 'never-stops', ...kind }];
  return stopsForMoment(target, { never, implies, start, over }) ? [{ code: 'stop-does-not-last', ...kind }] : [];
}

const stopsForMoment = (target: Target, { never, start, over }: Relations): boolean =>
  !target.recurring && target.reopening !== 'once' && never(over, standing) && !never(start, standing);

interface PauseInTarget {
  readonly target: Target;
  readonly pause: Pause;
  readonly earlier: readonly Pause[];
}

function lintPause({ target, pause, earlier }: PauseInTarget, { never, implies, start, over }: Relations): PolicyFlaw[] {
  const name = { target: target.kind, pause: pause.reason };
  const alive = all(start, not(over));
  if (never(alive)) return [];
  const whole = 'while' in target.start ? all(start, pause.when) : pause.when;
  if (never(all(whole, not(over)))) return [{ code: 'never-paused', ...name }];
  if (earlier.length > 0 && implies(pause.when, any(...earlier.map(({ when }) => when)))) return [{ code: 'pause-hidden', ...name }];
  if (untilOf(pause).some((until) => never(until))) return [{ code: 'pause-never-ends', ...name }];
  if (!implies(alive, pause.when)) return [];
  return [{ code: 'while' in target.start || implies(not(over), pause.when) ? 'always-paused' : 'starts-paused', ...name }];
}

interface Relations {
  readonly start: Condition;
  /** the clock stops, is withdrawn, or the case is closed */
  readonly over: Condition;
  readonly never: (condition: Condition, view?: (facts: CaseFacts) => CaseFacts) => boolean;
  readonly implies: (a: Condition, b: Condition) => boolean;
}

function relationsOf(target: Target, { closed, vocabulary }: Surroundings): Relations {
  const possible = (condition: Condition, view = (facts: CaseFacts) => facts) =>
    isPossible([condition], { vocabulary, wanted: (facts) => holds(condition, view(facts)) });
  return {
    start: startOf(target),
    over: any(target.stop, target.cancel, closed),
    never: (condition, view) => possible(condition, view) === false,
    implies: (a, b) => possible(all(a, not(b))) === false,
  };
}

const startOf = ({ start }: Target): Condition => ('while' in start ? start.while : start.once);
const untilOf = ({ until }: Pause): Condition[] => (until === undefined ? [] : [until]);

function longSteps({ kind, goal, steps }: Target): PolicyFlaw[] {
  if (goal.kind !== 'working-time') return [];
  const early = steps.filter(({ at }) => at.kind === 'offset' && at.seconds <= -goal.seconds);
  return early.map(({ id }) => ({ code: 'step-before-start', target: kind, step: id }));
}

function unknownValues(condition: Condition, vocabulary: Vocabulary): { code: 'unknown-value'; field: string; value: string }[] {
  if (condition.kind === 'not') return unknownValues(condition.condition, vocabulary);
  if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.flatMap((part) => unknownValues(part, vocabulary));
  if (condition.kind !== 'is') return [];
  const { field, values } = condition;
  const unknown = values.filter((value) => vocabulary[field]?.includes(value) === false);
  return unknown.map((value) => ({ code: 'unknown-value', field, value: String(value) }));
}
