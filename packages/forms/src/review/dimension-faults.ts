import type { MeasureOf, Question } from '../definition/index.ts';
import type { FormIndex } from '../fields/fields-of.ts';
import { faultAt, repeated, type FormFault } from './form-fault.ts';

type QuestionMeasure = MeasureOf<'servqual' | 'servperf' | 'kano' | 'ipa'>;

/** A measure of a whole question, where it stands, and the form's look-ups. */
interface Reviewed<M extends QuestionMeasure = QuestionMeasure> {
  readonly path: string;
  readonly measure: M;
  readonly index: FormIndex;
}

/**
 * Faults of a measure that takes the rows of a whole question: the question is not there or of another kind, rows are in no dimension or in
 * two, dimensions name rows that are not there, the points do not have a row for each dimension.
 * @example dimensionFaults({ path: 'measures.0', measure: { kind: 'kano', question: 'q' }, index: { question: new Map([['q', { type: 'nps' }]]) } }) // [{ path: 'measures.0.question', code: 'wrong-kind', params: { question: 'q' } }]
 */
export function dimensionFaults({ path, measure, index }: Reviewed): readonly FormFault[] {
  const question = index.question.get(measure.question);
  if (question === undefined) return [faultAt(`${path}.question`, 'unknown-question', { question: measure.question })];
  if (!fits(measure, question)) return [faultAt(`${path}.question`, 'wrong-kind', { question: measure.question })];
  if (measure.kind === 'kano') return [];
  if (measure.kind === 'ipa') return outcomeFaults({ path, measure, index });
  const points = measure.kind === 'servqual' ? pointFaults({ path, measure, index }) : [];
  return [...rowFaults(path, measure.dimensions, question), ...points];
}

/** Importance is either asked with each row, or derived from how the rows go with an outcome. */
function fits(measure: QuestionMeasure, question: Question): boolean {
  switch (measure.kind) {
    case 'servqual':
      return question.type === 'pair' && question.ask === 'expectation';
    case 'servperf':
      return question.type === 'matrix';
    case 'kano':
      return question.type === 'kano';
    case 'ipa':
      return measure.outcome === undefined ? question.type === 'pair' && question.ask === 'importance' : question.type === 'matrix';
    default:
      return measure satisfies never;
  }
}

/** The outcome is no row of the matrix itself. */
function outcomeFaults({ path, measure, index }: Reviewed<MeasureOf<'ipa'>>): readonly FormFault[] {
  const outcome = measure.outcome === undefined ? undefined : index.field.get(measure.outcome);
  return outcome?.question === measure.question ? [faultAt(`${path}.outcome`, 'outcome-among-fields', { field: outcome.key })] : [];
}

type Dimensions = MeasureOf<'servqual'>['dimensions'];

function rowFaults(path: string, dimensions: Dimensions, question: Question): readonly FormFault[] {
  const known = 'rows' in question ? question.rows.map(({ key }) => key) : [];
  const seen = new Set<string>();
  const named = dimensions.flatMap(({ rows }, d) =>
    rows.flatMap((row, at) => {
      const place = `${path}.dimensions.${d}.rows.${at}`;
      if (!known.includes(row)) return [faultAt(place, 'unknown-row', { row })];
      if (seen.has(row)) return [faultAt(place, 'row-twice', { row })];
      seen.add(row);
      return [];
    }),
  );
  const left = known.filter((row) => !seen.has(row)).map((row) => faultAt(`${path}.dimensions`, 'row-in-no-dimension', { row }));
  return [...repeated(`${path}.dimensions`, dimensions), ...named, ...left];
}

function pointFaults({ path, measure, index }: Reviewed<MeasureOf<'servqual'>>): readonly FormFault[] {
  if (measure.points === undefined) return [];
  const place = `${path}.points`;
  const question = index.question.get(measure.points);
  if (question === undefined) return [faultAt(place, 'unknown-question', { question: measure.points })];
  if (question.type !== 'points') return [faultAt(place, 'wrong-kind', { question: measure.points })];
  const rows = question.rows.map(({ key }) => key);
  return measure.dimensions.flatMap(({ key }) => (rows.includes(key) ? [] : [faultAt(place, 'no-row-for-dimension', { dimension: key })]));
}
