import { expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

it('quotes what needs it and leaves numbers alone', () =>
  expect(
    csvText([
      ['月份', 'a,b', 'say "x"'],
      [-1.5, null, 'ok'],
    ]),
  ).toBe('\uFEFF月份,"a,b","say ""x"""\r\n-1.5,,ok\r\n'));
it('disarms formulas', () => expect(csvText([['=1+1', '@x']])).toBe("\uFEFF'=1+1,'@x\r\n"));
