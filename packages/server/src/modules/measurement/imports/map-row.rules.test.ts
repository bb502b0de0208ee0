import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMapping, type recordMeasure } from '@zhiheng/contract/measurement/imports';
import type { z } from 'zod';
import type { IndicatorRecord } from '../load-indicators.ts';
import { importBatches, type ImportBatch } from './import-batches.ts';
import { compileMapping, type MappedRow } from './map-row.rules.ts';
import { openTable } from '../../../platform/table-files/open-table.ts';
import { recordKeyOf } from './record-key.rules.ts';

type Records = Extract<z.input<typeof importMapping>, { rows: 'records' }>;

const indicator = (code: string, measure: IndicatorRecord['measure'], unit = '1'): IndicatorRecord => ({
  ...{
    id: code,
    code,
    name: { zh: `${code}中`, en: code.toUpperCase() },
    measure,
    unit,
    decimals: 2,
    direction: 'lower',
    aggregate: 'mean',
    period: 'month',
  },
  ...{ formula: null, plausibleMin: null, plausibleMax: null, countedFrom: null, limits: [] },
});
const indicators = [
  indicator('wait', 'duration', 'min'),
  indicator('score', 'number', '%'),
  indicator('kept', 'share', '%'),
  indicator('cases', 'count'),
];
const fileHash = '0123456789abcdef'.repeat(4);

function mapText(text: string, mapping: z.input<typeof importMapping>, organisationZone = 'UTC'): MappedRow[] {
  const table = openTable(Buffer.from(text));
  const compiled = compileMapping({
    mapping: importMapping.parse(mapping),
    columns: table.columns,
    decimalComma: table.decimalComma,
    organisationZone,
    fileHash,
    indicators,
  });
  return [...table.blocks()].flatMap(({ rows }) => rows.map(compiled.map));
}

/** What a row became, in short: values by indicator, reasons of what was set aside. */
const brief = ({ rows, rejected, blank }: MappedRow) => ({
  values: rows.map(({ indicator: code, value, n, unit }) => [code, value, n, ...(unit === undefined ? [] : [unit])]),
  reasons: rejected.map(({ indicator: code, reason }) => [code, reason]),
  blank,
});

const time = { column: 'at' };

describe('rows that are one observation', () => {
  const listed = { rows: 'observations', time, indicator: { kind: 'column', column: 'what' }, value: 'value' } as const;

  it('name their indicator by code or by name', () => {
    const rows = mapText('at,what,value\n2026-03-01,score,1\n2026-03-01,SCORE,2\n2026-03-01,score中,3\n2026-03-01,else,4\n', listed);
    expect(rows.flatMap(({ rows: found }) => found.map(({ indicator: code, value }) => [code, value]))).toEqual([
      ['score', 1],
      ['score', 2],
      ['score', 3],
      ['else', 4],
    ]);
  });

  it('are identified by file and line, for equal lines are all data', () => {
    const [first, second] = mapText('at,what,value\n2026-03-01,score,1\n2026-03-01,score,1\n', listed);
    expect([first?.rows[0]?.key, second?.rows[0]?.key]).toEqual(['0123456789abcdef:2', '0123456789abcdef:3']);
    expect(first?.rows[0]?.line).toBe(2);
  });

  it('carry cases and unit', () => {
    const rows = mapText(
      'at,what,value,n,unit\n2026-03-01,score,1.5,20,\n2026-03-01,wait,90,1,秒\n2026-03-01,score,98.5%,,\n2026-03-01,score,3,0,\n2026-03-01,score,3,x,\n',
      {
        ...listed,
        n: 'n',
        unit: 'unit',
      },
    );
    expect(rows.map(brief)).toEqual([
      { values: [['score', 1.5, 20]], reasons: [], blank: 0 },
      { values: [['wait', 90, 1, 's']], reasons: [], blank: 0 },
      { values: [['score', 98.5, 1, '%']], reasons: [], blank: 0 },
      { values: [], reasons: [], blank: 1 },
      { values: [], reasons: [['score', 'not_a_number']], blank: 0 },
    ]);
  });

  it('give a share as so many, or so much percent, of so many', () => {
    const rows = mapText(
      'at,what,value,n\n2026-03-01,kept,97,100\n2026-03-01,kept,97.5%,200\n2026-03-01,kept,101,100\n2026-03-01,kept,5,\n2026-03-01,kept,,9\n',
      { ...listed, n: 'n' },
    );
    expect(rows.map(brief)).toEqual([
      { values: [['kept', 97, 100]], reasons: [], blank: 0 },
      { values: [['kept', 195, 200]], reasons: [], blank: 0 },
      { values: [], reasons: [['kept', 'share_above_one']], blank: 0 },
      { values: [], reasons: [['kept', 'missing_value']], blank: 0 },
      { values: [], reasons: [], blank: 1 },
    ]);
  });

  it('do not take a percentage of nobody knows how many', () => {
    const rows = mapText('at,what,value\n2026-03-01,kept,97.5%\n2026-03-01,kept,0.97\n2026-03-01,kept,1\n', listed);
    expect(rows.map(brief)).toEqual([
      { values: [], reasons: [['kept', 'wrong_unit']], blank: 0 },
      { values: [], reasons: [['kept', 'wrong_unit']], blank: 0 },
      { values: [['kept', 1, 1]], reasons: [], blank: 0 },
    ]);
  });
});

