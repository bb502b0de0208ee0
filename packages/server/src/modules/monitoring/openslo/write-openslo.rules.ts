import type { ObjectiveDefinition, ObjectiveWindow } from '@zhiheng/contract/monitoring/objective';
import type { LocalText } from '@zhiheng/contract/values/text';
import { stringify } from 'yaml';
import { durationOf } from './durations.rules.ts';
import { annotation } from './openslo.ts';

/** A published objective with the codes of what it names. */
export interface Written {
  readonly code: string;
  readonly name: LocalText;
  readonly definition: ObjectiveDefinition;
  readonly service: { readonly code: string; readonly name: LocalText };
  readonly probe: string | null;
  readonly calendar: string | null;
}

const apiVersion = 'openslo/v1';

/** Objectives as OpenSLO documents: each service once, then every objective with its alert policy. */
export function writeOpenSlo(objectives: readonly Written[], zone: string): string {
  const services = new Map(objectives.map(({ service }) => [service.code, service]));
  const documents = [
    ...[...services.values()].map(({ code, name }) => ({ apiVersion, kind: 'Service', metadata: metadataOf(code, name), spec: {} })),
    ...objectives.flatMap((one) => [sloOf(one, zone), policyOf(one)]),
  ];
  return documents.map((document) => stringify(document, { lineWidth: 0 })).join('---\n');
}

const metadataOf = (code: string, { zh, en }: LocalText, more: Readonly<Record<string, string>> = {}) => ({
  ...{ name: code, displayName: en },
  annotations: { [annotation.nameZh]: zh, ...more },
});

const policyName = (code: string): string => `${code}-burn-rate`;

function sloOf({ code, name, definition, service, probe, calendar }: Written, zone: string) {
  const { source, method, target, window, since } = definition;
  const isOccurrences = method.kind === 'occurrences';
  const notes = {
    [annotation.since]: since,
    ...(calendar === null ? {} : { [annotation.calendar]: calendar }),
    ...(isOccurrences ? { [annotation.slice]: durationOf(method.slice) } : {}),
  };
  const slices = isOccurrences ? {} : { timeSliceTarget: method.sliceTarget, timeSliceWindow: durationOf(method.slice) };
  return {
    ...{ apiVersion, kind: 'SLO', metadata: metadataOf(code, name, notes) },
    spec: {
      service: service.code,
      indicator: { metadata: { name: `${code}-indicator` }, spec: indicatorOf(source, probe) },
      timeWindow: [windowOf(window, zone)],
      budgetingMethod: isOccurrences ? 'Occurrences' : 'Timeslices',
      objectives: [{ ...limitOf(source), target, ...slices }],
      alertPolicies: [policyName(code)],
    },
  };
}

function indicatorOf(source: ObjectiveDefinition['source'], probe: string | null) {
  const metric = (spec: object) => ({ metricSource: { type: 'zhiheng', spec } });
  if (source.kind === 'probe') {
    if (source.latencyMs !== null) return { thresholdMetric: metric({ probe, measure: 'latency' }) };
    const runs = metric({ probe, measure: 'availability' });
    return { ratioMetric: { counter: true, good: runs, total: structuredClone(runs) } };
  }
  if (source.limit !== null) return { thresholdMetric: metric({ indicator: source.code }) };
  return { ratioMetric: { counter: true, good: metric({ indicator: source.code }), total: metric({ indicator: source.code }) } };
}

function limitOf(source: ObjectiveDefinition['source']): { op?: 'lte' | 'gte'; value?: number } {
  if (source.kind === 'indicator') return source.limit ?? {};
  return source.latencyMs === null ? {} : { op: 'lte', value: source.latencyMs };
}

/** Some Monday, and some first of January: windows begin with them. */
const begins = { week: '2024-01-01 00:00:00', month: '2024-01-01 00:00:00', quarter: '2024-01-01 00:00:00' } as const;
const durations = { week: '1w', month: '1M', quarter: '1Q' } as const;

const windowOf = (window: ObjectiveWindow, zone: string) =>
  window.kind === 'rolling'
    ? { duration: `${window.count}d`, isRolling: true }
    : { duration: durations[window.unit], isRolling: false, calendar: { startTime: begins[window.unit], timeZone: zone } };

function policyOf({ code, name, definition: { alerts } }: Written) {
  const notes = { [annotation.minimumBad]: String(alerts.minimumBad), [annotation.minimumTotal]: String(alerts.minimumTotal) };
  return {
    ...{ apiVersion, kind: 'AlertPolicy', metadata: metadataOf(policyName(code), name, notes) },
    spec: {
      ...{ alertWhenNoData: false, alertWhenBreaching: true, alertWhenResolved: true },
      conditions: alerts.pairs.map(({ rate, long, short, severity }) => ({
        kind: 'AlertCondition',
        metadata: { name: `${code}-${durationOf(long)}`, annotations: { [annotation.shortWindow]: durationOf(short) } },
        spec: { severity, condition: { kind: 'burnrate', op: 'gt', threshold: rate, lookbackWindow: durationOf(long), alertAfter: '0m' } },
      })),
      notificationTargets: [],
    },
  };
}
