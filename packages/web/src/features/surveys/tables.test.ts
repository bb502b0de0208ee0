import type { Form } from '@zhiheng/forms/definition';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../lib/csv-text.ts';
import { settingsOf, valuesOf } from './distribute/way-values.ts';
import { parsePeople } from './distribute/parse-people.ts';
import { newForm, newQuestion } from './draft/new-question.ts';
import { parseCsv } from './parse-csv.ts';
import { answerLines } from './responses/answer-lines.ts';
import { guessColumns } from './responses/import/guess-columns.ts';
import { readWords, wordRows } from './words/word-rows.ts';

const base = newForm({ zh: '就诊', en: 'Visit' });
const form: Form = {
  ...base,
  pages: [{ key: 'page1', questions: [...(base.pages[0]?.questions ?? []), newQuestion(base, 'single', 'kind')] }],
};

describe('CSV', () => {
  test('comes back as it was written, with commas, quotes and line ends in cells', () => {
    const rows = [
      ['a', 'b, c', 'say "x"'],
      ['', 'line\nend', ''],
    ];
    expect(parseCsv(csvText(rows))).toEqual(rows);
  });
  test('ends of all kinds, and cells that are empty at the end', () => {
    expect(parseCsv('a,b\rc,\n,d')).toEqual([
      ['a', 'b'],
      ['c', ''],
      ['', 'd'],
    ]);
  });
  test('a quote in the middle of a cell is refused, not guessed', () => expect(() => parseCsv('a,b"c\n')).toThrow(RangeError));
});

describe('words as a file', () => {
  test('come back unchanged, and changed where they were translated', () => {
    const rows = wordRows(form);
    expect(readWords(form, parseCsv(csvText(rows)))).toEqual({ form, changed: 0, unknown: [] });
    const translated = rows.map((row) => (row[0] === 'title' ? ['title', '就诊', '=Visit again'] : row));
    const read = readWords(form, parseCsv(csvText(translated)));
    expect(read).toMatchObject({ changed: 1, form: { title: { zh: '就诊', en: '=Visit again' } } });
  });
  test('places and languages that the form does not have are named and left out', () => {
    const read = readWords(form, [
      ['path', 'fr'],
      ['title', 'Visite'],
      ['pages.9.title', 'Page'],
    ]);
    expect(read).toEqual({ form, changed: 0, unknown: ['fr', 'pages.9.title'] });
    expect(readWords(form, [['name', 'zh']])).toBeNull();
  });
});

describe('people from a table', () => {
  const text = 'Name\tE-mail\n李敏\tli@example.org\n wang@example.org ; 王芳\n\n张三\n';
  test('by mail everybody needs an address; a header is no fault, a person without one is', () => {
    expect(parsePeople(text, true)).toEqual({
      people: [
        { name: '李敏', address: 'li@example.org' },
        { name: '王芳', address: 'wang@example.org' },
      ],
      wrong: [5],
    });
  });
  test('by personal links a name is enough', () => expect(parsePeople('张三', false)).toEqual({ people: [{ name: '张三' }], wrong: [] }));
});

test('columns are found by key and by words in any language of the form', () => {
  expect(guessColumns(form, ['Q1', '您本次办理的是哪一类业务？', 'anything'])).toEqual({ Q1: 'q1', '您本次办理的是哪一类业务？': 'kind' });
});

test('an answer is shown as it was asked, in words', () => {
  const lines = answerLines(form, { answers: { q1: 5, kind: 'other', 'kind.other': 'Parking' }, given: {} }, 'en');
  expect(lines.map(({ answer }) => answer)).toEqual(['5 Very satisfied', 'Something else', 'Parking']);
  const hidden = answerLines(form, { answers: { q1: 5, kind: 'a1' }, given: {} }, 'en');
  expect(hidden.map(({ key }) => key)).toEqual(['q1', 'kind']);
});

test('the settings of a way keep what its form does not show', () => {
  const settings = {
    subject: { serviceId: null, siteId: null, teamId: null, segmentId: null },
    ...{ given: { desk: '3' }, opensAt: '2026-11-21T01:00:00Z', closesAt: null, hours: [], reminderDays: [3], mail: null, reminder: null },
    ...{ resetSeconds: 90, origins: ['https://example.org'], afterCase: null },
  };
  const way = { kind: 'email', name: { zh: '邮', en: 'Mail' }, settings } as unknown as Parameters<typeof valuesOf>[0];
  const values = valuesOf(way, 'Asia/Shanghai');
  expect(values.opensAt).toBe('2026-11-21T09:00');
  const typed = { ...values, reminderDays: ['7', '3', 'x', '900', '3'], closesAt: '2026-12-01T18:00', resetSeconds: undefined as never };
  expect(settingsOf(typed, settings, 'Asia/Shanghai')).toMatchObject({
    ...{ given: { desk: '3' }, resetSeconds: 90, origins: ['https://example.org'], reminderDays: [3, 7] },
    ...{ opensAt: '2026-11-21T01:00:00.000Z', closesAt: '2026-12-01T10:00:00.000Z' },
  });
});
