import { scoreSettings } from '@zhiheng/contract/measurement/indicator';
import { newId } from '../../platform/identifier.ts';
import type { Operation } from '../../platform/operation.ts';
import { storeRows } from '../measurement/index.ts';
import { buildIndicator, buildService, buildUnit } from '../measurement/measurement.factory.ts';

/** [indicator, local date and time in Shanghai, value, site, n] */
export type Sample = readonly [indicator: string, at: string, value: number, site: 'north' | 'south', n?: number];

/** Stores samples as a source would send them; the same call twice adds the rows twice. */
export async function observe(operation: Operation, samples: readonly Sample[]): Promise<void> {
  const rows = samples.map(([indicator, at, value, site, n = 1], index) => {
    const key = `${newId()}-${index}`;
    return { line: null, key, indicator, at: new Date(`${at}+08:00`), value, n, service: 'desk', site, raw: {} };
  });
  const { quarantined } = await storeRows(operation, { source: 'test', rows });
  if (quarantined > 0) throw new Error('a sample of the test was set aside');
}

const score = { measure: 'number', unit: '1', decimals: 2, direction: 'higher', limits: { target: 4.5, warning: 4, critical: 3 } };
const count = { measure: 'count', unit: '1', aggregate: 'sum', limits: null };
const rate = {
  ...{ measure: 'formula', unit: '1', decimals: 1, formula: '10000 * complaints / visits' },
  limits: { target: 10, warning: 20, critical: 50 },
};
const share = { measure: 'share', unit: '%', decimals: 1, direction: 'higher', limits: { target: 95, warning: 90, critical: 80 } };

const named = (code: string) => ({ zh: `${code}中`, en: code });
const leaf = (indicator: string, weight: number) => ({ code: indicator.replaceAll('_', '-'), weight, indicator });

/** Two branches, four leaves: speed (60) of wait (3) and on_time (1), voice (40) of satisfaction (1) and complaint_rate (1). */
export const clinicCard = {
  code: 'quality',
  name: named('quality'),
  description: { zh: '', en: '' },
  settings: { ...scoreSettings.parse({}), minimum_n: 2 },
  headline: ['on_time', 'wait', 'complaint_rate', 'satisfaction'],
  children: [
    { code: 'speed', name: named('speed'), weight: 60, children: [leaf('wait', 3), leaf('on_time', 1)] },
    { code: 'voice', name: named('voice'), weight: 40, children: [leaf('satisfaction', 1), leaf('complaint_rate', 1)] },
  ],
};

/**
 * January to March 2024 of one service at two sites. Limits: wait 30/45/60 min, on time 95/90/80 %, satisfaction 4.5/4/3,
 * complaints per 10,000 visits 10/20/50.
 */
export const clinicSamples: readonly Sample[] = [
  ['satisfaction', '2024-01-10T09:00', 4.5, 'north'],
  ['wait', '2024-02-10T09:00', 30, 'north'],
  ['on_time', '2024-02-10T09:00', 98, 'north', 100],
  // half past midnight in Shanghai, still February in UTC
  ['wait', '2024-03-01T00:30', 20, 'north'],
  ['wait', '2024-03-10T09:00', 40, 'north'],
  ['wait', '2024-03-11T09:00', 50, 'south'],
  ['wait', '2024-03-12T09:00', 60, 'south'],
  ['wait', '2024-03-13T09:00', 70, 'south'],
  ['on_time', '2024-03-10T09:00', 90, 'north', 100],
  ['on_time', '2024-03-10T09:00', 170, 'south', 200],
  ['satisfaction', '2024-03-01T09:00', 5, 'north'],
  ['satisfaction', '2024-03-02T09:00', 4, 'north'],
  ['satisfaction', '2024-03-03T09:00', 3, 'south'],
  ['satisfaction', '2024-03-04T09:00', 4, 'south'],
  ['visits', '2024-03-31T23:59', 4000, 'north'],
  ['visits', '2024-03-31T23:59', 6000, 'south'],
  ['complaints', '2024-03-31T23:59', 5, 'north'],
  ['complaints', '2024-03-31T23:59', 10, 'south'],
];

/** Indicators, sites and service of a small clinic, without data and scorecard. */
export async function buildClinic(
  operation: Operation,
): Promise<{ readonly north: string; readonly south: string; readonly desk: string }> {
  await buildIndicator(operation);
  await buildIndicator(operation, { ...share, code: 'on_time' });
  await buildIndicator(operation, { ...score, code: 'satisfaction' });
  await buildIndicator(operation, { ...count, code: 'visits', direction: 'higher' });
  await buildIndicator(operation, { ...count, code: 'complaints' });
  await buildIndicator(operation, { ...rate, code: 'complaint_rate' });
  const [north, south] = [await buildUnit(operation, 'site', 'north'), await buildUnit(operation, 'site', 'south')];
  return { north, south, desk: await buildService(operation, 'desk') };
}
