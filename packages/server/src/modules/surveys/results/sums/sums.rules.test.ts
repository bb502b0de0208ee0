import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAnswers, score, type Answers } from '@zhiheng/forms/answers';
import { form as formSchema, type FormInput } from '@zhiheng/forms/definition';
import { scaleFieldsOf } from '@zhiheng/forms/fields';
import { completeRows, crossMomentsOf, momentsOf, pairwiseMomentsOf } from '@zhiheng/stats/moments';
import { counterOf } from './count-answer.rules.ts';
import { addSums, decodeSums, encodeSums, planOf, subtractSums, translateSums } from './sum-plan.rules.ts';
import {
  amountMoments,
  completeMoments,
  levelCounts,
  meanMoments,
  optionCounts,
  pairCounts,
  pairwiseMoments,
  placeMoments,
  totalMoments,
} from './sum-view.rules.ts';

const words = (en: string) => ({ en });
const rows = ['a', 'b', 'c'].map((key) => ({ key, text: words(key) }));
const scale = { min: 1, max: 5, na: true };
const input: FormInput = {
  languages: ['en'],
  title: words('t'),
  pages: [
    {
      key: 'p',
      questions: [
        { key: 'm', type: 'matrix', text: words('m'), rows, scale },
        { key: 'k', type: 'kano', text: words('k'), rows: rows.slice(0, 1) },
        { key: 'one', type: 'single', text: words('one'), options: rows },
        { key: 'some', type: 'multiple', text: words('some'), options: rows },
        { key: 'order', type: 'ranking', text: words('order'), options: rows },
        { key: 'price', type: 'number', text: words('price'), decimals: 2 },
      ],
    },
  ],
  measures: [
    { key: 'mean', name: words('mean'), kind: 'mean', fields: ['m.a', 'm.b', 'm.c'], least: 2 },
    {
      key: 'sum',
      name: words('sum'),
      kind: 'sum',
      fields: ['k.a.f', 'one', 'some', 'price'],
      points: { 'one.a': 2.5, 'some.b': 1, 'k.a.f.5': 7 },
    },
    { key: 'csi', name: words('csi'), kind: 'csi', fields: ['m.a', 'm.b', 'm.c'] },
    {
      key: 'perf',
      name: words('perf'),
      kind: 'servperf',
      question: 'm',
      dimensions: [{ key: 'd', name: words('d'), rows: ['a', 'b', 'c'] }],
    },
    { key: 'kano', name: words('kano'), kind: 'kano', question: 'k' },
  ],
};
const form = formSchema.parse(input);
const plan = planOf(form);

const scaleAnswer = fc.constantFrom<(number | string)[]>('na', 1, 2, 3, 4, 5);
const options = ['a', 'b', 'c'];
const answered: fc.Arbitrary<Answers> = fc
  .record(
    {
      'm.a': scaleAnswer,
      'm.b': scaleAnswer,
      'm.c': scaleAnswer,
      'k.a.f': fc.integer({ min: 1, max: 5 }),
      'k.a.d': fc.integer({ min: 1, max: 5 }),
      one: fc.constantFrom(...options),
      some: fc.subarray(options),
      order: fc.shuffledSubarray(options, { minLength: 3 }),
      price: fc.integer({ min: 0, max: 9_999 }).map((cents) => cents / 100),
    },
    { requiredKeys: [] },
  )
  .map((answers) => answers as Answers);

function sumsOf(people: readonly Answers[]): Float64Array {
  const sums = new Float64Array(plan.size);
  for (const answers of people) counterOf(plan)(sums, packAnswers(form, answers));
  return sums;
}

const numberOf = (answers: Answers, field: string): number | null => (typeof answers[field] === 'number' ? answers[field] : null);
const listOf = (answers: Answers, field: string): readonly string[] => (Array.isArray(answers[field]) ? (answers[field] as string[]) : []);

