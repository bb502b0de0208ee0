import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  netPromoterScore,
  promoterCountsOf,
  satisfactionIndex,
  servperf,
  servqual,
  topBoxShareOf,
} from '../../../stats/src/survey/index.ts';
import { form, type Form } from '../definition/index.ts';
import { visitAnswers, visitForm } from '../visit-form.testing.ts';
import { score, type Answers } from './index.ts';

const scoresOf = (answers: Answers, of: Form = visitForm): Record<string, number> =>
  Object.fromEntries(score(of, answers).map(({ measure, part, value }) => [part === null ? measure : `${measure}/${part}`, value]));

describe('score', () => {
  it('is computed by hand for one visitor', () => {
    expect(scoresOf(visitAnswers)).toEqual({
      mean: 4.5, // (5 + 4) / 2, one statement did not apply
      sum: 7, // again 5 + web 2 + doctor 0
      nps: -100,
      csi: expect.closeTo((100 * (2 * 1 + 1 * 0.75)) / 3, 10) as number, // cleanliness did not apply
      'gap/tangibles': -1, // (5 − 7 + 6 − 6) / 2
      'gap/response': -4,
      gap: -3.25, // 0.25 · −1 + 0.75 · −4
      'perf/manner': 4.5,
      perf: 4.5,
    });
  });

  it('is nothing without answers', () => {
    expect(score(visitForm, {})).toEqual([]);
    expect(score(visitForm, { clean: 'na', recommend: 'x', visit: ' ', ease: Number.NaN })).toEqual([]);
  });

  it.each([
    [0, -100],
    [6, -100],
    [7, 0],
    [8, 0],
    [9, 100],
    [10, 100],
  ])('promotes at %i with %i', (recommend, value) => {
    expect(scoresOf({ recommend })).toEqual({ nps: value });
  });

  it.each([
    [1, { csat: 0, csi: 0, grade: 4 }],
    [3, { csat: 0, csi: 50, grade: 2 }],
    [4, { csat: 1, csi: 75, grade: 1 }],
    [5, { csat: 1, csi: 100, grade: 0 }],
  ])('counts %i of five with %j', (clean, values) => {
    expect(scoresOf({ clean })).toEqual({ ...values, sum: clean });
  });

  it('needs as many answers for a mean as the measure says, and all when it does not say', () => {
    expect(scoresOf({ 'staff.polite': 5 })).not.toHaveProperty('mean');
    expect(scoresOf({ 'staff.polite': 5, 'staff.quick': 2 })).toHaveProperty('mean', 3.5);
    const measures = [{ key: 'all', name: {}, kind: 'mean', fields: ['staff.polite', 'staff.clear'] }];
    const strict = form.parse({ ...visitForm, measures });
    expect(scoresOf({ 'staff.polite': 5 }, strict)).toEqual({});
    expect(scoresOf({ 'staff.polite': 5, 'staff.clear': 2 }, strict)).toEqual({ all: 3.5 });
  });

  it('takes the answer for effort, and grades single choices by their order', () => {
    expect(scoresOf({ ease: 6 })).toEqual({ ces: 6 });
    const graded = form.parse({
      ...visitForm,
      measures: [{ key: 'g', name: {}, kind: 'grades', field: 'visit', order: ['again', 'new'] }],
    });
    expect(scoresOf({ visit: 'again' }, graded)).toEqual({ g: 0 });
    expect(scoresOf({ visit: 'new' }, graded)).toEqual({ g: 1 });
    expect(scoresOf({ visit: 'none' }, graded)).toEqual({});
  });

  it('adds points of options and numbers', () => {
    const points = { 'heard.web': 2, 'heard.press': -1, 'clean.5': 10, 'clean.na': 4 };
    const summed = form.parse({
      ...visitForm,
      measures: [{ key: 's', name: {}, kind: 'sum', fields: ['heard', 'clean', 'minutes'], points }],
    });
    expect(scoresOf({ heard: ['web', 'press'], clean: 5, minutes: 0.5 }, summed)).toEqual({ s: 11.5 });
    expect(scoresOf({ clean: 4 }, summed)).toEqual({ s: 4 });
    expect(scoresOf({ clean: 'na' }, summed)).toEqual({ s: 4 });
    expect(scoresOf({ heard: ['friend'] }, summed)).toEqual({ s: 0 });
  });

  it('leaves a gap out where one of both was not answered, and the whole where no points were given', () => {
    const { 'quality.ready.p': _, ...rest } = visitAnswers;
    expect(scoresOf(rest)).toMatchObject({ 'gap/tangibles': -1, gap: -1 });
    expect(scoresOf(rest)).not.toHaveProperty('gap/response');
    const { 'weights.tangibles': _t, 'weights.response': _r, ...unweighted } = visitAnswers;
    expect(scoresOf(unweighted)).not.toHaveProperty('gap');
  });
});

