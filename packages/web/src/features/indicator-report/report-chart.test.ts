import { beforeEach, describe, expect, it } from 'vitest';
import type { Format } from '../../lib/format/use-format.ts';
import type { IndicatorReport } from './indicator-report.query.ts';
import { reportChart } from './report-chart.ts';
import { overwriteGetLocale } from '../../paraglide/runtime.js';

beforeEach(() => overwriteGetLocale(() => 'zh'));

// Only what the chart reads.
const format = { locale: 'zh', text: (name: { zh: string }) => name.zh, number: String } as unknown as Format;

function report(direction: 'higher' | 'nominal', n: number): IndicatorReport {
  const figure = { name: { zh: '室温', en: 'Room' }, unit: '°C', measure: 'number', decimals: 1, direction };
  const point = { bucket: '2026-11', value: 22, n, interval: null, p50: null, p95: null, target: 23 };
  return { figure, trend: [point], limits: { target: 23, warning: 2, critical: 4 } } as unknown as IndicatorReport;
}

const valuesOf = (input: IndicatorReport) => reportChart(input, format).lines.map(({ values }) => values[0]);

describe('reportChart', () => {
  it('draws the limits as they are', () => expect(valuesOf(report('higher', 50))).toEqual([23, 2, 4]));
  it('draws the limits of a nominal indicator to both sides of its target', () =>
    expect(valuesOf(report('nominal', 50))).toEqual([23, 25, 21, 27, 19]));
  it('marks points that rest on few answers', () => {
    expect(reportChart(report('higher', 29), format).points[0]?.sufficient).toBe(false);
    expect(reportChart(report('higher', 30), format).points[0]?.sufficient).toBe(true);
  });
});
