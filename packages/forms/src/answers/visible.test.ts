import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { form, type Condition, type Form } from '../definition/index.ts';
import { visitAnswers, visitForm, visitFormInput } from '../visit-form.testing.ts';
import { endingOf, visible, type Answers, type Given } from './index.ts';

const text = {};
const yesNo = [
  { key: 'yes', text },
  { key: 'no', text },
];
const single = (key: string, when?: Condition) => ({ key, type: 'single' as const, text, options: yesNo, ...(when && { when }) });
const formOf = (pages: unknown[], more: object = {}): Form => form.parse({ languages: ['en'], title: text, pages, ...more });
const page = (key: string, ...questions: unknown[]) => ({ key, questions });
const yes = (field: string): Condition => ({ op: 'eq', field, value: 'yes' });

const questionsOf = (of: Form, answers: Answers, given: Given = {}): string[] =>
  visible(of, answers, given).pages.flatMap(({ questions }) => questions.map(({ key }) => key));

describe('visible', () => {
  it('shows everything without conditions', () => {
    const plain = formOf([page('p', single('a')), page('q', single('b'))]);
    expect(visible(plain, {}, {})).toEqual({
      pages: [
        { key: 'p', questions: [{ key: 'a', rows: [], options: ['yes', 'no'] }] },
        { key: 'q', questions: [{ key: 'b', rows: [], options: ['yes', 'no'] }] },
      ],
      fields: new Set(['a', 'b']),
      answers: {},
      screenedOut: null,
    });
  });

  it('lets what is hidden count as not answered, through the whole chain', () => {
    const chain = formOf([page('p', single('a'), single('b', yes('a')), single('c', yes('b')), single('d', { op: 'not', of: yes('c') }))]);
    expect(questionsOf(chain, { a: 'yes', b: 'yes', c: 'yes' })).toEqual(['a', 'b', 'c']);
    expect(questionsOf(chain, { a: 'no', b: 'yes', c: 'yes' })).toEqual(['a', 'd']);
    expect(visible(chain, { a: 'no', b: 'yes', c: 'yes' }, {}).answers).toEqual({ a: 'no' });
  });

  it.each<[Condition, Answers, boolean]>([
    [{ op: 'answered', field: 'n' }, { n: 0 }, true],
    [{ op: 'answered', field: 'n' }, {}, false],
    [{ op: 'answered', field: 't' }, { t: ' ' }, false],
    [{ op: 'answered', field: 'm' }, { m: [] }, false],
    [{ op: 'eq', field: 'n', value: 3 }, { n: 3 }, true],
    [{ op: 'eq', field: 'n', value: 3 }, { n: 4 }, false],
    [{ op: 'ne', field: 'n', value: 3 }, { n: 4 }, true],
    [{ op: 'ne', field: 'n', value: 3 }, { n: 3 }, false],
    [{ op: 'ne', field: 'n', value: 3 }, {}, false],
    [{ op: 'lt', field: 'n', value: 3 }, { n: 2 }, true],
    [{ op: 'lt', field: 'n', value: 3 }, { n: 3 }, false],
    [{ op: 'le', field: 'n', value: 3 }, { n: 3 }, true],
    [{ op: 'le', field: 'n', value: 3 }, { n: 4 }, false],
    [{ op: 'gt', field: 'n', value: 3 }, { n: 4 }, true],
    [{ op: 'gt', field: 'n', value: 3 }, { n: 3 }, false],
    [{ op: 'ge', field: 'n', value: 3 }, { n: 3 }, true],
    [{ op: 'ge', field: 'n', value: 3 }, { n: 2 }, false],
    [{ op: 'lt', field: 'n', value: 3 }, { n: 'na' }, false],
    [{ op: 'ge', field: 'n', value: 3 }, { n: 'na' }, false],
    [{ op: 'in', field: 'n', values: [1, 3] }, { n: 3 }, true],
    [{ op: 'in', field: 'n', values: [1, 3] }, { n: 2 }, false],
    [{ op: 'includes', field: 'm', value: 'no' }, { m: ['yes', 'no'] }, true],
    [{ op: 'includes', field: 'm', value: 'no' }, { m: ['yes'] }, false],
    [{ op: 'includes', field: 't', value: 'no' }, { t: 'no way' }, false],
    [{ op: 'not', of: { op: 'answered', field: 'n' } }, {}, true],
    [
      {
        op: 'all',
        of: [
          { op: 'answered', field: 'n' },
          { op: 'answered', field: 't' },
        ],
      },
      { n: 1, t: 'a' },
      true,
    ],
    [
      {
        op: 'all',
        of: [
          { op: 'answered', field: 'n' },
          { op: 'answered', field: 't' },
        ],
      },
      { n: 1 },
      false,
    ],
    [
      {
        op: 'any',
        of: [
          { op: 'answered', field: 'n' },
          { op: 'answered', field: 't' },
        ],
      },
      { t: 'a' },
      true,
    ],
    [
      {
        op: 'any',
        of: [
          { op: 'answered', field: 'n' },
          { op: 'answered', field: 't' },
        ],
      },
      {},
      false,
    ],
    [{ op: 'eq', field: 'visits', value: 12 }, {}, true],
    [{ op: 'ge', field: 'visits', value: 9 }, {}, true],
    [{ op: 'lt', field: 'visits', value: 9 }, {}, false],
    [{ op: 'answered', field: 'constructor' }, {}, false],
    [{ op: 'answered', field: 'never_heard_of' }, {}, false],
  ])('reads the condition %j of %j as %s', (when, answers, holds) => {
    const asked = [
      { key: 'n', type: 'scale', text, scale: { min: 0, max: 9, na: true } },
      { key: 't', type: 'text', text },
      { key: 'm', type: 'multiple', text, options: yesNo },
    ];
    const plain = formOf([page('p', ...asked, single('then', when))]);
    expect(visible(plain, answers, { visits: '12' }).fields.has('then')).toBe(holds);
  });

  it('does not let a condition see its own question or a later one', () => {
    const ahead = formOf([page('p', single('a', { op: 'not', of: yes('b') }), single('b', yes('b')), single('c'))]);
    expect(questionsOf(ahead, { a: 'yes', b: 'yes' })).toEqual(['c']);
  });

  it('hides pages, and leaves out those with nothing to show', () => {
    const pages = [page('p', single('a')), { ...page('q', single('b'), single('c')), when: yes('a') }, page('r', single('d', yes('b')))];
    expect(visible(formOf(pages), { a: 'yes' }, {}).pages.map(({ key }) => key)).toEqual(['p', 'q']);
    expect(visible(formOf(pages), { a: 'no', b: 'yes' }, {}).pages.map(({ key }) => key)).toEqual(['p']);
    expect(visible(formOf(pages), { a: 'yes', b: 'yes' }, {}).pages.map(({ key }) => key)).toEqual(['p', 'q', 'r']);
  });

  it('hides options and rows, and does not count answers there', () => {
    const parts = [
      { key: 'x', text },
      { key: 'y', text, when: yes('a') },
    ];
    const scale = { min: 1, max: 5 };
    const questions = [
      single('a'),
      { key: 'one', type: 'single', text, options: parts },
      { key: 'many', type: 'multiple', text, options: parts },
      { key: 'rows', type: 'matrix', text, rows: parts, scale },
    ];
    const hiding = formOf([page('p', ...questions)]);
    const answers = { one: 'y', many: ['x', 'y'], 'rows.x': 3, 'rows.y': 4 };
    expect(visible(hiding, { a: 'no', ...answers }, {})).toMatchObject({
      pages: [{ questions: [{}, { options: ['x'] }, { options: ['x'] }, { rows: ['x'] }] }],
      answers: { a: 'no', many: ['x'], 'rows.x': 3 },
    });
    expect(visible(hiding, { a: 'no', ...answers }, {}).answers).not.toHaveProperty('one');
    expect(visible(hiding, { a: 'no', ...answers }, {}).fields.has('rows.y')).toBe(false);
    expect(visible(hiding, { a: 'yes', ...answers }, {}).answers).toEqual({ a: 'yes', ...answers });
    expect(visible(hiding, { a: 'no', many: ['y'] }, {}).answers).toEqual({ a: 'no' });
  });

  it('lets those write at an option who have chosen it', () => {
    expect(visible(visitForm, { visit: 'new' }, {}).fields.has('visit.none')).toBe(false);
    expect(visible(visitForm, { visit: 'none' }, {}).fields.has('visit.none')).toBe(true);
    expect(visible(visitForm, { visit: 'new', heard: ['press'] }, {}).fields.has('heard.web')).toBe(false);
    expect(visible(visitForm, { visit: 'new', heard: ['press', 'web'] }, {}).fields.has('heard.web')).toBe(true);
  });

  it('counts all complete answers', () => {
    expect(visible(visitForm, visitAnswers, {}).answers).toEqual(visitAnswers);
  });

  it('never shows more than there is, and counts no answer to what is not shown', () => {
    const answers = fc.dictionary(
      fc.constantFrom(...Object.keys(visitAnswers), 'nothing', 'constructor'),
      fc.oneof(fc.constantFrom(...Object.values(visitAnswers)), fc.jsonValue()),
    );
    fc.assert(
      fc.property(answers, (some) => {
        const shown = visible(visitForm, some as Answers, {});
        for (const field of Object.keys(shown.answers)) expect(shown.fields.has(field)).toBe(true);
        expect(visible(visitForm, shown.answers, {})).toEqual(shown);
        expect(endingOf(visitForm, some as Answers, {})).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('screening', () => {
  const out = (when: Condition) => ({ key: 'out', text, screens: true, when });
  const two = [page('p', single('a')), page('q', single('b')), page('r', single('c'))];

  it('shows nothing behind the page after which it holds', () => {
    const screened = formOf(two, { endings: [out(yes('b')), { key: 'end', text }] });
    expect(visible(screened, { a: 'yes', b: 'yes', c: 'yes' }, {})).toMatchObject({
      pages: [{ key: 'p' }, { key: 'q' }],
      answers: { a: 'yes', b: 'yes' },
      screenedOut: 'out',
    });
    expect(endingOf(screened, { b: 'yes' }, {})?.key).toBe('out');
    expect(visible(screened, { b: 'no' }, {})).toMatchObject({ pages: two.map(({ key }) => ({ key })), screenedOut: null });
    expect(endingOf(screened, { b: 'no' }, {})?.key).toBe('end');
  });

  it('waits for questions still to come', () => {
    const waiting = formOf(two, {
      endings: [
        out({
          op: 'all',
          of: [
            { op: 'answered', field: 'a' },
            { op: 'not', of: yes('b') },
          ],
        }),
      ],
    });
    expect(questionsOf(waiting, { a: 'yes', b: 'yes' })).toEqual(['a', 'b', 'c']);
    expect(questionsOf(waiting, { a: 'yes', b: 'no' })).toEqual(['a', 'b']);
    expect(questionsOf(waiting, { b: 'no' })).toEqual(['a', 'b', 'c']);
  });

  it('does not wait when the answers so far decide', () => {
    const decided = formOf(two, { endings: [out({ op: 'any', of: [yes('a'), { op: 'not', of: yes('b') }] })] });
    expect(questionsOf(decided, { a: 'yes', b: 'yes' })).toEqual(['a']);
    const negated = formOf(two, { endings: [out({ op: 'not', of: { op: 'any', of: [yes('a'), yes('c')] } })] });
    expect(questionsOf(negated, { a: 'yes' })).toEqual(['a', 'b', 'c']);
    expect(visible(negated, { a: 'yes' }, {}).screenedOut).toBeNull();
  });

  it('needs a condition', () => {
    const everybody = formOf(two, { endings: [{ key: 'out', text, screens: true }] });
    expect(visible(everybody, {}, {}).screenedOut).toBeNull();
    expect(endingOf(everybody, {}, {})).toBeNull();
  });
});

describe('endingOf', () => {
  it('takes the first that holds, by what counts', () => {
    expect(endingOf(visitForm, { visit: 'new', recommend: 6 }, {})?.key).toBe('care');
    expect(endingOf(visitForm, { visit: 'new', recommend: 7 }, {})?.key).toBe('thanks');
    expect(endingOf(visitForm, { visit: 'none', recommend: 6 }, {})?.key).toBe('sorry');
    expect(endingOf(form.parse({ ...visitFormInput, endings: [] }), {}, {})).toBeNull();
  });

  it('may ask for what was given', () => {
    const asked = formOf([page('p', single('a'))], { endings: [{ key: 'gold', text, when: { op: 'eq', field: 'level', value: 'gold' } }] });
    expect(endingOf(asked, {}, { level: 'gold' })?.key).toBe('gold');
    expect(endingOf(asked, {}, { level: 'tin' })).toBeNull();
  });
});
