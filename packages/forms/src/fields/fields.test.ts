import { describe, expect, it } from 'vitest';
import { form } from '../definition/index.ts';
import { visitForm, visitFormInput } from '../visit-form.testing.ts';
import { fieldName, fieldsOf, scaleFieldsOf, wordsIn } from './index.ts';

describe('fields', () => {
  it('are those of every type of question, in the order in which they are asked', () => {
    expect(fieldsOf(visitForm).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'choice visit',
      'text visit.none',
      'choices heard',
      'text heard.web',
      'scale clean',
      'scale staff.polite',
      'scale staff.clear',
      'scale staff.quick',
      'scale recommend',
      'scale ease',
      'order rank',
      'text why',
      'text mail',
      'number minutes',
      'date day',
      'files photo',
      'scale online.booking.f',
      'scale online.booking.d',
      'scale online.bill.f',
      'scale online.bill.d',
      'scale quality.modern.e',
      'scale quality.modern.p',
      'scale quality.neat.e',
      'scale quality.neat.p',
      'scale quality.ready.e',
      'scale quality.ready.p',
      'number weights.tangibles',
      'number weights.response',
      'scale matters.price.i',
      'scale matters.price.s',
      'scale matters.access.i',
      'scale matters.access.s',
    ]);
  });

  it('know their limits, their row and which of two numbers they are', () => {
    const fields = new Map(scaleFieldsOf(visitForm).map((field) => [field.key, field]));
    expect(fields.get('recommend')).toMatchObject({ min: 0, max: 10, na: false, row: null, facet: null });
    expect(fields.get('ease')).toMatchObject({ min: 1, max: 7, na: false });
    expect(fields.get('staff.clear')).toMatchObject({ min: 1, max: 5, na: true, row: 'clear', facet: null });
    expect(fields.get('online.bill.d')).toMatchObject({ min: 1, max: 5, na: false, row: 'bill', facet: 'dysfunctional' });
    expect(fields.get('online.bill.f')?.facet).toBe('functional');
    expect(fields.get('quality.neat.e')).toMatchObject({ min: 1, max: 7, row: 'neat', facet: 'expectation' });
    expect(fields.get('quality.neat.p')?.facet).toBe('perception');
    expect(fields.get('matters.price.i')?.facet).toBe('importance');
    expect(fields.get('matters.price.s')?.facet).toBe('satisfaction');
    expect(fieldsOf(visitForm).find(({ key }) => key === 'heard.web')).toMatchObject({ option: 'web', question: 'heard' });
  });

  it('are found once for each form', () => {
    expect(fieldsOf(visitForm)).toBe(fieldsOf(visitForm));
    expect(fieldsOf({ ...visitForm, pages: [] })).toEqual([]);
  });

  it('of a question that stands twice in a draft are those of the first', () => {
    const again = { key: 'visit', type: 'date' as const, text: {} };
    const draft = form.parse({ ...visitFormInput, pages: [...visitFormInput.pages, { key: 'copy', questions: [again] }] });
    expect(fieldsOf(draft)).toEqual(fieldsOf(visitForm));
  });

  const nameOf = (key: string, language: string, of = visitForm): string => {
    const field = fieldsOf(of).find((each) => each.key === key);
    return field === undefined ? 'no such field' : fieldName(of, field, language);
  };

  it('have names in the language of the reader', () => {
    expect(nameOf('quality.neat.e', 'zh')).toBe('题目quality / 事项neat / 期望');
    expect(nameOf('quality.neat.p', 'en')).toBe('Question quality / Matter neat / perceived');
    expect(nameOf('heard.web', 'en')).toBe('Question heard / Option web');
    expect(nameOf('weights.response', 'zh')).toBe('题目weights / 事项response');
    expect(nameOf('visit', 'ug')).toBe('题目visit');
  });

  it('keep their names apart in languages that we have no words for', () => {
    const uyghur = form.parse({
      languages: ['ug'],
      title: { ug: 'x' },
      pages: [
        {
          key: 'p',
          questions: [
            {
              key: 'q',
              type: 'pair',
              ask: 'importance',
              text: { ug: 'س' },
              scale: { min: 1, max: 5 },
              rows: [{ key: 'r', text: { ug: 'ر' } }],
              first: { ug: 'م' },
            },
          ],
        },
      ],
    });
    expect(nameOf('q.r.i', 'ug', uyghur)).toBe('س / ر / م');
    expect(nameOf('q.r.s', 'ug', uyghur)).toBe('س / ر / satisfaction');
  });

  it('take the words of the first language where the asked one is blank or no language at all', () => {
    expect(wordsIn(visitForm, { zh: '服务', en: ' ' }, 'en')).toBe('服务');
    expect(wordsIn(visitForm, { zh: '服务' }, 'constructor')).toBe('服务');
    expect(wordsIn(visitForm, {}, 'en')).toBe('');
  });
});