describe('sums of answers', () => {
  const fields = ['m.a', 'm.b', 'm.c'];

  it('are what the answers one by one give', () => {
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 30 }), (people) => {
        const sums = { plan, numbers: sumsOf(people) };
        const table = people.map((answers) => fields.map((field) => numberOf(answers, field)));
        const complete = crossMomentsOf([[0, 0, 0], ...completeRows(table)]);
        expect(completeMoments(sums, fields)).toEqual({ ...complete, n: complete.n - 1 });
        expect(pairwiseMoments(sums, fields)).toEqual(pairwiseMomentsOf(table, { items: 3 }));
        expect(levelCounts(sums, { field: 'm.b', min: 1, max: 5 })).toEqual({
          min: 1,
          counts: [1, 2, 3, 4, 5].map((level) => people.filter((answers) => answers['m.b'] === level).length),
          notApplicable: people.filter((answers) => answers['m.b'] === 'na').length,
          n: people.filter((answers) => typeof answers['m.b'] === 'number').length,
        });
      }),
    );
  });

  it('hold the scores of every person', () => {
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 30 }), (people) => {
        const sums = { plan, numbers: sumsOf(people) };
        const scores = people.flatMap((answers) => score(form, answers));
        const closeTo = (values: readonly number[]) => {
          const { n, sum, squares } = momentsOf(values);
          return { n, sum: expect.closeTo(sum, 6) as number, squares: expect.closeTo(squares, 4) as number };
        };
        const of = (measure: string) => scores.filter((each) => each.measure === measure).map(({ value }) => value);
        expect(meanMoments(sums, { kind: 'mean', fields, least: 2 })).toEqual(closeTo(of('mean')));
        const total = {
          kind: 'total' as const,
          fields: ['k.a.f', 'one', 'some', 'price'],
          points: { 'one.a': 2.5, 'some.b': 1, 'k.a.f.5': 7 },
        };
        expect(totalMoments(sums, total)).toEqual(closeTo(of('sum')));
        expect(amountMoments(sums, 'price', 100)).toEqual(closeTo(people.flatMap((answers) => numberOf(answers, 'price') ?? [])));
      }),
    );
  });

  it('count pairs, choices and places', () => {
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 30 }), (people) => {
        const sums = { plan, numbers: sumsOf(people) };
        const both = people.filter((answers) => answers['k.a.f'] === 1 && answers['k.a.d'] === 5).length;
        expect(pairCounts(sums, 'k.a.f', 'k.a.d')[0]?.[4]).toBe(both);
        const chosen = people.map((answers) => listOf(answers, 'some'));
        expect(optionCounts(sums, 'some', options)).toEqual({
          n: chosen.filter((each) => each.length > 0).length,
          counts: options.map((option) => chosen.filter((each) => each.includes(option)).length),
        });
        expect(optionCounts(sums, 'one', ['a']).counts).toEqual([people.filter(({ one }) => one === 'a').length]);
        const places = people.flatMap((answers) =>
          listOf(answers, 'order').length > 0 ? [listOf(answers, 'order').indexOf('b') + 1] : [],
        );
        expect(placeMoments(sums, 'order', 'b')).toEqual(momentsOf(places));
      }),
    );
  });

  it('add up over any split, are the same in any order, and can be taken back', () => {
    fc.assert(
      fc.property(fc.array(answered, { maxLength: 20 }), fc.nat(20), (people, at) => {
        const whole = sumsOf(people);
        const parts = sumsOf(people.slice(0, at));
        addSums(parts, sumsOf(people.slice(at).reverse()));
        expect(encodeSums(parts).equals(encodeSums(whole))).toBe(true);
        subtractSums(parts, sumsOf(people.slice(at)));
        expect(encodeSums(parts).equals(encodeSums(sumsOf(people.slice(0, at))))).toBe(true);
        expect(decodeSums(encodeSums(whole))).toEqual(whole);
      }),
    );
  });

  it('join versions by what they have in common', () => {
    const older = formSchema.parse({ ...input, measures: [], pages: [{ key: 'p', questions: input.pages[0]!.questions.slice(0, 1) }] });
    const from = planOf(older);
    const before = new Float64Array(from.size);
    counterOf(from)(before, packAnswers(older, { 'm.a': 5, 'm.b': 'na' }));
    const sums = { plan, numbers: translateSums(from, plan, before) };
    expect(levelCounts(sums, { field: 'm.a', min: 1, max: 5 })).toMatchObject({ counts: [0, 0, 0, 0, 1], n: 1 });
    expect(completeMoments(sums, fields).n).toBe(0);
    expect(optionCounts(sums, 'one', options).n).toBe(0);
  });

  it('refuse what is not theirs', () => {
    expect(() => addSums(new Float64Array(1), new Float64Array(2))).toThrow(RangeError);
    expect(() => subtractSums(new Float64Array(1), new Float64Array(2))).toThrow(RangeError);
    expect(() => decodeSums(new Uint8Array(7))).toThrow(RangeError);
    expect(() => levelCounts({ plan, numbers: new Float64Array(plan.size) }, { field: 'none', min: 1, max: 5 })).toThrow(RangeError);
    expect(scaleFieldsOf(form).length).toBe(5);
  });
});
