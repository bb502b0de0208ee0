import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { expect, it } from 'vitest';
import { matching } from './match-indicators.ts';

// Only what the filters read.
const make = (code: string, zh: string, dimension: string) =>
  ({ code, name: { zh, en: code }, dimension, perspective: 'user', measure: 'share' }) as unknown as Indicator;
const all = [make('csat', '满意度', 'satisfaction'), make('sla_attainment', 'SLA达成率', 'reliability')];
const codes = (search: Parameters<typeof matching>[1]) => matching(all, search).map(({ code }) => code);

it('looks for words in code and names, in any case', () => {
  expect(codes({ q: 'sla' })).toEqual(['sla_attainment']);
  expect(codes({ q: ' 满意 ' })).toEqual(['csat']);
});
it('lets every filter hold', () => {
  expect(codes({})).toEqual(['csat', 'sla_attainment']);
  expect(codes({ dimension: 'reliability', q: 'csat' })).toEqual([]);
});
