import { describe, expect, it } from 'vitest';
import { form, type FormInput } from '../definition/index.ts';
import { visitForm, visitFormInput } from '../visit-form.testing.ts';
import { joinedFields, missingWords, reviewForm } from './index.ts';

/** The form with one thing changed, at a path such as `pages.0.questions.1.least`; undefined takes it away. */
function changed(path: string, value: unknown) {
  const copy = structuredCloneOf(visitFormInput) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  place[last] = value;
  return form.parse(copy as FormInput);
}

const structuredCloneOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const both = (text: string) => ({ zh: text, en: text });
const faultsOf = (path: string, value: unknown) => reviewForm(changed(path, value)).map((each) => `${each.path} ${each.code}`);
const answered = (field: string) => ({ op: 'answered', field });
const compared = (op: string, field: string, value: unknown) => (op === 'in' ? { op, field, values: value } : { op, field, value });

describe('reviewForm', () => {
  it('finds nothing wrong with a form that may be published', () => {
    expect(reviewForm(visitForm)).toEqual([]);
  });

  it.each<[string, unknown, string | string[]]>([
    // keys and frame
    ['languages', ['zh', 'en', 'zh'], 'languages.2 duplicate-key'],
    ['given.1', { key: 'clinic', name: both('x') }, 'given.1.key duplicate-key'],
    ['given.1', { key: 'why', name: both('x') }, 'pages.2.questions.0.key duplicate-key'],
    ['pages.1.key', 'first', 'pages.1.key duplicate-key'],
    ['pages.1.questions.0.key', 'visit', 'pages.1.questions.0.key duplicate-key'],
    ['endings.2.key', 'care', 'endings.2.key duplicate-key'],
    ['measures.1.key', 'mean', 'measures.1.key duplicate-key'],
    ['pages.3', { key: 'empty', questions: [] }, 'pages.3 empty-page'],
    ['endings.3', { key: 'late', text: both('x') }, 'endings.3 never-reached'],
    ['endings.0.when', undefined, 'endings.0 screens-everybody'],
    ['privacy', undefined, 'consent consent-without-privacy'],
    ['groups', ['nobody'], 'groups.0 unknown-question'],
    ['groups', ['heard'], 'groups.0 not-single-choice'],
    ['groups', ['visit', 'visit'], 'groups.1 duplicate-key'],
    // questions
    ['pages.0.questions.1.options.0.key', 'press', 'pages.0.questions.1.options.1.key duplicate-key'],
    ['pages.1.questions.5.options.0.key', 'care', 'pages.1.questions.5.options.2.key duplicate-key'],
    ['pages.2.questions.8.rows.1.key', 'price', 'pages.2.questions.8.rows.1.key duplicate-key'],
    ['pages.2.questions.6.scale', { min: 1, max: 7, labels: { 8: both('x') } }, 'pages.2.questions.6.scale.labels.8 out-of-scale'],
    ['pages.2.questions.6.scale', { min: 1, max: 7, labels: { 0: both('x') } }, 'pages.2.questions.6.scale.labels.0 out-of-scale'],
    ['pages.0.questions.1.least', 4, 'pages.0.questions.1 least-above-most'],
    [
      'pages.0.questions.1',
      { ...visitFormInput.pages[0]!.questions[1]!, least: 6, most: 7 },
      'pages.0.questions.1.least more-than-options',
    ],
    ['pages.0.questions.1.alone', 'nobody', 'pages.0.questions.1.alone unknown-option'],
    ['pages.2.questions.2.max', -1, 'pages.2.questions.2 empty-range'],
    ['pages.2.questions.3.until', '2025-12-31', 'pages.2.questions.3 empty-range'],
    // conditions
    ['pages.1.questions.1.when', answered('nobody'), 'pages.1.questions.1.when unknown-field'],
    ['pages.1.questions.1.when', answered('staff'), 'pages.1.questions.1.when unknown-field'],
    ['pages.1.questions.1.when', answered('clean'), 'pages.1.questions.1.when later-field'],
    ['pages.1.questions.1.when', answered('recommend'), 'pages.1.questions.1.when later-field'],
    ['pages.1.when', answered('clean'), 'pages.1.when later-field'],
    ['pages.0.questions.1.options.0.when', answered('heard'), 'pages.0.questions.1.options.0.when later-field'],
    ['pages.2.questions.5.rows.0.when', answered('online.bill.f'), 'pages.2.questions.5.rows.0.when later-field'],
    [
      'endings.1.when',
      { op: 'all', of: [answered('mail'), { op: 'not', of: answered('nobody') }] },
      'endings.1.when.of.1.of unknown-field',
    ],
    ['pages.2.when', compared('eq', 'visit', 'other'), 'pages.2.when unknown-option'],
    ['pages.2.when', compared('in', 'visit', ['new', 'other']), 'pages.2.when unknown-option'],
    ['pages.2.when', compared('includes', 'heard', 'other'), 'pages.2.when unknown-option'],
    ['pages.2.when', compared('eq', 'heard', 'web'), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('includes', 'visit', 'new'), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('lt', 'visit', 3), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('includes', 'clean', '3'), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('includes', 'clinic', '3'), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('eq', 'rank', 'care'), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('ge', 'visit.none', 3), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('eq', 'visit.none', 3), 'pages.2.when not-comparable'],
    ['pages.2.when', compared('eq', 'clean', 6), 'pages.2.when never-holds'],
    ['pages.2.when', compared('ne', 'clean', 0), 'pages.2.when never-holds'],
    ['pages.2.when', compared('eq', 'clean', 2.5), 'pages.2.when never-holds'],
    ['pages.2.when', compared('eq', 'clean', 'good'), 'pages.2.when never-holds'],
    ['pages.2.when', compared('eq', 'recommend', 'na'), 'pages.2.when never-holds'],
    ['pages.2.when', compared('in', 'clean', [5, 6]), 'pages.2.when never-holds'],
    ['pages.2.when', compared('lt', 'clean', 1), 'pages.2.when never-holds'],
    ['pages.2.when', compared('le', 'clean', 0), 'pages.2.when never-holds'],
    ['pages.2.when', compared('gt', 'clean', 5), 'pages.2.when never-holds'],
    ['pages.2.when', compared('ge', 'clean', 6), 'pages.2.when never-holds'],
    ['endings.1.when', compared('gt', 'minutes', 600), 'endings.1.when never-holds'],
    ['endings.1.when', compared('gt', 'weights.response', 100), 'endings.1.when never-holds'],
    // placeholders
    ['title', both('{{nobody}}'), ['title.zh unknown-field', 'title.en unknown-field']],
    ['title', { zh: '{{visit}}', en: 'x' }, 'title.zh later-field'],
    ['pages.0.questions.0.text', { zh: '{{visit}}', en: 'x' }, 'pages.0.questions.0.text.zh later-field'],
    ['pages.0.questions.0.options.1.text', { zh: 'x', en: '{{heard}}' }, 'pages.0.questions.0.options.1.text.en later-field'],
    ['pages.2.questions.2.unit', { zh: 'x', en: '{{day}}' }, 'pages.2.questions.2.unit.en later-field'],
    ['endings.2.text', { zh: 'x', en: '{{ What }}' }, 'endings.2.text.en broken-placeholder'],
    ['endings.2.text', { zh: 'x', en: '{{why' }, 'endings.2.text.en broken-placeholder'],
    ['measures.0.name', { zh: 'x', en: '{{why}}' }, 'measures.0.name.en placeholder-in-name'],
    // words
    ['title', { zh: 'x' }, 'title missing-words'],
    ['title', { zh: 'x', en: ' ' }, 'title missing-words'],
    ['intro', { en: 'x' }, 'intro missing-words'],
    ['pages.1.questions.1.scale.labels.1', { en: 'x' }, 'pages.1.questions.1.scale.labels.1 missing-words'],
    ['measures.6.dimensions.0.name', { en: 'x' }, 'measures.6.dimensions.0.name missing-words'],
    // measures
    ['measures.0.fields.1', 'nobody', 'measures.0.fields.1 unknown-field'],
    ['measures.0.fields.1', 'why', 'measures.0.fields.1 wrong-kind'],
    ['measures.0.fields.1', 'staff.polite', 'measures.0.fields.1 duplicate-key'],
    ['measures.0.least', 4, 'measures.0.least more-than-fields'],
    ['measures.1.fields.2', 'day', 'measures.1.fields.2 wrong-kind'],
    ['measures.1.points', { 'visit.other': 1 }, 'measures.1.points unknown-answer'],
    ['measures.1.points', { 'clean.6': 1 }, 'measures.1.points unknown-answer'],
    ['measures.1.points', { recommend: 1 }, 'measures.1.points unknown-answer'],
    ['measures.1.points', { 'clean.': 1 }, 'measures.1.points unknown-answer'],
    ['measures.2.from', 1, 'measures.2.from out-of-scale'],
    ['measures.2.from', 6, 'measures.2.from out-of-scale'],
    ['measures.2.field', 'minutes', 'measures.2.field wrong-kind'],
    ['measures.3.field', 'clean', 'measures.3.field not-zero-to-ten'],
    ['measures.4.field', 'nobody', 'measures.4.field unknown-field'],
    ['measures.5.weights', [1, 1], 'measures.5.weights weights-length'],
    ['measures.5.weights', [0, 0, 0], 'measures.5.weights weights-all-zero'],
    ['measures.5.fields.0', 'visit', 'measures.5.fields.0 wrong-kind'],
    ['measures.6.question', 'matters', 'measures.6.question wrong-kind'],
    ['measures.6.question', 'nobody', 'measures.6.question unknown-question'],
    ['measures.6.points', 'nobody', 'measures.6.points unknown-question'],
    ['measures.6.points', 'staff', 'measures.6.points wrong-kind'],
    ['measures.6.dimensions.1.key', 'speed', 'measures.6.points no-row-for-dimension'],
    ['measures.6.dimensions.0.rows', ['modern'], 'measures.6.dimensions row-in-no-dimension'],
    ['measures.6.dimensions.0.rows', ['modern', 'neat', 'ready'], 'measures.6.dimensions.1.rows.0 row-twice'],
    ['measures.6.dimensions.0.rows', ['modern', 'neat', 'other'], 'measures.6.dimensions.0.rows.2 unknown-row'],
    ['measures.7.dimensions.1.key', 'manner', 'measures.7.dimensions.1.key duplicate-key'],
    ['measures.7.question', 'quality', 'measures.7.question wrong-kind'],
    ['measures.8.question', 'quality', 'measures.8.question wrong-kind'],
    ['measures.9.question', 'quality', 'measures.9.question wrong-kind'],
    ['measures.10.question', 'matters', 'measures.10.question wrong-kind'],
    ['measures.10.outcome', 'staff.polite', 'measures.10.outcome outcome-among-fields'],
    ['measures.11.blocks.0.fields.0', 'minutes', 'measures.11.blocks.0.fields.0 wrong-kind'],
    [
      'measures.11.blocks.1.key',
      'image',
      [
        'measures.11.blocks.1.key duplicate-key',
        'measures.11.paths.0.to unknown-block',
        'measures.11.paths.1.from unknown-block',
        'measures.11.index unknown-block',
      ],
    ],
    ['measures.11.paths.2', { from: 'image', to: 'satisfaction' }, 'measures.11.paths.2 path-twice'],
    ['measures.11.paths.2', { from: 'loyalty', to: 'image' }, 'measures.11.paths circular'],
    ['measures.11.paths.2', { from: 'image', to: 'image' }, 'measures.11.paths circular'],
    ['measures.11.paths', [{ from: 'image', to: 'satisfaction' }], 'measures.11.blocks.2 block-without-path'],
    ['measures.11.index', 'nobody', 'measures.11.index unknown-block'],
    ['measures.12.order', [5, 4, 6], 'measures.12.order.2 unknown-answer'],
    ['measures.12.order', ['5', '4'], ['measures.12.order.0 unknown-answer', 'measures.12.order.1 unknown-answer']],
    ['measures.12.order', [5, 4, 5], 'measures.12.order.2 duplicate-key'],
    ['measures.13.outcome', 'staff.polite', 'measures.13.outcome outcome-among-fields'],
    ['measures.13.outcome', 'why', 'measures.13.outcome wrong-kind'],
    ['measures.14.scales.0.fields', ['staff.polite'], 'measures.14.scales.0.fields too-few-fields'],
    ['measures.14.scales.0.fields', ['staff.polite', 'minutes'], 'measures.14.scales.0.fields.1 wrong-kind'],
  ])('finds at %s the value %j: %s', (path, value, faults) => {
    expect(faultsOf(path, value)).toEqual([faults].flat());
  });

  it.each([
    ['pages.2.when', compared('eq', 'clean', 'na')],
    ['pages.2.when', compared('ge', 'clean', 5)],
    ['pages.2.when', compared('in', 'clean', [1, 5])],
    ['pages.0.questions.1.least', 3],
    ['measures.0.least', 3],
    ['pages.2.when', compared('le', 'clean', 1)],
    ['pages.2.when', compared('eq', 'clinic', 3)],
    ['endings.1.when', compared('eq', 'day', '2026-03-01')],
    ['endings.1.when', compared('eq', 'minutes', 0.5)],
    ['endings.1.when', answered('photo')],
    ['measures.1.points', { 'clean.na': 1, 'clean.3': 2 }],
    ['measures.1', { key: 's', name: both('x'), kind: 'sum', fields: ['minutes'], points: { 'minutes.30': -5 } }],
    ['pages.2.questions.0.help', {}],
  ])('takes at %s the value %j', (path, value) => {
    expect(faultsOf(path, value)).toEqual([]);
  });

  it('finds a scale without a range', () => {
    const empty = structuredCloneOf(visitForm) as typeof visitForm;
    Object.assign(empty.pages[2]!.questions[6]!, { scale: { min: 3, max: 3, labels: {}, na: false, look: 'buttons' } });
    expect(reviewForm(empty)).toEqual([{ path: 'pages.2.questions.6.scale', code: 'empty-range', params: { min: 3, max: 3 } }]);
  });

  it('says what words need', () => {
    expect(reviewForm(changed('pages.2.when', compared('gt', 'clean', 5)))[0]?.params).toEqual({ field: 'clean', value: 5 });
    expect(reviewForm(changed('title', { zh: 'x' }))[0]?.params).toEqual({ language: 'en' });
  });
});

