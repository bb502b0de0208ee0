import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { previewFile, type ImportMapping } from '@zhiheng/contract/measurement/imports';
import { quantiles } from '@zhiheng/stats/histogram';
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

  /** Percentiles of a duration in hours. */
  async function percentiles(code: string, at: readonly number[]): Promise<number[]> {
    return org.inside(async (operation) => {
      const indicator = (await loadIndicators(operation)).find((candidate) => candidate.code === code)!;
      const ask = { ...always, indicatorIds: [indicator.id], grain: 'month' as const, perBucket: false, histogramOf: [indicator.id] };
      const [sum] = await readSums(operation, ask);
      return quantiles(sum!.histogram!, at).map((seconds) => (seconds ?? NaN) / 3600);
    });
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
    const hours = await percentiles('incident_resolution_time', [0.5, 0.95]);
    expect(Math.abs((hours[0] ?? 0) / 22.35 - 1)).toBeLessThan(0.01);
    expect(Math.abs((hours[1] ?? 0) / 716.4 - 1)).toBeLessThan(0.01);
    const spring = { from: new Date('2016-03-01T00:00:00Z'), to: new Date('2016-06-01T00:00:00Z'), perBucket: true };
    const months = (await sums('sla_attainment', spring)).sort((a, b) => Number(a.bucket) - Number(b.bucket));
    expect(months.map((month) => [month.n, ((100 * month.total) / month.n).toFixed(2)])).toEqual([
      [4478, '40.13'],
      [3942, '76.76'],
      [3788, '77.64'],
    ]);
  }

  it('imports requests to a city, with the time they took', async () => {
    const bytes = read('nyc311_2024_open');
    const mapping: ImportMapping = {
      rows: 'records',
      time: { column: 'created_date', grain: 'instant', dayOrder: 'month-first' },
      timeZone: 'America/New_York',
      key: ['unique_key'],
      subject: {
        team: { kind: 'column', column: 'agency_name', createMissing: true },
        site: { kind: 'column', column: 'borough', createMissing: true },
      },
      measures: [
        { kind: 'duration', indicator: 'request_time', from: 'created_date', to: 'closed_date' },
        { kind: 'yes-no', indicator: 'closed_share', column: 'status', yes: ['Closed'] },
        { kind: 'rows', indicator: 'requests' },
      ],
    };
    const job = await importStored(org, await upload(org, bytes), { mapping });
    const lines = linesOf(bytes);
    const took = lines
      .filter((line) => line['closed_date'] !== '')
      .map((line) => Date.parse(`${line['closed_date']}Z`) - Date.parse(`${line['created_date']}Z`));
    const forward = took.filter((milliseconds) => milliseconds >= 0);
    expect(job).toMatchObject({
      state: 'done',
      counts: { rows: lines.length, stored: 2 * lines.length + forward.length, quarantined: took.length - forward.length },
    });
    expect(await total('requests')).toEqual({ n: lines.length, total: lines.length });
    expect(await total('closed_share')).toEqual({ n: lines.length, total: lines.filter((line) => line['status'] === 'Closed').length });
    expect(await total('request_time')).toEqual({
      n: forward.length,
      total: forward.reduce((sum, milliseconds) => sum + Math.round(milliseconds / 1000), 0),
    });
    const units = await server.owner.selectFrom('team').select('id').where('org_id', '=', org.orgId).execute();
    expect(units).toHaveLength(new Set(lines.map((line) => line['agency_name'])).size);
  }, 60_000);

  it('imports inspections that only know their year', async () => {
    const bytes = read('restaurant_inspections_anchorage');
    const mapping: ImportMapping = {
      rows: 'records',
      time: { column: 'Year', grain: 'year', dayOrder: 'day-first' },
      timeZone: 'UTC',
      key: [],
      subject: {},
      measures: [
        { kind: 'number', indicator: 'inspection_score', column: 'inspection_score' },
        { kind: 'yes-no', indicator: 'weekend_share', column: 'Weekend' },
      ],
    };
    const job = await importStored(org, await upload(org, bytes), { mapping });
    const lines = linesOf(bytes);
    expect(job).toMatchObject({ state: 'done', counts: { rows: lines.length, stored: 2 * lines.length, quarantined: 0 } });
    const sum = lines.reduce((scores, line) => scores + Number(line['inspection_score']), 0);
    expect(await total('inspection_score')).toEqual({ n: lines.length, total: sum * 10_000 });
    expect((await total('weekend_share')).total).toBe(lines.filter((line) => line['Weekend'] === 'True').length);
    const years = await sums('inspection_score', { perBucket: true });
    const of2016 = years.find(({ bucket }) => bucket.toISOString() === '2016-01-01T00:00:00.000Z');
    expect(of2016?.n).toBe(lines.filter((line) => line['Year'] === '2016').length);
  }, 60_000);

  it('imports the signal along a road', async () => {
    const bytes = read('drive_lte_cork_2022');
    const mapping: ImportMapping = {
      rows: 'records',
      time: { column: 'Time', grain: 'instant', dayOrder: 'day-first' },
      timeZone: 'Europe/Dublin',
      key: [],
      subject: {},
      measures: [
        { kind: 'number', indicator: 'signal_rsrp', column: 'rsrpVal_signal_info(dBm)', unit: 'dBm' },
        { kind: 'number', indicator: 'upload_rate', column: 'RATE(MBit/s)' },
      ],
    };
    const file = await upload(org, bytes);
    const { guess } = await org.call(previewFile, { params: { id: file }, body: {} });
    expect(guess).toMatchObject({
      rows: 'records',
      time: { column: 'Time' },
      measures: [{ kind: 'number', indicator: 'signal_rsrp', column: 'rsrpVal_signal_info(dBm)' }],
    });
    const job = await importStored(org, file, { mapping });
    const lines = linesOf(bytes);
    expect(job).toMatchObject({ state: 'done', counts: { rows: lines.length, stored: 2 * lines.length, quarantined: 0 } });
    const rsrp = await total('signal_rsrp');
    expect(rsrp).toEqual({ n: lines.length, total: lines.reduce((sum, line) => sum + 10 * Number(line['rsrpVal_signal_info(dBm)']), 0) });
    // The file names UTC itself: the zone of the mapping does not move it.
    const hours = await sums('signal_rsrp', { grain: 'hour', perBucket: true });
    expect(Math.min(...hours.map(({ bucket }) => bucket.getTime()))).toBe(Date.parse('2022-08-20T13:00:00Z'));
  }, 60_000);

  it('imports calls counted every five minutes', async () => {
    const bytes = read('bank_call_volume_5min_open');
    const file = await upload(org, bytes);
    const { guess } = await org.call(previewFile, { params: { id: file }, body: {} });
    expect(guess).toEqual({
      rows: 'records',
      time: { column: 'DateTime', grain: 'instant', dayOrder: 'day-first' },
      timeZone: 'UTC',
      key: [],
      subject: {},
      measures: [{ kind: 'number', indicator: 'call_volume', column: 'Calls' }],
    });
    const job = await importStored(org, file, { mapping: guess! });
    const lines = linesOf(bytes);
    expect(job).toMatchObject({ state: 'done', counts: { rows: lines.length, stored: lines.length, quarantined: 0 } });
    expect(await total('call_volume')).toEqual({ n: lines.length, total: lines.reduce((sum, line) => sum + Number(line['Calls']), 0) });
  }, 60_000);

  it('imports appointments, those that were missed and how long people waited', async () => {
    const bytes = read('noshow_brazil_open');
    const mapping: ImportMapping = {
      rows: 'records',
      time: { column: 'AppointmentDay', grain: 'day', dayOrder: 'day-first' },
      timeZone: 'America/Sao_Paulo',
      key: ['AppointmentID'],
      subject: { site: { kind: 'column', column: 'Neighbourhood', createMissing: true } },
      measures: [
        { kind: 'yes-no', indicator: 'no_show_rate', column: 'No_show' },
        { kind: 'duration', indicator: 'lead_time', from: 'ScheduledDay', to: 'AppointmentDay' },
        { kind: 'rows', indicator: 'visits' },
      ],
    };
    const job = await importStored(org, await upload(org, bytes), { mapping });
    const lines = linesOf(bytes);
    // Booked on the day itself, after midnight: the appointment has a day only, so the wait would be negative.
    const sameDay = lines.filter((line) => line['ScheduledDay']! > line['AppointmentDay']!).length;
    expect(job).toMatchObject({ state: 'done', counts: { rows: lines.length, stored: 3 * lines.length - sameDay, quarantined: sameDay } });
    expect(job.problems).toMatchObject([{ reason: 'negative_duration', rows: sameDay }]);
    expect(await total('no_show_rate')).toEqual({ n: lines.length, total: lines.filter((line) => line['No_show'] === 'Yes').length });
    const days = await sums('visits', { grain: 'day', perBucket: true });
    const first = days.find(({ bucket }) => bucket.toISOString() === '2016-04-29T00:00:00.000Z');
    expect(first?.n).toBe(lines.filter((line) => line['AppointmentDay'] === '2016-04-29').length);
  }, 60_000);
});
