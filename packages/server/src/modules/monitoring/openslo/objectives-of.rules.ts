import type { ObjectiveDefinition, ObjectiveWindow } from '@zhiheng/contract/monitoring/objective';
import type { OpenSloProblem } from '@zhiheng/contract/monitoring/openslo';
import type { LocalText } from '@zhiheng/contract/values/text';
import { secondsIn } from './durations.rules.ts';
import {
  annotation,
  type ConditionSpec,
  type IndicatorSpec,
  type Metadata,
  type PolicySpec,
  type SloSpec,
  type TimeWindow,
} from './openslo.ts';
import type { ReadDocument } from './read-openslo.rules.ts';
import { firstOf } from '../first-of.ts';

/** An objective as a file tells it: with codes in place of ids. */
export interface ToldObjective {
  readonly place: number;
  readonly code: string;
  readonly name: LocalText;
  readonly service: string;
  readonly source:
    | { readonly kind: 'probe'; readonly code: string; readonly latencyMs: number | null }
    | { readonly kind: 'indicator'; readonly code: string; readonly limit: { readonly op: 'lte' | 'gte'; readonly value: number } | null };
  readonly calendar: string | null;
  readonly since: string | null;
  readonly target: number;
  readonly method: ObjectiveDefinition['method'];
  readonly window: ObjectiveWindow;
  /** null: nothing is said, the usual pairs hold */
  readonly alerts: ObjectiveDefinition['alerts'] | null;
}

type Problem = Pick<OpenSloProblem, 'field' | 'reason' | 'value'>;

/** Thrown inside one document: nothing more can be said of it. */
class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.reason);
  }
}

const refuse = (field: string, reason: OpenSloProblem['reason'], value: unknown = null): never => {
  throw new Refused({ field, reason, value: value === null || value === undefined ? null : String(value) });
};

interface Told {
  readonly objectives: readonly ToldObjective[];
  readonly problems: readonly OpenSloProblem[];
}

/** The objectives that documents tell of, with their references to one another resolved. `zone` is the organisation's. */
export function objectivesOf(found: readonly ReadDocument[], zone: string): Told {
  const objectives: ToldObjective[] = [];
  const problems: OpenSloProblem[] = [];
  for (const one of found) {
    if (!isSlo(one)) continue;
    try {
      objectives.push(objectiveOf(one, found, zone));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push({ document: one.place, kind: one.kind, name: one.value.metadata.name, ...error.problem });
    }
  }
  return { objectives, problems };
}

const isSlo = (one: ReadDocument): one is ReadDocument<'SLO'> => one.kind === 'SLO';

function objectiveOf({ place, value }: ReadDocument<'SLO'>, found: readonly ReadDocument[], zone: string): ToldObjective {
  const { metadata, spec } = value;
  const english = metadata.displayName ?? metadata.name;
  const note = metadata.annotations ?? {};
  return {
    ...{ place, code: metadata.name, name: { zh: note[annotation.nameZh] ?? english, en: english }, service: spec.service },
    source: sourceOf(spec, found),
    ...{ calendar: note[annotation.calendar] ?? null, since: sinceOf(note) },
    ...{ target: targetOf(spec), method: methodOf(spec, note), window: windowOf(firstOf(spec.timeWindow), zone) },
    alerts: alertsOf(spec, found),
  };
}

function sinceOf(note: Readonly<Record<string, string>>): string | null {
  const since = note[annotation.since];
  if (since === undefined) return null;
  return Number.isNaN(Date.parse(since))
    ? refuse(`metadata.annotations.${annotation.since}`, 'wrong_value', since)
    : new Date(since).toISOString();
}

function targetOf({ objectives }: SloSpec): number {
  const { target, targetPercent } = firstOf(objectives);
  return (
    target ?? (targetPercent === undefined ? refuse('spec.objectives[0].target', 'missing') : Number((targetPercent / 100).toFixed(8)))
  );
}

const usualSlice = 300;

