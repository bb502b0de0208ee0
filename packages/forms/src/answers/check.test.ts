import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { form, type Form } from '../definition/index.ts';
import { fieldsOf } from '../fields/index.ts';
import { visitAnswers, visitForm } from '../visit-form.testing.ts';
import { check, packAnswers, score, visible, type Answers } from './index.ts';

const complete = (answers: unknown, of = visitForm) => check(of, answers, {}, { complete: true });
const draft = (answers: unknown, of = visitForm) => check(of, answers, {}, { complete: false });
const text = {};

describe('check', () => {
  it('finds nothing wrong with complete answers', () => {
    expect(complete(visitAnswers)).toEqual([]);
    expect(draft({})).toEqual([]);
  });

  it.each<[string, unknown, string, object]>([
    ['nothing', 3, 'unknown-field', {}],
    ['constructor', 'x', 'unknown-field', {}],
    ['staff', 3, 'unknown-field', {}],
    ['staff.polite.e', 3, 'unknown-field', {}],
    ['hello', 'x', 'unknown-field', {}],
    ['visit', 'other', 'unknown-option', {}],
    ['visit', 3, 'unknown-option', {}],
    ['visit', ['again'], 'unknown-option', {}],
    ['visit', null, 'unknown-option', {}],
    ['visit.none', 'a ghost', 'hidden', {}],
    ['heard', 'web', 'not-a-list', {}],
    ['heard', { 0: 'web', length: 1 }, 'not-a-list', {}],
    ['heard', ['web', 'radio'], 'unknown-option', {}],
    ['heard', [['web']], 'unknown-option', {}],
    ['heard', ['web', 'web'], 'twice', {}],
    ['heard', ['web', 'press', 'friend', 'doctor'], 'too-many', { most: 3 }],
    ['heard', ['web', 'nowhere'], 'alone', { option: 'nowhere' }],
    ['heard.web', 7, 'not-text', {}],
    ['heard.web', 'x'.repeat(2001), 'too-long', { most: 2000 }],
    ['clean', 6, 'out-of-scale', { min: 1, max: 5 }],
    ['clean', 0, 'out-of-scale', { min: 1, max: 5 }],
    ['clean', 2.5, 'not-whole', {}],
    ['clean', '3', 'not-whole', {}],
    ['clean', '', 'not-whole', {}],
    ['clean', Number.NaN, 'not-whole', {}],
    ['clean', Number.POSITIVE_INFINITY, 'not-whole', {}],
    ['clean', null, 'not-whole', {}],
    ['clean', [3], 'not-whole', {}],
    ['recommend', 77, 'out-of-scale', { min: 0, max: 10 }],
    ['recommend', -1, 'out-of-scale', { min: 0, max: 10 }],
    ['recommend', 'na', 'not-applicable-refused', {}],
    ['ease', 0, 'out-of-scale', { min: 1, max: 7 }],
    ['rank', ['care', 'care', 'price'], 'twice', {}],
    ['rank', ['care', 'speed', 'price'], 'unknown-option', {}],
    ['rank', ['care', 'wait', 'price', 'care'], 'too-many', { most: 3 }],
    ['why', 'x'.repeat(21), 'too-long', { most: 20 }],
    ['why', 'x'.repeat(1e6), 'too-long', { most: 20 }],
    ['why', '\0', 'not-text', {}],
    ['why', 'half \uD83D pair', 'not-text', {}],
    ['why', { toString: 'x' }, 'not-text', {}],
    ['mail', 'li@example', 'not-an-email', {}],
    ['mail', 'li@@example.org', 'not-an-email', {}],
    ['minutes', '42', 'not-a-number', {}],
    ['minutes', Number.NaN, 'not-a-number', {}],
    ['minutes', -1, 'too-small', { min: 0 }],
    ['minutes', 601, 'too-large', { max: 600 }],
    ['minutes', 1.25, 'too-many-decimals', { decimals: 1 }],
    ['day', '2026-02-30', 'not-a-date', {}],
    ['day', '2026-2-3', 'not-a-date', {}],
    ['day', '28.02.2026', 'not-a-date', {}],
    ['day', 20260228, 'not-a-date', {}],
    ['day', '2025-12-31', 'too-early', { from: '2026-01-01' }],
    ['day', '2027-01-01', 'too-late', { until: '2026-12-31' }],
    ['photo', ['a', 'b', 'c'], 'too-many', { most: 2 }],
    ['photo', ['a', 'a'], 'twice', {}],
    ['photo', ['../../etc/passwd'], 'not-a-file', {}],
    ['photo', [7], 'not-a-file', {}],
    ['photo', 'a', 'not-a-list', {}],
    ['online.booking.f', 6, 'out-of-scale', { min: 1, max: 5 }],
    ['quality.neat.e', 8, 'out-of-scale', { min: 1, max: 7 }],
    ['weights.response', 101, 'out-of-scale', { min: 0, max: 100 }],
    ['weights.response', 7.5, 'not-whole', {}],
    ['matters.price.p', 3, 'unknown-field', {}],
  ])('refuses at %s the value %j: %s', (field, value, code, params) => {
    expect(draft({ ...visitAnswers, [field]: value }).filter((each) => each.field === field)).toEqual([{ field, code, params }]);
    expect(complete({ ...visitAnswers, [field]: value }).filter((each) => each.field === field)).toEqual([{ field, code, params }]);
  });

  it.each<[string, unknown]>([
    ['clean', 1],
    ['clean', 5],
    ['recommend', 0],
    ['recommend', 6],
    ['why', '𠮷'.repeat(20)],
    ['why', '😀'],
    ['mail', 'a.b+c@mail.example.co.uk'],
    ['mail', ''],
    ['minutes', 0.1],
    ['minutes', 600],
    ['day', '2026-12-31'],
    ['photo', []],
    ['heard', ['nowhere']],
    ['heard', ['friend', 'press', 'web']],
    ['heard', []],
    ['rank', []],
  ])('takes at %s the value %j', (field, value) => {
    const { 'heard.web': _, ...rest } = visitAnswers;
    const shown = visible(visitForm, { ...rest, [field]: value } as Answers, {}).answers;
    expect(complete({ ...shown, [field]: value })).toEqual([]);
  });

  it('asks for what is required and shown, only at the end', () => {
    const { 'staff.polite': _polite, recommend: _recommend, ...rest } = visitAnswers;
    const shown = visible(visitForm, rest, {}).answers;
    expect(draft(shown)).toEqual([]);
    expect(complete(shown).map(({ field, code }) => `${field} ${code}`)).toEqual(['staff.polite required', 'recommend required']);
    expect(complete({ visit: 'none' })).toEqual([]);
    expect(complete({}).map(({ field }) => field)).toEqual(['visit', 'staff.polite', 'staff.clear', 'staff.quick', 'recommend']);
  });

  it('refuses answers to what is hidden, also in a draft', () => {
    const faults = [
      { field: 'why', code: 'hidden', params: {} },
      { field: 'mail', code: 'hidden', params: {} },
    ];
    expect(draft({ ...visitAnswers, recommend: 9 })).toEqual(faults);
    expect(draft({ ...visitAnswers, visit: 'new' })).toEqual([{ field: 'heard', code: 'hidden-option', params: {} }]);
    expect(draft({ ...visitAnswers, recommend: 9, why: '', mail: ' ' })).toEqual([]);
  });

  it('asks for whole lists, orders and totals only at the end', () => {
    const { 'heard.web': _, ...rest } = visitAnswers;
    expect(complete({ ...rest, heard: ['press'] })).toEqual([{ field: 'heard', code: 'too-few', params: { least: 2 } }]);
    expect(draft({ ...rest, heard: ['press'] })).toEqual([]);
    expect(complete({ ...visitAnswers, rank: ['care'] })).toEqual([{ field: 'rank', code: 'not-all-ranked', params: {} }]);
    expect(draft({ ...visitAnswers, rank: ['care'] })).toEqual([]);
    expect(complete({ ...visitAnswers, 'weights.response': 70 })).toEqual([
      { field: 'weights', code: 'sum', params: { total: 100, is: 95 } },
    ]);
    expect(draft({ ...visitAnswers, 'weights.response': 70 })).toEqual([]);
  });

  it('takes a row of points left empty for 0, and required points for required', () => {
    const rows = ['a', 'b'].map((key) => ({ key, text }));
    const pointsForm = (required: boolean): Form =>
      form.parse({
        languages: ['en'],
        title: text,
        pages: [{ key: 'p', questions: [{ key: 'w', type: 'points', text, rows, required }] }],
      });
    expect(complete({ 'w.a': 100 }, pointsForm(true))).toEqual([]);
    expect(complete({}, pointsForm(true))).toEqual([{ field: 'w', code: 'required', params: {} }]);
    expect(complete({}, pointsForm(false))).toEqual([]);
  });

  it('asks for no more options than are left', () => {
    const options = [{ key: 'a', text }, ...['b', 'c'].map((key) => ({ key, text, when: { op: 'answered', field: 'x' } }))];
    const left = form.parse({
      languages: ['en'],
      title: text,
      given: [{ key: 'x', name: text }],
      pages: [
        {
          key: 'p',
          questions: [
            { key: 'm', type: 'multiple', text, options, least: 2 },
            { key: 'r', type: 'ranking', text, options },
          ],
        },
      ],
    });
    expect(complete({ m: ['a'], r: ['a'] }, left)).toEqual([]);
    expect(check(left, { m: ['a'], r: ['a'] }, { x: '1' }, { complete: true }).map(({ code }) => code)).toEqual([
      'too-few',
      'not-all-ranked',
    ]);
  });

  it.each([
    ['+86 (10) 6552-9988', true],
    ['13800138000', true],
    ['1234', false],
    ['call me', false],
  ])('takes %s for a telephone number: %s', (phone, right) => {
    expect(draft({ c: phone }, contact('phone'))).toEqual(right ? [] : [{ field: 'c', code: 'not-a-phone', params: {} }]);
  });

  it.each([
    ['https://example.org/a?b=1#c', true],
    ['http://服务.example', true],
    ['example.org', false],
    ['javascript:alert(1)', false],
    ['https://', false],
  ])('takes %s for a web address: %s', (url, right) => {
    expect(draft({ c: url }, contact('url'))).toEqual(right ? [] : [{ field: 'c', code: 'not-a-url', params: {} }]);
  });

  const contact = (kind: string): Form =>
    form.parse({ languages: ['en'], title: text, pages: [{ key: 'p', questions: [{ key: 'c', type: 'text', text, kind }] }] });

  it.each([[null], [undefined], ['answers'], [7], [[visitAnswers]]])('takes %j for no answers', (rubbish) => {
    expect(draft(rubbish)).toEqual([{ field: '', code: 'not-answers', params: {} }]);
  });

  it('is not deceived by keys of prototypes', () => {
    const polluted: unknown = JSON.parse('{"__proto__": {"clean": 99}, "constructor": 1}');
    expect(draft(polluted).map(({ field, code }) => `${field} ${code}`)).toEqual(['__proto__ unknown-field', 'constructor unknown-field']);
    expect(draft(Object.create({ clean: 99 }))).toEqual([]);
  });

  it('repeats a huge key only in part', () => {
    expect(draft({ ['k'.repeat(1e6)]: 1 })[0]?.field).toHaveLength(90);
  });
});

