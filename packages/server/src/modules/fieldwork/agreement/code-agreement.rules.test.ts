import { expect, test } from 'vitest';
import { addTables, codersAgree, codeTable, sentenceStretches } from './code-agreement.rules.ts';

test('sentences stand where they are, also when they say the same twice', () => {
  const notes = '等了很久。没人管！等了很久。\n\n- \nIt cost 4.5 yuan. Fine';
  const stretches = sentenceStretches(notes);
  expect(stretches.map(({ start, end }) => notes.slice(start, end))).toEqual([
    '等了很久',
    '没人管',
    '等了很久',
    'It cost 4.5 yuan',
    'Fine',
  ]);
  expect(stretches.map(({ start }) => start)).toEqual([0, 5, 9, notes.indexOf('It'), notes.indexOf('Fine')]);
});

test('a sentence has a code when a quote touches it; tables of sessions add up', () => {
  const sentences = [0, 10, 20, 30].map((start) => ({ start, end: start + 9 }));
  const table = codeTable(sentences, [{ start: 5, end: 12 }], [{ start: 9, end: 20 }]);
  expect(table).toEqual({ both: 1, firstOnly: 1, secondOnly: 0, neither: 2 });
  expect(addTables(table, table)).toEqual({ both: 2, firstOnly: 2, secondOnly: 0, neither: 4 });
});

test('two coders beyond chance, as published', () => {
  // Cohen's kappa of 45, 15, 25 and 15 is 0.1304, of 25, 35, 5 and 35 it is 0.2593, at the same share of 0.6: Smeeton (1985), Biometrics 41, 795
  expect(codersAgree({ both: 45, firstOnly: 15, secondOnly: 25, neither: 15 })).toMatchObject({
    equal: 0.6,
    kappa: { state: 'known', value: expect.closeTo(0.1304, 4) as number },
  });
  expect(codersAgree({ both: 25, firstOnly: 35, secondOnly: 5, neither: 35 }).kappa).toMatchObject({
    value: expect.closeTo(0.2593, 4) as number,
  });
  expect(codersAgree({ both: 1, firstOnly: 1, secondOnly: 1, neither: 1 }).kappa).toEqual({ state: 'insufficient', needed: 5 });
  expect(codersAgree({ both: 0, firstOnly: 0, secondOnly: 0, neither: 9 })).toEqual({ equal: 1, kappa: { state: 'undetermined' } });
});
