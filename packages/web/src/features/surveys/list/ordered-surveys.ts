import type { SurveyRow } from '@zhiheng/contract/surveys/surveys';
import type { Locale } from '@zhiheng/contract/values/text';
import type { SurveyOrder } from '../surveys.search.ts';

type Compare = (one: SurveyRow, other: SurveyRow) => number;

/** The surveys that were loaded, in the order that was asked for; they come last changed first. */
export function orderedSurveys(surveys: readonly SurveyRow[], order: SurveyOrder, locale: Locale): readonly SurveyRow[] {
  const compare: Readonly<Record<SurveyOrder, Compare | null>> = {
    changed: null,
    answers: (one, other) => other.responses - one.responses,
    last: (one, other) => (other.lastResponseAt ?? '').localeCompare(one.lastResponseAt ?? ''),
    name: (one, other) => one.name[locale].localeCompare(other.name[locale], locale),
  };
  const by = compare[order];
  return by === null ? surveys : surveys.toSorted(by);
}
