import type { MeasureOf } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';
import type { FormIndex } from '../fields/fields-of.ts';
import { faultAt, repeatedAt, type FormFault } from './form-fault.ts';

type AnswerMeasure = MeasureOf<'sum' | 'csat' | 'nps' | 'ces' | 'grades'>;

/** A measure that says what single answers count, where it stands, and the form's look-ups. */
interface Reviewed<M extends AnswerMeasure = AnswerMeasure> {
  readonly path: string;
  readonly measure: M;
  readonly index: FormIndex;
}

/**
 * Faults of a measure that says what single answers count: points and grades of answers that cannot be given, a threshold that everybody or
 * nobody reaches, a promoter score of another scale than 0 to 10.
 * @example answerFaults({ path: 'measures.0', measure: { kind: 'csat', field: 'q', from: 1 }, index: { field: new Map([['q', { kind: 'scale', min: 1, max: 5 }]]) } }) // [{ path: 'measures.0.from', code: 'out-of-scale', params: { value: 1, min: 2, max: 5 } }]
 */
export function answerFaults({ path, measure, index }: Reviewed): readonly FormFault[] {
  switch (measure.kind) {
    case 'sum':
      return pointFaults({ path, measure, index });
    case 'csat':
      return thresholdFaults({ path, measure, index });
    case 'nps':
      return recommendationFaults({ path, measure, index });
    case 'grades':
      return gradeFaults({ path, measure, index });
    case 'ces':
      return [];
    default:
      return measure satisfies never;
  }
}

/** Points belong to an option or a number that can be answered at one of the fields. */
function pointFaults({ path, measure, index }: Reviewed<MeasureOf<'sum'>>): readonly FormFault[] {
  return Object.keys(measure.points).flatMap((key) => {
    const field = index.field.get(
      measure.fields.find((each) => key.startsWith(`${each}.`) && !key.slice(each.length + 1).includes('.')) ?? '',
    );
    const isAnswer = field !== undefined && canAnswer(field, key.slice(field.key.length + 1));
    return isAnswer ? [] : [faultAt(`${path}.points`, 'unknown-answer', { answer: key })];
  });
}

function canAnswer(field: Field, answer: string | number): boolean {
  if (field.kind === 'choice' || field.kind === 'choices') return field.options.includes(String(answer));
  if (field.kind !== 'scale') return field.kind === 'number' && Number.isFinite(Number(answer));
  if (answer === 'na') return field.na;
  return String(answer) !== '' && Number.isInteger(Number(answer)) && Number(answer) >= field.min && Number(answer) <= field.max;
}

function thresholdFaults({ path, measure, index }: Reviewed<MeasureOf<'csat'>>): readonly FormFault[] {
  const field = index.field.get(measure.field);
  if (field?.kind !== 'scale' || (measure.from > field.min && measure.from <= field.max)) return [];
  return [faultAt(`${path}.from`, 'out-of-scale', { value: measure.from, min: field.min + 1, max: field.max })];
}

/** Promoters and detractors are defined on the scale from 0 to 10 alone. */
function recommendationFaults({ path, measure, index }: Reviewed<MeasureOf<'nps'>>): readonly FormFault[] {
  const field = index.field.get(measure.field);
  if (field?.kind !== 'scale' || (field.min === 0 && field.max === 10)) return [];
  return [faultAt(`${path}.field`, 'not-zero-to-ten', { field: measure.field })];
}

function gradeFaults({ path, measure, index }: Reviewed<MeasureOf<'grades'>>): readonly FormFault[] {
  const field = index.field.get(measure.field);
  if (field === undefined) return [];
  const again = new Set(repeatedAt(measure.order));
  return measure.order.flatMap((answer, at) => {
    const fits = canAnswer(field, answer) && (typeof answer === 'number') === (field.kind === 'scale');
    if (!fits) return [faultAt(`${path}.order.${at}`, 'unknown-answer', { answer })];
    return again.has(at) ? [faultAt(`${path}.order.${at}`, 'duplicate-key', { key: answer })] : [];
  });
}