describe('rows that are records', () => {
  const records = (measures: z.input<typeof recordMeasure>[], more: Partial<Records> = {}): Records => ({
    ...{ rows: 'records', time, key: ['id'], measures },
    ...more,
  });

  it('have several measures, and an empty cell is none', () => {
    const mapping = records([
      { kind: 'number', indicator: 'score', column: 'score' },
      { kind: 'yes-no', indicator: 'kept', column: 'ok' },
      { kind: 'above', indicator: 'kept', column: 'again', limit: 0 },
      { kind: 'share', indicator: 'kept', column: 'part', of: 'whole' },
      { kind: 'duration', indicator: 'wait', from: 'at', to: 'end' },
      { kind: 'rows', indicator: 'cases' },
    ]);
    const text =
      'id,at,score,ok,again,part,whole,end\nA,2026-03-01 10:00,4.5,是,2,3,4,2026-03-01 11:30\nB,2026-03-01 10:00,,,,,,\nC,2026-03-01 10:00,x,vielleicht,?,9,4,2026-02-30\n';
    expect(mapText(text, mapping).map(brief)).toEqual([
      {
        values: [
          ['score', 4.5, 1],
          ['kept', 1, 1],
          ['kept', 1, 1],
          ['kept', 3, 4],
          ['wait', 5400, 1, 's'],
          ['cases', 1, 1],
        ],
        reasons: [],
        blank: 0,
      },
      { values: [['cases', 1, 1]], reasons: [], blank: 5 },
      {
        values: [['cases', 1, 1]],
        reasons: [
          ['score', 'not_a_number'],
          ['kept', 'not_yes_no'],
          ['kept', 'not_a_number'],
          ['kept', 'share_above_one'],
          ['wait', 'impossible_time'],
        ],
        blank: 0,
      },
    ]);
  });

  it('keep a duration that runs backwards, for the quarantine to explain', () => {
    const mapping = records([{ kind: 'duration', indicator: 'wait', from: 'at', to: 'end' }]);
    expect(mapText('id,at,end\nA,2026-03-01 10:00,2026-03-01 09:00\n', mapping).map(brief)).toEqual([
      { values: [['wait', -3600, 1, 's']], reasons: [], blank: 0 },
    ]);
  });

  it('are set aside whole without key or time, or when their cells do not fit the names', () => {
    const mapping = records([{ kind: 'number', indicator: 'score', column: 'score' }]);
    const text =
      'id,at,score,note\n,2026-03-01,1,\nB,,1,\nC,2026-02-30,1,\nD,2026-03-01\nE,2026-03-01,1\nF,2026-03-01,1,a,b\nG,2026-03-01,1,a,\nH,2026-03-01,"1\n';
    expect(
      mapText(text, mapping)
        .map(brief)
        .map(({ values, reasons }) => (values.length > 0 ? 'stored' : reasons[0]?.[1])),
    ).toEqual(['missing_key', 'missing_time', 'impossible_time', 'malformed_row', 'stored', 'malformed_row', 'stored', 'malformed_row']);
    expect(mapText(text, mapping)[2]?.rejected[0]).toMatchObject({
      line: 4,
      params: { column: 'at', value: '2026-02-30' },
      raw: { id: 'C', at: '2026-02-30', score: '1' },
    });
  });

  it('belong to fixed units or to those that their cells name', () => {
    const subject = {
      service: { kind: 'fixed', code: 'desk' },
      team: { kind: 'column', column: 'team' },
      site: { kind: 'column', column: 'site' },
    } as const;
    const mapping = records([{ kind: 'rows', indicator: 'cases' }], { subject });
    const [row] = mapText('id,at,team,site\nA,2026-03-01, Night shift ,\n', mapping);
    expect(row?.rows[0]).toMatchObject({ service: 'desk', team: 'Night shift', site: undefined, segment: undefined });
  });

  it('are read in the zone of the file, periods in that of the organisation', () => {
    const at = (timeZone: string, grain: 'instant' | 'day', cell: string) => {
      const mapping = records([{ kind: 'rows', indicator: 'cases' }], { timeZone, time: { column: 'at', grain } });
      return mapText(`id,at\nA,${cell}\n`, mapping, 'Asia/Tokyo')[0]?.rows[0]?.at.toISOString();
    };
    expect(at('Asia/Shanghai', 'instant', '2026-03-01 08:00')).toBe('2026-03-01T00:00:00.000Z');
    expect(at('Asia/Shanghai', 'day', '2026-03-01 08:00')).toBe('2026-02-28T15:00:00.000Z');
  });
});

