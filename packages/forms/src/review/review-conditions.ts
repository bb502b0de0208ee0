import type { Condition, Form } from '../definition/index.ts';
import type { Field } from '../fields/index.ts';
import { conditionPlaces } from './places.ts';
import { comparisonFault } from './comparison-fault.ts';
import { faultAt, type FormFault } from './form-fault.ts';
import { sightOf, type Sight } from './sight.ts';

/**
 * Faults of the conditions of a form: a field that is not there, one that is asked later or is its own question (so that no circle can be), a
 * value that cannot be answered, a comparison that can never hold.
 * @example reviewConditions({ given: [], endings: [], pages: [{ questions: [{ key: 'q', type: 'nps', when: { op: 'answered', field: 'q' } }] }] }) // [{ path: 'pages.0.questions.0.when', code: 'later-field', params: { field: 'q' } }]
 */
export function reviewConditions(form: Form): readonly FormFault[] {
  const sight = sightOf(form);
  return conditionPlaces(form).flatMap(({ path, condition, before }) =>
    comparisonsOf(path, condition).flatMap((comparison) => comparisonFaults(comparison, sight, before)),
  );
}

type Comparison = Exclude<Condition, { op: 'all' | 'any' | 'not' }>;

interface PlacedComparison {
  readonly path: string;
  readonly comparison: Comparison;
}

function comparisonsOf(path: string, condition: Condition): readonly PlacedComparison[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each, at) => comparisonsOf(`${path}.of.${at}`, each));
    case 'not':
      return comparisonsOf(`${path}.of`, condition.of);
    default:
      return [{ path, comparison: condition }];
  }
}

function comparisonFaults({ path, comparison }: PlacedComparison, sight: Sight, before: number): readonly FormFault[] {
  const unseen = sight.unseen(comparison.field, before);
  if (unseen !== null) return [faultAt(path, unseen, { field: comparison.field })];
  const field: Field | undefined = sight.field(comparison.field);
  const found = field === undefined ? givenFault(comparison) : comparisonFault(comparison, field, sight.question(field));
  return found === null ? [] : [faultAt(path, found.code, { field: comparison.field, ...found.params })];
}

/** What is given is text: it is no list. */
function givenFault({ op }: Comparison): { readonly code: string; readonly params: FormFault['params'] } | null {
  return op === 'includes' ? { code: 'not-comparable', params: { op } } : null;
}
