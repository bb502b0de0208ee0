import { instantInZone } from '../../lib/wall-time.ts';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import type { LocalText } from '@zhiheng/contract/values/text';

/** An objective as its form holds it. */
export interface ObjectiveValues {
  readonly name: LocalText;
  readonly code: string;
  readonly serviceId: string;
  readonly source: 'probe' | 'indicator';
  readonly probeId?: string;
  readonly latencyMs?: number | null;
  readonly indicator?: string;
  readonly op: 'lte' | 'gte';
  readonly limit?: number | null;
  readonly targetPercent: number;
  readonly window: string;
  readonly method: 'occurrences' | 'time-slices';
  readonly slice: number;
  readonly slicePercent: number;
  readonly calendarId?: string | null;
  readonly since: string;
  readonly minimumBad: number;
}

const days = [1, 7, 28, 30, 90] as const;
/** Keys of the choice of windows. */
export const windowKeys = ['week', 'month', 'quarter', ...days.map((count) => `${count}d`)] as const;

export function windowOf(key: string): ObjectiveDefinition['window'] {
  if (key === 'week' || key === 'month' || key === 'quarter') return { kind: 'calendar', unit: key };
  return { kind: 'rolling', unit: 'day', count: Number.parseInt(key, 10) };
}

const keyOf = (window: ObjectiveDefinition['window']): string => (window.kind === 'calendar' ? window.unit : `${window.count}d`);

/** Percent without the dust of binary fractions. */
const percentOf = (share: number): number => Number((100 * share).toFixed(6));
const shareOf = (percent: number): number => Number((percent / 100).toFixed(8));

const blank = {
  op: 'lte',
  targetPercent: 99.9,
  window: '30d',
  method: 'occurrences',
  slice: 300,
  slicePercent: 95,
  minimumBad: 3,
  source: 'probe',
} as const;

export function valuesOf(objective: Objective | undefined, local: (instant: string) => string): Partial<ObjectiveValues> {
  const definition = objective?.draft ?? objective?.definition ?? null;
  if (objective === undefined || definition === null) return { ...blank, since: local(new Date().toISOString()).slice(0, 10) };
  const { source, method, alerts } = definition;
  const from =
    source.kind === 'probe' ? { probeId: source.probeId, latencyMs: source.latencyMs } : { indicator: source.code, ...limitOf(source) };
  return {
    ...{ ...blank, name: objective.name, code: objective.code, serviceId: definition.serviceId, source: source.kind, ...from },
    ...{ targetPercent: percentOf(definition.target), window: keyOf(definition.window), method: method.kind, slice: method.slice },
    ...(method.kind === 'time-slices' ? { slicePercent: percentOf(method.sliceTarget) } : {}),
    ...{ calendarId: definition.calendarId, since: local(definition.since).slice(0, 10), minimumBad: alerts.minimumBad },
  };
}

const limitOf = ({ limit }: Extract<ObjectiveDefinition['source'], { kind: 'indicator' }>) =>
  limit === null ? {} : { op: limit.op, limit: limit.value };

/** The draft that a form says. Pairs of burn rates that somebody imported are kept while the window stays. */
export function draftOf(values: ObjectiveValues, zone: string, before: ObjectiveDefinition | null) {
  const { serviceId, targetPercent, method, slice, slicePercent, minimumBad } = values;
  const window = windowOf(values.window);
  const pairs = before !== null && keyOf(before.window) === values.window ? { pairs: before.alerts.pairs } : {};
  return {
    ...{ serviceId, source: sourceOf(values), target: shareOf(targetPercent), window, calendarId: values.calendarId ?? null },
    method:
      method === 'occurrences'
        ? ({ kind: method, slice } as const)
        : ({ kind: method, slice, sliceTarget: shareOf(slicePercent) } as const),
    since: sinceOf(values.since, zone, before),
    alerts: { ...pairs, minimumBad, minimumTotal: before?.alerts.minimumTotal ?? 1 },
  };
}

/** A day that was not touched keeps its instant. */
function sinceOf(day: string, zone: string, before: ObjectiveDefinition | null): string {
  const midnight = instantInZone(`${day}T00:00`, zone);
  if (before === null) return midnight;
  const same = Date.parse(before.since) >= Date.parse(midnight) && Date.parse(before.since) < Date.parse(midnight) + 86_400_000;
  return same ? before.since : midnight;
}

function sourceOf({
  source,
  probeId = '',
  latencyMs = null,
  indicator = '',
  op,
  limit = null,
}: ObjectiveValues): ObjectiveDefinition['source'] {
  if (source === 'probe') return { kind: 'probe', probeId, latencyMs };
  return { kind: 'indicator', code: indicator, limit: limit === null ? null : { op, value: limit } };
}