describe('rows of a log', () => {
  const mapping = importMapping.parse({
    rows: 'events',
    time,
    key: ['id'],
    measures: [{ kind: 'number', indicator: 'score', column: 'score' }],
  });
  const batchesOf = async (text: string, recordsDone = 0): Promise<ImportBatch[]> => {
    const table = openTable(Buffer.from(text));
    const compiled = compileMapping({
      mapping,
      columns: table.columns,
      decimalComma: false,
      organisationZone: 'UTC',
      fileHash,
      indicators,
    });
    const batches: ImportBatch[] = [];
    for await (const batch of importBatches({ table, mapping: compiled, lastRowCounts: true, recordsDone })) batches.push(batch);
    return batches;
  };

  it('count by their last one for each key', async () => {
    const [batch] = await batchesOf(
      'id,at,score\nA,2026-03-01,1\nB,2026-03-01,2\nA,2026-03-02,3\n,2026-03-01,4\nB,bad row\nA,2026-03-03,5\n',
    );
    expect(batch?.incoming.map(({ key, value, line }) => [key, value, line])).toEqual([
      ['A', 5, 7],
      ['B', 2, 3],
    ]);
    expect(batch?.rejected.map(({ reason, line }) => [reason, line])).toEqual([
      ['missing_key', 5],
      ['malformed_row', 6],
    ]);
    expect(batch).toMatchObject({ rows: 6, records: 4, recordsDone: 4, progress: 1 });
  });

  it('go on where an import was stopped', async () => {
    const lines = Array.from({ length: 12_000 }, (_, index) => `${index % 11_000},2026-03-01,${index}`);
    const text = `id,at,score\n${lines.join('\n')}\n`;
    const said = (batches: ImportBatch[]) => batches.flatMap(({ incoming }) => incoming.map(({ key, value }) => `${key}=${value}`));
    const all = said(await batchesOf(text));
    expect(all).toHaveLength(11_000);
    for (const done of [5000, 10_000, 11_000]) {
      expect(said(await batchesOf(text, done))).toEqual(all.slice(done));
    }
  });
});

describe('record keys', () => {
  it('differ when their cells differ', () => {
    const cell = fc.stringMatching(/^[ab|\\]{0,3}$/);
    const cells = fc.tuple(cell, cell);
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        fc.pre(a.join() !== '' && b.join() !== '');
        expect(recordKeyOf(a) === recordKeyOf(b)).toBe(a[0] === b[0] && a[1] === b[1]);
      }),
    );
  });

  it('are bounded, and still differ', () => {
    const [a, b] = [recordKeyOf([`${'x'.repeat(5000)}1`]), recordKeyOf([`${'x'.repeat(5000)}2`])];
    expect([a.length, b.length]).toEqual([200, 200]);
    expect(a).not.toBe(b);
  });
});