// The mean over people of a person's score is the score of the people, which the statistics compute from sums and prove on published cases.
describe('scores of many', () => {
  const rows = ['a', 'b', 'c'];
  const survey = form.parse({
    languages: ['en'],
    title: {},
    pages: [
      {
        key: 'p',
        questions: [
          { key: 'q', type: 'pair', ask: 'expectation', text: {}, scale: { min: 1, max: 7 }, rows: rows.map((key) => ({ key, text: {} })) },
          { key: 'm', type: 'matrix', text: {}, scale: { min: 1, max: 5 }, rows: rows.map((key) => ({ key, text: {} })) },
          { key: 'n', type: 'nps', text: {} },
        ],
      },
    ],
    measures: [
      { key: 'gap', name: {}, kind: 'servqual', question: 'q', dimensions: dimensions() },
      { key: 'perf', name: {}, kind: 'servperf', question: 'm', dimensions: dimensions() },
      { key: 'csi', name: {}, kind: 'csi', fields: rows.map((row) => `m.${row}`), weights: [3, 2, 5] },
      { key: 'nps', name: {}, kind: 'nps', field: 'n' },
      { key: 'csat', name: {}, kind: 'csat', field: 'm.a', from: 4 },
    ],
  });
  function dimensions() {
    return [
      { key: 'x', name: {}, rows: ['a', 'b'] },
      { key: 'y', name: {}, rows: ['c'] },
    ];
  }
  const people = fc.array(
    fc.record({
      e: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 }),
      p: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 }),
      m: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
      n: fc.integer({ min: 0, max: 10 }),
    }),
    { minLength: 2, maxLength: 12 },
  );
  const near = (value: number | undefined) => expect.closeTo(value ?? Number.NaN, 9) as number;

  it('agree with the statistics', () => {
    fc.assert(
      fc.property(people, (group) => {
        const scores = group.map(({ e, p, m, n }) =>
          scoresOf(
            Object.fromEntries([
              ...rows.flatMap((row, at) => [
                [`q.${row}.e`, e[at]!],
                [`q.${row}.p`, p[at]!],
                [`m.${row}`, m[at]!],
              ]),
              ['n', n],
            ]),
            survey,
          ),
        );
        const mean = (key: string): number => scores.reduce((sum, each) => sum + each[key]!, 0) / scores.length;
        const gaps = servqual(
          group.map(({ e, p }) => [...e, ...p]),
          [
            { name: 'x', expectation: [0, 1], perception: [3, 4] },
            { name: 'y', expectation: [2], perception: [5] },
          ],
        );
        const matrix = group.map(({ m }) => m);
        const perceived = servperf(matrix, [
          { name: 'x', perception: [0, 1] },
          { name: 'y', perception: [2] },
        ]);
        expect(gaps).toMatchObject({
          dimensions: [{ gap: near(mean('gap/x')) }, { gap: near(mean('gap/y')) }],
          meanOfDimensions: { gap: near(mean('gap')) },
        });
        expect(perceived).toMatchObject({
          dimensions: [{ score: near(mean('perf/x')) }, { score: near(mean('perf/y')) }],
          overall: { score: near(mean('perf')) },
        });
        expect(satisfactionIndex(matrix, { scale: [1, 5], weights: [3, 2, 5] })).toMatchObject({ index: near(mean('csi')) });
        expect(netPromoterScore(promoterCountsOf(group.map(({ n }) => n)))).toMatchObject({ score: near(mean('nps')) });
        expect(
          topBoxShareOf(
            matrix.map((row) => row[0]!),
            { topBoxMin: 4 },
          ),
        ).toMatchObject({ share: near(mean('csat')) });
      }),
      { numRuns: 200 },
    );
  });
});
