import * as signals from '@zhiheng/contract/diagnosis/signals';
import type { SampleCall } from './sample-calls.ts';

export const diagnosisFiles = { signals };

const id = '0197d000-0000-7000-8000-000000000000';
const params = { id };
const readers = 'AQUTE';
const definers = 'AQ';
const code = 'no_such_indicator';
const slice = { serviceId: id, teamId: null, siteId: null, segmentId: null };
const watch = { kind: 'control-chart', indicator: code, slice, bucket: 'week', ruleSet: 'nelson', rules: ['one-side'], baseline: 20 };
const where = { serviceId: id, teamId: id, siteId: id, segmentId: id };

/** Calls about signals. */
export const diagnosisCalls: readonly SampleCall[] = [
  { endpoint: signals.listSignalRules, may: readers },
  { endpoint: signals.createSignalRule, may: definers, body: { watch, enabled: true } },
  { endpoint: signals.updateSignalRule, may: definers, params, body: { version: 1, watch, enabled: false } },
  { endpoint: signals.deleteSignalRule, may: definers, params },
  { endpoint: signals.watchHeadline, may: definers },
  { endpoint: signals.listSignals, may: readers, query: { kind: 'hot-spot', state: 'active', indicator: code, limit: '2' } },
  { endpoint: signals.getSignal, may: readers, params },
  { endpoint: signals.acknowledgeSignal, may: 'AQT', params, body: { note: 'x' } },
  {
    endpoint: signals.readControlChart,
    may: readers,
    params: { code },
    query: { ...where, bucket: 'week', points: '52', ruleSet: 'nelson', baseline: '20' },
  },
  { endpoint: signals.readForecast, may: readers, params: { code }, query: { ...where, bucket: 'day', horizon: '14' } },
  { endpoint: signals.readHotSpots, may: readers, query: { of: 'cases', by: 'service', weeks: '26' } },
];
