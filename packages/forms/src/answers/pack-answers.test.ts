import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type Field } from '../fields/index.ts';
import { visitAnswers, visitForm } from '../visit-form.testing.ts';
import { packAnswers, unpackAnswers, type Answers } from './index.ts';

describe('packed answers', () => {
  it('are small integers in the order of the scale fields, and the rest', () => {
    const { scales, rest } = packAnswers(visitForm, visitAnswers);
    expect(scales).toEqual([-1, 5, 4, -1, 6, null, null, null, null, null, 7, 5, 6, 6, 7, 3, null, null, null, null]);
    expect(Object.keys(rest)).toEqual([
      'visit',
      'heard',
      'heard.web',
      'rank',
      'why',
      'mail',
      'minutes',
      'day',
      'photo',
      'weights.tangibles',
      'weights.response',
    ]);
  });

  it('come back as they were', () => {
    const valueOf = (field: Field): fc.Arbitrary<string | number | string[]> => {
      if (field.kind === 'scale') return fc.oneof(fc.integer({ min: field.min, max: field.max }), fc.constant('na'));
      return fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 }));
    };
    const answers = fc.record(Object.fromEntries(fieldsOf(visitForm).map((field) => [field.key, valueOf(field)])), { requiredKeys: [] });
    fc.assert(
      fc.property(answers, (some) => {
        const packed = packAnswers(visitForm, some as Answers);
        expect(unpackAnswers(visitForm, packed)).toEqual({ ...some });
        expect(packAnswers(visitForm, unpackAnswers(visitForm, packed))).toEqual(packed);
        expect(packed.scales).toHaveLength(20);
      }),
    );
  });

  it('are refused when they were not checked or belong to another form', () => {
    expect(() => packAnswers(visitForm, { clean: 'good' })).toThrow(RangeError);
    expect(() => packAnswers(visitForm, { clean: 2.5 })).toThrow(RangeError);
    expect(() => packAnswers(visitForm, { clean: -1 })).toThrow(RangeError);
    expect(() => unpackAnswers(visitForm, { scales: [1], rest: {} })).toThrow(RangeError);
  });
});
