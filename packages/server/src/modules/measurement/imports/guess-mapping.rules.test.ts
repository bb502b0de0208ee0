import { describe, expect, it } from 'vitest';
import { importMapping } from '@zhiheng/contract/measurement/imports';
import type { IndicatorRecord } from '../load-indicators.ts';
import { describeColumns } from '../../../platform/table-files/describe-columns.rules.ts';
import { guessMapping } from './guess-mapping.rules.ts';
import { openTable } from '../../../platform/table-files/open-table.ts';

const indicator = (code: string, measure: IndicatorRecord['measure'], unit = '1'): IndicatorRecord => ({
  ...{
    id: code,
    code,
    name: { zh: `${code}中`, en: `${code} in English` },
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
  indicator('complaint_resolution_time', 'duration', 'h'),
  indicator('sla_attainment', 'share', '%'),
  indicator('complaints', 'count'),
  indicator('queue_time', 'duration', 'min'),
  indicator('taste_score', 'number', '/5'),
  indicator('score', 'formula'),
];
const none = { service: new Map(), team: new Map(), site: new Map(), segment: new Map() };
const units = {
  ...none,
  site: new Map([
    ['北店', '1'],
    ['north', '1'],
    ['南店', '2'],
  ]),
  team: new Map([['a', '1']]),
};

function look(text: string) {
  const table = openTable(Buffer.from(text));
  const columns = describeColumns(table.columns, table.sample, table.decimalComma);
  return { columns, guess: guessMapping({ columns, sample: table.sample, known: { indicators, units } }) };
}

describe('what columns hold', () => {
  it('is told from their cells', () => {
    const { columns } = look('a,b,c,d,e,f,g\n2026-03-01,1,yes,x,,0,2017\n2026-03-02,2.5,no,y,,1,2018\n03.03.2026,-,yes,x,,0,2019\n');
    expect(columns.map(({ name, holds, filled, distinct, example }) => [name, holds, filled, distinct, example])).toEqual([
      ['a', 'time', 3, 3, '2026-03-01'],
      ['b', 'number', 2, 2, '1'],
      ['c', 'yes-no', 3, 2, 'yes'],
      ['d', 'text', 3, 2, 'x'],
      ['e', 'empty', 0, 0, ''],
      ['f', 'yes-no', 3, 2, '0'],
      ['g', 'number', 3, 3, '2017'],
    ]);
  });
});

describe('a guessed mapping', () => {
  it('of a file of complaints in Chinese', () => {
    const { guess } = look(
      '投诉编号,受理时间,办结时间,门店,是否按时\nT1,2026年3月1日 8时5分,2026年3月2日 9时,北店,是\nT2,2026年3月1日 9时5分,,南店,否\n',
    );
    expect(guess).toEqual({
      rows: 'records',
      time: { column: '受理时间', grain: 'instant', dayOrder: 'day-first' },
      timeZone: 'UTC',
      key: ['投诉编号'],
      subject: { site: { kind: 'column', column: '门店', createMissing: false } },
      measures: [
        { kind: 'duration', indicator: 'complaint_resolution_time', from: '受理时间', to: '办结时间' },
        { kind: 'yes-no', indicator: 'sla_attainment', column: '是否按时' },
        { kind: 'rows', indicator: 'complaints' },
      ],
    });
    expect(importMapping.parse(guess)).toEqual(guess);
  });

  it('of monthly figures in columns, by name and unit', () => {
    const { guess } = look('月份,queue_time中 (秒),Taste score in English,score中\n2026-03,95,4.5,1\n2026-04,80,4.4,2\n');
    expect(guess).toMatchObject({
      rows: 'records',
      time: { column: '月份', grain: 'month' },
      measures: [
        { kind: 'number', indicator: 'queue_time', column: 'queue_time中 (秒)', unit: 's' },
        { kind: 'number', indicator: 'taste_score', column: 'Taste score in English' },
      ],
    });
  });

  it('of a list in which rows name their indicator', () => {
    expect(look('日期;指标;数值;样本数;单位\n1.3.2026;排队;2,5;10;min\n25.3.2026;味道;4;9;分\n').guess).toEqual({
      rows: 'observations',
      time: { column: '日期', grain: 'day', dayOrder: 'day-first' },
      timeZone: 'UTC',
      key: [],
      subject: {},
      indicator: { kind: 'column', column: '指标' },
      value: '数值',
      n: '样本数',
      unit: '单位',
    });
  });

  it.each([
    ['Year', '2017,5\n2018,4\n', 'year'],
    ['季度', '2026Q1,5\n2026Q2,4\n', 'quarter'],
    ['日期', '20260301,5\n20260302,4\n', 'day'],
    ['时间', '46082.5,5\n46083.25,4\n', 'instant'],
    ['Date', '3/25/2026,5\n3/4/2026,4\n', 'day'],
  ])('knows the grain of %s', (name, rows, grain) => {
    expect(look(`${name},taste_score\n${rows}`).guess?.time).toMatchObject({
      column: name,
      grain,
      dayOrder: name === 'Date' ? 'month-first' : 'day-first',
    });
  });

  it.each(['taste_score,note\n5,x\n', '日期,note\n2026-03-01,x\n', 'one\n1\n', 'a,b\n'])('is none for %j', (text) =>
    expect(look(text).guess).toBeNull(),
  );
});
