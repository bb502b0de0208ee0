import type { ResultFilters } from '@zhiheng/contract/surveys/results';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Form } from '@zhiheng/forms/definition';
import type { Operation } from '../../../platform/operation.ts';
import { figureMaker } from './figure.rules.ts';
import { joinSums } from './joined-sums.rules.ts';
import { readSums } from './read-sums.ts';
import { readScope } from './results-scope.ts';
import { headlinesOf, type Headline } from './sections/headlines.rules.ts';
import { planOf, sumLayout } from './sums/sum-plan.rules.ts';
import { wantedSums, withinFilters } from './wanted-sums.rules.ts';

/** Everything that the headlines of a survey are calculated from, as plain data that can be kept. */
export interface StoredSums {
  readonly surveyId: string;
  readonly name: LocalText;
  /** numbers of the versions whose answers are in the sums, and the form of the newest */
  readonly versions: readonly number[];
  readonly form: Form | null;
  readonly layout: number;
  readonly minimum: number;
  readonly n: number;
  /** [place, number] of those that are not 0 */
  readonly numbers: readonly (readonly [number, number])[];
}

/** Reads the sums behind the headlines of a survey, of all answers that the filters mean. */
export async function readStoredSums(operation: Operation, surveyId: string, filters: ResultFilters): Promise<StoredSums> {
  const { name, minimum } = await readScope(operation, surveyId);
  const { rows, versions } = await readSums(operation, surveyId, wantedSums({ filters, by: null, months: 'together' }));
  const frame = { surveyId, name, minimum, layout: sumLayout };
  const [newest] = versions;
  if (newest === undefined) return { ...frame, versions: [], form: null, n: 0, numbers: [] };
  const chosen = withinFilters(rows, versions, filters);
  const { all, n } = joinSums(chosen, versions, newest.plan);
  const counted = new Set(chosen.map(({ versionId }) => versionId));
  return {
    ...frame,
    versions: versions.flatMap(({ id, number }) => (counted.has(id) ? [number] : [])).sort((a, b) => a - b),
    form: newest.plan.form,
    n,
    // Sums of few answers would tell what each of them said.
    numbers: n < minimum ? [] : [...all.numbers.entries()].filter(([, value]) => value !== 0),
  };
}

/** The headlines of sums that were kept. Throws RangeError for sums of another layout: their places mean something else. */
export function headlinesOfStored({ form, layout, minimum, numbers }: StoredSums): readonly Headline[] {
  if (form === null) return [];
  if (layout !== sumLayout) throw new RangeError(`sums of layout ${layout}`);
  const plan = planOf(form);
  const values = new Float64Array(plan.size);
  for (const [place, value] of numbers) values[place] = value;
  return headlinesOf({ form, sums: { plan, numbers: values }, make: figureMaker(minimum) });
}
