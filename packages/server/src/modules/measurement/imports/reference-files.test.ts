import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { previewFile, type ImportMapping } from '@zhiheng/contract/measurement/imports';
import { newOrganisation, type TestOrganisation } from '../../../testing/sign-in.ts';
import { useTestServer } from '../../../testing/test-server.ts';
import { loadIndicators } from '../load-indicators.ts';
import { buildIndicator } from '../measurement.factory.ts';
import { readSums, type RollupSum, type SumsQuery } from '../read-sums.ts';
import { fromStored } from '../values.rules.ts';
import { importStored, upload } from './imports.factory.ts';

/** Real files, kept beside the repository because they are not ours to pass on. */
const folder = join(import.meta.dirname, '../../../../../../../shared/reference/datasets');
const present = existsSync(folder);
if (!present && process.env.CI !== undefined) throw new Error(`the reference files are missing: ${folder}`);
if (!present) process.stdout.write('Left out: imports of the reference files, which are not beside the repository.\n');

const read = (name: string): Buffer => readFileSync(join(folder, `${name}.csv`));
type Line = Readonly<Record<string, string>>;
/** The file read by itself, for figures to compare with. */
const linesOf = (bytes: Buffer): Line[] => Papa.parse<Line>(bytes.toString('utf8'), { header: true, skipEmptyLines: true }).data;

const share = { measure: 'share', unit: '%', decimals: 2, direction: 'higher', limits: null };
const count = { measure: 'count', unit: '1', decimals: 0, direction: 'lower', aggregate: 'sum', limits: null };
const number = { measure: 'number', unit: '1', decimals: 4, limits: null };

describe.skipIf(!present)('real files, by mappings alone', () => {
  const server = useTestServer();
  let org: TestOrganisation;
  beforeAll(async () => {
    org = await newOrganisation(server, { timeZone: 'UTC' });
    await org.inside(async (operation) => {
      await buildIndicator(operation, { code: 'incident_resolution_time', measure: 'duration', unit: 'h', decimals: 1, limits: null });
      for (const code of ['sla_attainment', 'reopen_rate', 'no_show_rate', 'closed_share', 'weekend_share'])
        await buildIndicator(operation, { ...share, code });
      for (const code of ['incident_count', 'requests', 'visits', 'call_volume']) await buildIndicator(operation, { ...count, code });
      for (const code of ['reassignment_count', 'inspection_score']) await buildIndicator(operation, { ...number, code });
      await buildIndicator(operation, { ...number, code: 'signal_rsrp', unit: 'dBm', decimals: 1 });
      await buildIndicator(operation, { ...number, code: 'upload_rate', unit: 'Mbit/s', decimals: 6 });
      await buildIndicator(operation, { code: 'request_time', measure: 'duration', unit: 'h', decimals: 1, limits: null });
      await buildIndicator(operation, { code: 'lead_time', measure: 'duration', unit: 'd', decimals: 1, limits: null });
    });
  });

  type Span = Pick<SumsQuery, 'from' | 'to'>;
  const always: Span = { from: new Date('1970-01-01T00:00:00Z'), to: new Date('2100-01-01T00:00:00Z') };
  async function sums(code: string, query: Partial<SumsQuery> = {}): Promise<RollupSum[]> {
    return org.inside(async (operation) => {
      const indicator = (await loadIndicators(operation)).find((candidate) => candidate.code === code)!;
      return readSums(operation, { ...always, indicatorIds: [indicator.id], grain: 'month', perBucket: false, ...query });
    });
  }
  async function total(code: string): Promise<{ n: number; total: number }> {
    const [sum] = await sums(code);
    return { n: sum?.n ?? 0, total: sum?.total ?? 0 };
  }

  const serviceNow: ImportMapping = {
    rows: 'events',
    time: { column: 'opened_at', grain: 'instant', dayOrder: 'day-first' },
    timeZone: 'UTC',
    key: ['number'],
    subject: {},
    measures: [
      { kind: 'duration', indicator: 'incident_resolution_time', from: 'opened_at', to: 'resolved_at' },
      { kind: 'yes-no', indicator: 'sla_attainment', column: 'made_sla' },
      { kind: 'above', indicator: 'reopen_rate', column: 'reopen_count', limit: 0 },
      { kind: 'number', indicator: 'reassignment_count', column: 'reassignment_count' },
      { kind: 'rows', indicator: 'incident_count' },
    ],
  };

  it('imports 70,986 events of a service desk as 12,438 incidents', async () => {
    const file = await upload(org, read('itsm_incident_events_open'));
    const { guess } = await org.call(previewFile, { params: { id: file }, body: {} });
    const sorted = (mapping: ImportMapping | null) => ({
      ...mapping,
      measures: [...(mapping?.rows === 'events' ? mapping.measures : [])].sort((a, b) => a.indicator.localeCompare(b.indicator)),
    });
    expect(sorted(guess)).toEqual(sorted(serviceNow));

    const job = await importStored(org, file, { mapping: serviceNow });
    expect(job).toMatchObject({ state: 'done', progress: 1, problems: [], failure: null });
    expect(job.counts).toEqual({
      rows: 70_986,
      records: 12_438,
      stored: 12_438 * 4 + 11_664,
      corrected: 0,
      unchanged: 0,
      quarantined: 0,
      blank: 774,
    });
    await expectServiceNow();

    const again = await importStored(org, file, { mapping: serviceNow });
    expect(again.counts).toMatchObject({ stored: 0, corrected: 0, unchanged: 12_438 * 4 + 11_664 });
    await expectServiceNow();
  }, 120_000);

  async function expectServiceNow(): Promise<void> {
    const resolution = await total('incident_resolution_time');
    expect(resolution.n).toBe(11_664);
    expect(resolution.total / resolution.n / 3600).toBeCloseTo(178.408, 3);
    expect(await total('sla_attainment')).toEqual({ n: 12_438, total: 7906 });
    expect(await total('reopen_rate')).toEqual({ n: 12_438, total: 156 });
    expect(await total('incident_count')).toEqual({ n: 12_438, total: 12_438 });
    const moves = await total('reassignment_count');
    expect(fromStored({ measure: 'number', unit: '1', decimals: 4 }, moves.total) / moves.n).toBeCloseTo(0.9612, 4);
    const spring = { from: new Date('2016-03-01T00:00:00Z'), to: new Date('2016-06-01T00:00:00Z'), perBucket: true };
    const months = (await sums('sla_attainment', spring)).sort((a, b) => Number(a.bucket) - Number(b.bucket));
    expect(months.map((month) => [month.n, ((100 * month.total) / month.n).toFixed(2)])).toEqual([
      [4478, '40.13'],
      [3942, '76.76'],
      [3788, '77.64'],
    ]);
  }
});
