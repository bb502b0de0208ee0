import type { Form, Measure, MeasureOf } from '../definition/index.ts';
import { indexOf, type FormIndex } from '../fields/fields-of.ts';
import { dimensionFaults } from './dimension-faults.ts';
import { answerFaults } from './measure-answers.ts';
import { faultAt, repeatedAt, type FormFault } from './form-fault.ts';
import { usesOf } from './measure-fields.ts';
import { pathFaults } from './path-faults.ts';

/** A measure where it stands, and the form's look-ups. */
interface Reviewed<M extends Measure = Measure> {
  readonly path: string;
  readonly measure: M;
  readonly index: FormIndex;
}

/**
 * Faults of the measures of a form: fields or questions that are not there or of a kind the measure cannot use, weights and grades that do not
 * fit, dimensions that leave rows out, paths that run in a circle.
 * @example reviewMeasures({ pages: [], measures: [{ key: 'm', kind: 'nps', field: 'again' }] }) // [{ path: 'measures.0.field', code: 'unknown-field', params: { field: 'again' } }]
 */
export function reviewMeasures(form: Form): readonly FormFault[] {
  const index = indexOf(form);
  return form.measures.flatMap((measure, at) => {
    const reviewed = { path: `measures.${at}`, measure, index };
    return [...usedFields(reviewed), ...ownFaults(reviewed)];
  });
}

/** Every field that a measure names, once in each list, and of a kind it can use. */
function usedFields({ path, measure, index }: Reviewed): readonly FormFault[] {
  return usesOf(measure, path).flatMap((use) => {
    const again = new Set(repeatedAt(use.fields));
    return use.fields.flatMap((key, at) => {
      const place = use.path.endsWith('fields') ? `${use.path}.${at}` : use.path;
      const field = index.field.get(key);
      if (field === undefined) return [faultAt(place, 'unknown-field', { field: key })];
      if (!use.kinds.includes(field.kind)) return [faultAt(place, 'wrong-kind', { field: key })];
      return again.has(at) ? [faultAt(place, 'duplicate-key', { key })] : [];
    });
  });
}

function ownFaults({ path, measure, index }: Reviewed): readonly FormFault[] {
  switch (measure.kind) {
    case 'mean':
      return leastFaults(path, measure);
    case 'csi':
      return weightFaults(path, measure);
    case 'drivers':
      return measure.fields.includes(measure.outcome)
        ? [faultAt(`${path}.outcome`, 'outcome-among-fields', { field: measure.outcome })]
        : [];
    case 'ecsi':
      return pathFaults(path, measure);
    case 'structure':
      return structureFaults(path, measure);
    default:
      return 'question' in measure ? dimensionFaults({ path, measure, index }) : answerFaults({ path, measure, index });
  }
}

const leastFaults = (path: string, { fields, least = 1 }: MeasureOf<'mean'>): readonly FormFault[] =>
  least > fields.length ? [faultAt(`${path}.least`, 'more-than-fields', { fields: fields.length })] : [];

function weightFaults(path: string, { fields, weights }: MeasureOf<'csi'>): readonly FormFault[] {
  if (weights === undefined) return [];
  if (weights.length !== fields.length)
    return [faultAt(`${path}.weights`, 'weights-length', { fields: fields.length, weights: weights.length })];
  return weights.some((weight) => weight > 0) ? [] : [faultAt(`${path}.weights`, 'weights-all-zero')];
}

function structureFaults(path: string, { scales: parts }: MeasureOf<'structure'>): readonly FormFault[] {
  const keys = repeatedAt(parts.map(({ key }) => key)).map((at) =>
    faultAt(`${path}.scales.${at}.key`, 'duplicate-key', { key: parts[at]!.key }),
  );
  const short = parts.flatMap(({ fields }, at) =>
    fields.length < 2 ? [faultAt(`${path}.scales.${at}.fields`, 'too-few-fields', { least: 2 })] : [],
  );
  return [...keys, ...short];
}
