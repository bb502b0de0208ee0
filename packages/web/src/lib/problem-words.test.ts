import { ProblemError } from '@zhiheng/contract/call';
import { eventType } from '@zhiheng/contract/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '../paraglide/runtime.js';
import { casesOf, readMessages } from '../testing/read-messages.ts';
import { fieldCodes, problemCodes } from '../testing/server-codes.ts';
import { knowAllProblems } from './all-problem-words.ts';
import { fieldProblems, problemWords } from './problem-words.ts';

const locales = ['zh', 'en'] as const;

describe.each(locales)('words in %s', (locale) => {
  const errors = readMessages('errors', locale);
  const known = new Set([...casesOf(errors['error_words']), ...casesOf(errors['more_error_words'])]);
  const knownFields = new Set([...casesOf(errors['field_error_words']), ...casesOf(errors['more_field_error_words'])]);

  it('has them for every problem that the server can answer', () => {
    expect(problemCodes.length).toBeGreaterThan(50);
    expect(problemCodes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('has them for every wrong field', () => {
    expect(fieldCodes.length).toBeGreaterThan(40);
    expect(fieldCodes.filter((code) => !knownFields.has(code))).toEqual([]);
  });

  it('has them for what zod finds', () => {
    const found = [
      'invalid_type',
      'too_big',
      'too_small',
      'invalid_format',
      'not_multiple_of',
      'unrecognized_keys',
      'invalid_union',
      'invalid_key',
    ];
    expect([...found, 'invalid_value', 'custom'].filter((code) => !knownFields.has(code))).toEqual([]);
  });

  it.each(['event_name', 'event_sentence'])('has a %s for every event', (message) => {
    expect(eventType.options.filter((type) => !casesOf(errors[message]).has(type))).toEqual([]);
  });

  it('has none for codes that nothing uses any more', () => {
    const used = new Set([...problemCodes, 'page_fault', '*', 'invalid', 'unclosed_quote', 'row_too_long']);
    expect([...known].filter((code) => !used.has(code))).toEqual([]);
  });
});

const problem = (code: string, more: object = {}) =>
  new ProblemError({ type: '', title: '', status: 422, code, params: {}, errors: [], ...more });

describe('words of a problem', () => {
  beforeEach(() => {
    knowAllProblems();
    overwriteGetLocale(() => 'en');
  });
  afterEach(() => overwriteGetLocale(() => 'zh'));

  it('names the culprit, even when its parameter is called code', () => {
    expect(problemWords(problem('used_by_formula', { params: { code: 'sla_rate' } }))).toBe(
      'The formula of sla_rate uses it: change that formula first.',
    );
  });

  it('says of an unknown code at least which one it is', () => {
    expect(problemWords(problem('brand_new'))).toBe('This did not work (brand_new).');
  });

  it('says of texts and lists how long they must be', () => {
    const errors = [
      { path: 'password', code: 'too_small', params: { origin: 'string', minimum: 10 } },
      { path: 'roles', code: 'too_small', params: { origin: 'array', minimum: 1 } },
      { path: 'days', code: 'too_big', params: { origin: 'number', maximum: 366 } },
    ];
    expect(Object.fromEntries(fieldProblems(problem('invalid', { errors })))).toEqual({
      password: 'At least 10 characters.',
      roles: 'At least 1 of them.',
      days: 'Too large: at most 366.',
    });
  });

  it('shows a fault of the page as such', () => {
    expect(problemWords(new TypeError('x is undefined'))).toMatch(/^Something went wrong in the page/);
  });
});
