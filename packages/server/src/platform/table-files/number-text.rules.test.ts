import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from './number-text.rules.ts';
import { readYesNo } from './yes-no.rules.ts';

const point = (text: string) => readNumber(text, false);
const comma = (text: string) => readNumber(text, true);
const number = (value: number, percent = false) => ({ kind: 'number', value, percent });

describe('numbers as people write them', () => {
  it.each([
    ['12', 12],
    [' -12.5 ', -12.5],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1,234.5', 1234.5],
    ['-1,234,567', -1_234_567],
    ['1 234 567.5', 1_234_567.5],
    ["1'234.5", 1234.5],
    ['１２．５', 12.5],
    ['−3', -3],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['867951213174.0', 867_951_213_174],
    ['-94', -94],
  ])('%s', (text, value) => expect(point(text)).toEqual(number(value)));

  it('with decimal commas, where the file has them', () => {
    expect([comma('12,5'), comma('1.234,5'), comma('1.234'), comma('1,234'), comma('12.5'), comma('98,5%')]).toEqual([
      number(12.5),
      number(1234.5),
      number(1234),
      number(1.234),
      number(12.5),
      number(98.5, true),
    ]);
  });

  it('with a percent sign', () => expect([point('98.5%'), point('98.5 ％')]).toEqual([number(98.5, true), number(98.5, true)]));

  it.each(['', '  ', '-', '—', 'N/A', 'NULL', 'nan'])('%j is blank', (text) => expect(point(text)).toEqual({ kind: 'blank' }));

  it.each(['abc', '12 h', '1,23,456', '1.2.3', '0x10', 'Infinity', '--5', '1,2345,678', '12,', '%', '5 6', '1e999', '#ERROR'])(
    '%j is no number',
    (text) => expect(point(text)).toEqual({ kind: 'wrong' }),
  );

  it('reads back what any of the two customs writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100),
        (value) => {
          expect(point(value.toLocaleString('en', { maximumFractionDigits: 2 }))).toEqual(number(value));
          expect(comma(value.toLocaleString('de', { maximumFractionDigits: 2 }))).toEqual(number(value));
          expect(point(String(value))).toEqual(number(value));
        },
      ),
    );
  });
});

describe('yes and no', () => {
  it.each(['yes', 'Yes', 'TRUE', '1', 'y', '是', '✓', '✔️', '１', ' t '])('%s is a yes', (text) => expect(readYesNo(text)).toBe(true));
  it.each(['no', 'False', '0', 'N', '否', '✗', '×'])('%s is a no', (text) => expect(readYesNo(text)).toBe(false));
  it('is blank, or neither', () => expect([readYesNo(''), readYesNo('maybe'), readYesNo('2')]).toEqual(['blank', 'wrong', 'wrong']));
  it('may have words of its own, and then every other word is a no', () => {
    const attended = new Set(['no']);
    expect(['No', 'Yes', 'whatever', ''].map((text) => readYesNo(text, attended))).toEqual([true, false, false, 'blank']);
  });
});