function methodOf({ budgetingMethod, objectives }: SloSpec, note: Readonly<Record<string, string>>): ObjectiveDefinition['method'] {
  const { timeSliceTarget, timeSliceWindow } = firstOf(objectives);
  if (budgetingMethod === 'Occurrences') {
    const slice = note[annotation.slice];
    return { kind: 'occurrences', slice: slice === undefined ? usualSlice : sliceOf(slice, `metadata.annotations.${annotation.slice}`) };
  }
  return {
    kind: 'time-slices',
    slice: sliceOf(timeSliceWindow ?? refuse('spec.objectives[0].timeSliceWindow', 'missing'), 'spec.objectives[0].timeSliceWindow'),
    sliceTarget: timeSliceTarget ?? refuse('spec.objectives[0].timeSliceTarget', 'missing'),
  };
}

function sliceOf(duration: string, field: string): number {
  const length = secondsIn(duration);
  return length === null || length % 60 !== 0 || length < 60 || length > 86_400 ? refuse(field, 'unsupported_value', duration) : length;
}

const calendarUnits: Readonly<Record<string, 'week' | 'month' | 'quarter'>> = { '1w': 'week', '1M': 'month', '1Q': 'quarter' };

function windowOf({ duration, isRolling, calendar }: TimeWindow, zone: string): ObjectiveWindow {
  const at = 'spec.timeWindow[0]';
  if (isRolling) {
    const days = (secondsIn(duration) ?? Number.NaN) / 86_400;
    return Number.isInteger(days) && days >= 1 && days <= 90
      ? { kind: 'rolling', unit: 'day', count: days }
      : refuse(`${at}.duration`, 'unsupported_value', duration);
  }
  const unit = calendarUnits[duration] ?? refuse(`${at}.duration`, 'unsupported_value', duration);
  if (calendar === undefined) return refuse(`${at}.calendar`, 'missing');
  if (calendar.timeZone !== zone) return refuse(`${at}.calendar.timeZone`, 'unsupported_value', calendar.timeZone);
  return beginsWith(unit, calendar.startTime)
    ? { kind: 'calendar', unit }
    : refuse(`${at}.calendar.startTime`, 'unsupported_value', calendar.startTime);
}

/** Weeks begin on Monday, months and quarters on their first day, at midnight. */
function beginsWith(unit: 'week' | 'month' | 'quarter', startTime: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T]00:00:00$/.exec(startTime);
  if (parts === null) return false;
  const [, , month, day] = parts;
  if (unit === 'week') return new Date(`${startTime.slice(0, 10)}T00:00:00Z`).getUTCDay() === 1;
  return day === '01' && (unit === 'month' || ['01', '04', '07', '10'].includes(month ?? ''));
}

function sourceOf(slo: SloSpec, found: readonly ReadDocument[]): ToldObjective['source'] {
  const { indicator, indicatorRef } = slo;
  if (indicator !== undefined) return measuredBy(slo, indicator.spec, 'spec.indicator.spec');
  const name = indicatorRef ?? refuse('spec.indicator', 'missing');
  return measuredBy(slo, referred(found, 'SLI', { name, field: 'spec.indicatorRef' }), 'spec.indicatorRef');
}

function measuredBy({ objectives }: SloSpec, { ratioMetric, thresholdMetric }: IndicatorSpec, at: string): ToldObjective['source'] {
  if (ratioMetric !== undefined) return counted(ratioMetric, at);
  if (thresholdMetric === undefined) return refuse(at, 'missing', 'ratioMetric, thresholdMetric');
  const { op, value } = firstOf(objectives);
  const limit = { op: op ?? refuse('spec.objectives[0].op', 'missing'), value: value ?? refuse('spec.objectives[0].value', 'missing') };
  return limited(thresholdMetric.metricSource.spec, limit, `${at}.thresholdMetric.metricSource.spec`);
}

type Metric = NonNullable<IndicatorSpec['thresholdMetric']>['metricSource']['spec'];
interface Limit {
  readonly op: 'lte' | 'gte';
  readonly value: number;
}

function limited({ probe, measure, indicator }: Metric, limit: Limit, at: string): ToldObjective['source'] {
  if (indicator !== undefined) return { kind: 'indicator', code: indicator, limit };
  if (probe === undefined) return refuse(at, 'missing', 'probe, indicator');
  if (measure !== 'latency') return refuse(`${at}.measure`, 'unsupported_value', measure);
  return limit.op === 'lte'
    ? { kind: 'probe', code: probe, latencyMs: limit.value }
    : refuse('spec.objectives[0].op', 'unsupported_value', limit.op);
}

