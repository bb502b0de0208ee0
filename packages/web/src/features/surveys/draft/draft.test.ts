import { form as formShape, question as questionShape, type Form, type QuestionType } from '@zhiheng/forms/definition';
import { visible } from '@zhiheng/forms/answers';
import { reviewForm } from '@zhiheng/forms/review';
import { describe, expect, test } from 'vitest';
import { conditionOf, groupOf } from './condition-group.ts';
import { changed, historyOf, redone, undone } from './draft-history.ts';
import { brokenFields, changesBetween } from './form-changes.ts';
import { addPage, duplicateQuestion, insertQuestion, moveQuestion, questionKeys, removeQuestion, stepSpot } from './form-edits.ts';
import { measureKinds, newMeasure } from './new-measure.ts';
import { newForm, newQuestion } from './new-question.ts';
import { partAt } from './part-of-form.ts';
import { renameQuestion } from './rename-question.ts';
import { setWords } from './set-words.ts';

const types = questionShape.options.map((option) => option.shape.type.value) as QuestionType[];
const empty = newForm({ zh: '就诊', en: 'Visit' });
const full: Form = types.reduce(
  (form, type, at) => insertQuestion(form, newQuestion(form, type, `n${at}`), { page: 'page1', at: form.pages[0]?.questions.length ?? 0 }),
  empty,
);

describe('what a survey begins with', () => {
  test('the first form can be published', () => expect(reviewForm(empty)).toEqual([]));
  test('a question of every kind can be published as it is', () => {
    expect(formShape.parse(full)).toEqual(full);
    expect(reviewForm(full)).toEqual([]);
  });
  test('only languages of the form get words', () => {
    const ug = { ...empty, languages: ['ug', 'en'] };
    expect(newQuestion(ug, 'nps', 'q')).toMatchObject({ text: { en: expect.any(String) as string } });
    expect(Object.keys(newQuestion(ug, 'nps', 'q').text)).toEqual(['en']);
  });
});

describe('measures', () => {
  const importance: Form = {
    ...full,
    pages: [{ key: 'page1', questions: [{ ...newQuestion(full, 'pair', 'imp'), ask: 'importance' } as never] }],
  };
  test.each(measureKinds)('%s is made of what is asked, without a fault', (kind) => {
    const measure = newMeasure(full, kind);
    expect(measure).not.toBeNull();
    expect(reviewForm({ ...full, measures: [measure!] })).toEqual([]);
  });
  test('importance asked directly is taken before importance derived', () => {
    expect(newMeasure(importance, 'ipa')).toEqual({ key: 'ipa', kind: 'ipa', name: expect.anything() as object, question: 'imp' });
  });
  test('nothing is made of nothing, and keys do not repeat', () => {
    expect(newMeasure(empty, 'kano')).toBeNull();
    expect(newMeasure(empty, 'csat')?.key).toBe('csat1');
  });
});

describe('moving questions', () => {
  const two = addPage(full).form;
  const keys = questionKeys(two);
  test('down by one changes places with the next, over a page border goes to its start', () => {
    const spot = stepSpot(two, 'q1', 1);
    expect(questionKeys(moveQuestion(two, 'q1', spot!)).slice(0, 2)).toEqual([keys[1], 'q1']);
    const last = keys.at(-1)!;
    const crossed = moveQuestion(two, last, stepSpot(two, last, 1)!);
    expect(crossed.pages[1]?.questions.map(({ key }) => key)).toEqual([last]);
    expect(questionKeys(moveQuestion(crossed, last, stepSpot(crossed, last, -1)!))).toEqual(keys);
  });
  test('at the ends there is no further', () => {
    expect(stepSpot(two, 'q1', -1)).toBeNull();
    expect(stepSpot(full, keys.at(-1)!, 1)).toBeNull();
  });
  test('a copy stands behind its original with a key of its own', () => {
    const copy = duplicateQuestion(full, 'n0');
    expect(questionKeys(copy.form).slice(1, 3)).toEqual(['n0', copy.key]);
    expect(new Set(questionKeys(copy.form)).size).toBe(keys.length + 1);
  });
});

