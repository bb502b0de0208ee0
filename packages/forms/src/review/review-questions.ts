import type { Form, Question, QuestionOf, Scale } from '../definition/index.ts';
import { faultAt, repeated, type FormFault } from './form-fault.ts';
import { placedQuestions } from './places.ts';

/**
 * Faults inside questions: options or rows with the same key, limits in the wrong order, more asked for than there is.
 * @example reviewQuestions({ pages: [{ questions: [{ key: 'q', type: 'scale', scale: { min: 1, max: 1, labels: {} } }] }] }) // [{ path: 'pages.0.questions.0.scale', code: 'empty-range', params: { min: 1, max: 1 } }]
 */
export function reviewQuestions(form: Form): readonly FormFault[] {
  return placedQuestions(form).flatMap(({ path, question }) => [
    ...('options' in question ? repeated(`${path}.options`, question.options) : []),
    ...('rows' in question ? repeated(`${path}.rows`, question.rows) : []),
    ...('scale' in question ? scaleFaults(`${path}.scale`, question.scale) : []),
    ...limitFaults(path, question),
  ]);
}

function scaleFaults(path: string, { min, max, labels }: Scale): readonly FormFault[] {
  const outside = Object.keys(labels).filter((value) => Number(value) < min || Number(value) > max);
  return [
    ...(min < max ? [] : [faultAt(path, 'empty-range', { min, max })]),
    ...outside.map((value) => faultAt(`${path}.labels.${value}`, 'out-of-scale', { value, min, max })),
  ];
}

function limitFaults(path: string, question: Question): readonly FormFault[] {
  switch (question.type) {
    case 'multiple':
      return choiceFaults(path, question);
    case 'number':
      return rangeFaults(path, question.min, question.max);
    case 'date':
      return rangeFaults(path, question.from, question.until);
    default:
      return [];
  }
}

function rangeFaults<T extends string | number>(path: string, min: T | undefined, max: T | undefined): readonly FormFault[] {
  return min === undefined || max === undefined || min <= max ? [] : [faultAt(path, 'empty-range', { min, max })];
}

function choiceFaults(path: string, { options, least = 0, most = options.length, alone }: QuestionOf<'multiple'>): readonly FormFault[] {
  const unknown = alone !== undefined && !options.some(({ key }) => key === alone);
  return [
    ...(least > most ? [faultAt(path, 'least-above-most', { least, most })] : []),
    ...(least > options.length ? [faultAt(`${path}.least`, 'more-than-options', { options: options.length })] : []),
    ...(unknown ? [faultAt(`${path}.alone`, 'unknown-option', { value: alone })] : []),
  ];
}
