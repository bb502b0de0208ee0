import type { FieldStudyRow } from '@zhiheng/contract/fieldwork/studies';
import type { Locale } from '@zhiheng/contract/values/text';
import type { StudyOrder } from '../fieldwork.search.ts';

type Compare = (one: FieldStudyRow, other: FieldStudyRow) => number;

/** The studies that were loaded, in the order that was asked for; they come last changed first. */
export function orderedStudies(studies: readonly FieldStudyRow[], order: StudyOrder, locale: Locale): readonly FieldStudyRow[] {
  const compare: Readonly<Record<StudyOrder, Compare | null>> = {
    changed: null,
    name: (one, other) => one.name[locale].localeCompare(other.name[locale], locale),
    begin: (one, other) => (other.from ?? '').localeCompare(one.from ?? ''),
    held: (one, other) => other.sessions.held - one.sessions.held,
  };
  const by = compare[order];
  return by === null ? studies : studies.toSorted(by);
}