describe('another key', () => {
  const logic: Form = {
    ...full,
    intro: { en: 'Hello {{q1|you}}, {{q10}}' },
    groups: ['n0'],
    pages: full.pages.map((page) => ({
      ...page,
      questions: page.questions.map((each) =>
        each.key === 'n3' ? { ...each, when: { op: 'all', of: [{ op: 'ge', field: 'q1', value: 2 }] } } : each,
      ),
    })),
    measures: [{ kind: 'sum', key: 's', name: { en: 'S' }, fields: ['n0', 'n3.r1'], points: { 'n0.a1': 2, n01: 1 } }],
  };
  test('goes through conditions, placeholders, measures and groups, and leaves longer names alone', () => {
    const next = renameQuestion(renameQuestion(logic, 'q1', 'overall'), 'n0', 'kind');
    expect(next.intro).toEqual({ en: 'Hello {{overall|you}}, {{q10}}' });
    expect(JSON.stringify(next)).toContain('"field":"overall"');
    expect(next.groups).toEqual(['kind']);
    expect(next.measures[0]).toMatchObject({ fields: ['kind', 'n3.r1'], points: { 'kind.a1': 2, n01: 1 } });
    expect(questionKeys(next)).toEqual(questionKeys(logic).map((key) => (key === 'q1' ? 'overall' : key === 'n0' ? 'kind' : key)));
    expect(renameQuestion(renameQuestion(next, 'overall', 'q1'), 'kind', 'n0')).toEqual(logic);
  });
});

describe('conditions as groups', () => {
  const low = { op: 'le', field: 'q1', value: 2 } as const;
  const info = { op: 'eq', field: 'n0', value: 'a1' } as const;
  const conditions = [
    low,
    { op: 'all', of: [low, info] },
    { op: 'not', of: low },
    { op: 'not', of: { op: 'any', of: [low, info] } },
  ] as const;
  test.each(conditions)('%j comes back as it was', (one) => expect(conditionOf(groupOf(one))).toEqual(one));
  test('none of several shows the same as not all its parts', () => {
    const nested = { op: 'not', of: { op: 'all', of: [low, info] } } as const;
    const back = conditionOf(groupOf(nested))!;
    const shownWith = (when: typeof back, answers: object) =>
      visible(
        insertQuestion(full, { key: 'x', type: 'nps', text: {}, required: false, when }, { page: 'page1', at: 17 }),
        answers as never,
        {},
      ).fields.has('x');
    for (const answers of [{ q1: 1, n0: 'a1' }, { q1: 1, n0: 'a2' }, { q1: 5, n0: 'a1' }, {}])
      expect(shownWith(back, answers)).toBe(shownWith(nested, answers));
  });
  test('an empty group is no condition', () => expect(conditionOf({ mode: 'any', parts: [{ mode: 'all', parts: [] }] })).toBeUndefined());
});

describe('what publishing changes', () => {
  test('added, changed, moved and removed questions, and other parts', () => {
    const [first, second] = questionKeys(full);
    const newer = setWords(moveQuestion(removeQuestion(full, 'n5'), first!, { page: 'page1', at: 2 }), {
      ...{ path: 'pages.0.questions.4.text', language: 'en', words: 'Other words' },
    });
    const withMore = { ...insertQuestion(newer, newQuestion(newer, 'nps', 'more'), { page: 'page1', at: 0 }), endings: [] };
    const kinds = changesBetween(full, withMore).map((change) =>
      change.kind === 'part' ? change.part : `${change.kind} ${change.question.key}`,
    );
    expect(kinds).toEqual(['added more', `moved ${second}`, `moved ${first}`, 'changed n3', 'removed n5', 'endings']);
    expect(changesBetween(full, full)).toEqual([]);
  });
  test('a question that is gone, or on another scale, breaks the series', () => {
    const scale = full.pages[0]!.questions[0]!;
    const seven = {
      ...full,
      pages: [{ ...full.pages[0]!, questions: [{ ...scale, scale: { min: 1, max: 7, labels: {}, na: false, look: 'buttons' } } as never] }],
    };
    expect(brokenFields(full, seven)).toContain('q1');
    expect(brokenFields(full, full)).toEqual([]);
  });
});

test('what is typed at one place is one step back', () => {
  const typed = changed(changed(changed(historyOf('a'), 'ab', 'text'), 'abc', 'text'), 'abcd', null);
  expect(undone(typed).present).toBe('abc');
  expect(undone(undone(typed)).present).toBe('a');
  expect(redone(undone(undone(typed))).present).toBe('abc');
  expect(undone(undone(undone(typed))).present).toBe('a');
});

test('a fault leads to where it is edited', () => {
  expect(partAt(full, 'pages.0.questions.1.options.0.text')).toBe('question:n0');
  expect(partAt(full, 'pages.0.title')).toBe('page:page1');
  expect(['groups.0', 'measures.1.fields', 'endings', 'given.0', 'pages.9'].map((path) => partAt(full, path))).toEqual([
    ...['measures', 'measures', 'endings', 'start', 'start'],
  ]);
});