describe('missingWords', () => {
  it('are all of a language that nobody has begun', () => {
    const begun = form.parse({ ...visitFormInput, languages: ['zh', 'en', 'ug'] });
    const missing = missingWords(begun);
    expect(new Set(missing.map(({ language }) => language))).toEqual(new Set(['ug']));
    const texts = JSON.stringify(begun).match(/"en":/g) ?? [];
    expect(missing).toHaveLength(texts.length);
  });
});

describe('joinedFields', () => {
  const keys = (path: string, value: unknown) => joinedFields(visitForm, changed(path, value)).map(({ key }) => key);
  const all = joinedFields(visitForm, visitForm).map(({ key }) => key);

  it('are all of a form that stayed the same', () => {
    expect(all).toHaveLength(32);
  });

  it('leave out what is new, of another kind or on another scale', () => {
    expect(keys('pages.1.questions.1.key', 'cleaner')).toEqual(all.filter((key) => key !== 'clean'));
    expect(keys('pages.1.questions.1.scale.max', 7)).toEqual(all.filter((key) => key !== 'clean'));
    expect(keys('pages.1.questions.1.scale.min', 0)).toEqual(all.filter((key) => key !== 'clean'));
    expect(keys('pages.1.questions.1', { key: 'clean', type: 'text', text: {} })).toEqual(all.filter((key) => key !== 'clean'));
    expect(keys('pages.0.questions.0.options.1.text', both('again and again'))).toEqual(all);
  });
});
