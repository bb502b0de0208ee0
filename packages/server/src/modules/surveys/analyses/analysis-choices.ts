import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { AnalysisChoices, getAnalysisChoices as endpoint } from '@zhiheng/contract/surveys/analyses';
import type { AnalysisAxis } from '@zhiheng/contract/surveys/analysis-request';
import type { Form } from '@zhiheng/forms/definition';
import { fieldsOf } from '@zhiheng/forms/fields';
import type { Operation } from '../../../platform/operation.ts';
import { dimensions } from '../results/cell.rules.ts';
import { wholeName } from '../results/names.rules.ts';
import { readScope } from '../results/results-scope.ts';
import { readForms } from '../versions/form-of-version.ts';
import { axisOf, isPlace, type PlaceNames } from './axis.rules.ts';
import { knownSets } from './known-sets.rules.ts';
import { readPlaces } from './read-places.ts';

/** What can be asked of a survey. */
export async function analysisChoices(
  operation: Operation,
  { params }: Pick<Parsed<typeof endpoint>, 'params'>,
): Promise<Reply<typeof endpoint>> {
  const { anonymous, minimum } = await readScope(operation, params.id);
  const [newest] = await readForms(operation, params.id);
  const none = { anonymous, minimum, rows: [], columns: [], fields: [], sets: [], models: [] };
  return newest === undefined ? none : { ...none, ...choicesOf(newest.form, { anonymous, places: await readPlaces(operation) }) };
}

interface Surroundings {
  readonly anonymous: boolean;
  readonly places: PlaceNames;
}

function choicesOf(form: Form, { anonymous, places }: Surroundings): Omit<AnalysisChoices, 'anonymous' | 'minimum'> {
  const closed = fieldsOf(form).flatMap((field): AnalysisAxis[] =>
    field.kind === 'scale' || field.kind === 'choice' || field.kind === 'choices' ? [{ field: field.key }] : [],
  );
  const axes: AnalysisAxis[] = [...dimensions.map((dimension) => ({ dimension })), ...closed];
  const columns = axes.flatMap((axis) => {
    const { named, levels, chosenBy } = axisOf(axis, form, places);
    const shown = levels.map(({ key, name }) => ({ key, name }));
    return levels.length === 0 ? [] : [{ axis, name: named.name, levels: shown, isSeveral: chosenBy !== null }];
  });
  const scales = fieldsOf(form).flatMap(({ kind, key }) => (kind === 'scale' ? [{ key, name: wholeName(form, key) }] : []));
  return {
    rows: columns.filter(({ axis }) => !anonymous || isPlace(axis, form)),
    columns,
    fields: anonymous ? [] : scales,
    sets: knownSets(form).map(({ key, name, fields, outcome }) => ({ key, name, fields: [...fields], outcome })),
    models: form.measures.flatMap(({ kind, key, name }) => (kind === 'ecsi' ? [{ key, name }] : [])),
  };
}