describe('rubbish', () => {
  const fields = fieldsOf(visitForm).map(({ key }) => key);
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...Object.values(visitAnswers)) },
    { weight: 2, arbitrary: fc.integer({ min: -2, max: 12 }) },
    { weight: 1, arbitrary: fc.anything() },
  );
  const record = fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fields) }, { weight: 1, arbitrary: fc.string() }),
    value,
    {
      maxKeys: 12,
    },
  );

  it('is refused and never throws; what is not refused can be shown, scored and packed', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(record, fc.anything()), fc.boolean(), (answers, isComplete) => {
        const faults = check(visitForm, answers, {}, { complete: isComplete });
        if (faults.length > 0) return;
        accepted += 1;
        packAnswers(visitForm, answers as Answers);
        for (const each of score(visitForm, answers as Answers)) expect(Number.isFinite(each.value)).toBe(true);
        expect(check(visitForm, visible(visitForm, answers as Answers, {}).answers, {}, { complete: isComplete })).toEqual([]);
      }),
      { numRuns: 3000, seed: 20261121 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('speed', () => {
  it('checks 22 statements asked twice in less than 50 µs', () => {
    const rows = Array.from({ length: 22 }, (_, at) => ({ key: `r${at}`, text }));
    const questions = [{ key: 'q', type: 'pair', ask: 'expectation', text, required: true, rows, scale: { min: 1, max: 7 } }];
    const servqual = form.parse({ languages: ['en'], title: text, pages: [{ key: 'p', questions }] });
    const answers = Object.fromEntries(fieldsOf(servqual).map(({ key }, at) => [key, 1 + (at % 7)]));
    // A short batch often runs undisturbed, and the best of many is what the code costs; the others are what else the machine does.
    const milliseconds = Array.from({ length: 150 }, () => {
      const start = Date.now();
      let faults = 0;
      for (let run = 0; run < 100; run++) faults += complete(answers, servqual).length;
      expect(faults).toBe(0);
      return Date.now() - start;
    });
    expect((Math.min(...milliseconds) / 100) * 1000).toBeLessThan(50);
  });
});