function counted({ good, total }: NonNullable<IndicatorSpec['ratioMetric']>, at: string): ToldObjective['source'] {
  const [a, b] = [good.metricSource.spec, total.metricSource.spec];
  if (a.probe !== b.probe || a.indicator !== b.indicator)
    return refuse(`${at}.ratioMetric.total.metricSource.spec`, 'unsupported_value', b.probe ?? b.indicator);
  if (a.probe !== undefined) return { kind: 'probe', code: a.probe, latencyMs: null };
  return a.indicator === undefined
    ? refuse(`${at}.ratioMetric.good.metricSource.spec`, 'missing', 'probe, indicator')
    : { kind: 'indicator', code: a.indicator, limit: null };
}

/** The document that another one names. */
function referred<K extends ReadDocument['kind']>(
  found: readonly ReadDocument[],
  kind: K,
  { name, field }: { name: string; field: string },
): ReadDocument<K>['value']['spec'] {
  const other = found.find((one): one is ReadDocument<K> => one.kind === kind && one.value.metadata.name === name);
  return other === undefined ? refuse(field, 'unknown_reference', name) : other.value.spec;
}

function alertsOf({ alertPolicies }: SloSpec, found: readonly ReadDocument[]): ToldObjective['alerts'] {
  const [policy] = alertPolicies ?? [];
  if (policy === undefined) return null;
  const field = 'spec.alertPolicies[0]';
  if (typeof policy === 'object' && 'kind' in policy) return toldBy(policy, found, field);
  const name = typeof policy === 'string' ? policy : policy.alertPolicyRef;
  const other = found.find((one): one is ReadDocument<'AlertPolicy'> => one.kind === 'AlertPolicy' && one.value.metadata.name === name);
  return other === undefined ? refuse(field, 'unknown_reference', name) : toldBy(other.value, found, field);
}

interface Policy {
  readonly metadata: Metadata;
  readonly spec: PolicySpec;
}

function toldBy({ metadata, spec }: Policy, found: readonly ReadDocument[], field: string): NonNullable<ToldObjective['alerts']> {
  const note = metadata.annotations ?? {};
  const atLeast = (key: string, usual: number): number => {
    const value = Number(note[key] ?? usual);
    return Number.isInteger(value) && value >= 1 && value <= 1_000_000
      ? value
      : refuse(`metadata.annotations.${key}`, 'wrong_value', note[key]);
  };
  const pairs = spec.conditions.map((one, index) => {
    const at = `${field}.conditions[${index}]`;
    if ('kind' in one) return pairOf(one, at);
    const other = found.find(
      (two): two is ReadDocument<'AlertCondition'> => two.kind === 'AlertCondition' && two.value.metadata.name === one.conditionRef,
    );
    return pairOf(other?.value ?? refuse(`${at}.conditionRef`, 'unknown_reference', one.conditionRef), at);
  });
  return { pairs, minimumBad: atLeast(annotation.minimumBad, 3), minimumTotal: atLeast(annotation.minimumTotal, 1) };
}

/** A short stretch is not OpenSLO's; a twelfth of the long one is what the Site Reliability Workbook takes. */
function pairOf({ metadata, spec }: { readonly metadata: Metadata; readonly spec: ConditionSpec }, at: string) {
  const { threshold, lookbackWindow, alertAfter } = spec.condition;
  if (alertAfter !== undefined && secondsIn(alertAfter) !== 0) return refuse(`${at}.condition.alertAfter`, 'unsupported_value', alertAfter);
  const long = secondsIn(lookbackWindow) ?? 0;
  if (long < 60 || long > 7_776_000) return refuse(`${at}.condition.lookbackWindow`, 'unsupported_value', lookbackWindow);
  return { rate: threshold, long, short: shortOf(long, metadata, at), severity: spec.severity };
}

function shortOf(long: number, { annotations }: Metadata, at: string): number {
  const told = annotations?.[annotation.shortWindow];
  const short = told === undefined ? Math.max(60, Math.round(long / 12)) : (secondsIn(told) ?? 0);
  return short < 60 || short > long ? refuse(`${at}.metadata.annotations.${annotation.shortWindow}`, 'unsupported_value', told) : short;
}
