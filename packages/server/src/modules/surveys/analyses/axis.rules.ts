import type { AnalysisAxis } from '@zhiheng/contract/surveys/analysis-request';
import type { Form } from '@zhiheng/forms/definition';
import { fieldsOf, scaleFieldsOf } from '@zhiheng/forms/fields';
import type { Dimension } from '../results/cell.rules.ts';
import { labelsOf } from '../results/distributions.rules.ts';
import { optionsOf, wholeName } from '../results/names.rules.ts';
import type { Named, SampleRow } from './sample.rules.ts';

/** What answers are told apart by. */
export interface Axis {
  readonly named: Named;
  readonly levels: readonly Named[];
  /** part of where an answer belongs: small ones are not shown, and anonymous surveys have no other rows */
  readonly isPlace: boolean;
  /** position of an answer's level; −1 where it has none, or several */
  levelOf(row: SampleRow): number;
  /** where people choose several: positions of all that an answer chose; null where it chose none */
  readonly chosenBy: ((row: SampleRow) => readonly number[] | null) | null;
}

/** Services, sites, teams and segments with their names. */
export type PlaceNames = Readonly<Record<Dimension, readonly Named[]>>;

const words: Readonly<Record<Dimension, { readonly zh: string; readonly en: string }>> = {
  service: { zh: '服务', en: 'Service' },
  site: { zh: '网点', en: 'Site' },
  team: { zh: '团队', en: 'Team' },
  segment: { zh: '客户群', en: 'Segment' },
};

export const keyOfAxis = (axis: AnalysisAxis): string => ('dimension' in axis ? axis.dimension : axis.field);

/** May groups be told apart by it in an anonymous survey? Only by what the cells of answers are made of. */
export const isPlace = (axis: AnalysisAxis, form: Form): boolean => 'dimension' in axis || form.groups.includes(axis.field);

/** Throws RangeError for a field that is no closed question: such an analysis is refused when it is asked for. */
export function axisOf(axis: AnalysisAxis, form: Form, places: PlaceNames): Axis {
  return 'dimension' in axis ? axisOfDimension(axis.dimension, places) : axisOfField(axis.field, form);
}

function axisOfDimension(dimension: Dimension, places: PlaceNames): Axis {
  const levels = places[dimension];
  const place = new Map(levels.map(({ key }, i) => [key, i]));
  return {
    named: { key: dimension, name: words[dimension] },
    levels,
    isPlace: true,
    levelOf: (row) => place.get(row[`${dimension}Id`] ?? '') ?? -1,
    chosenBy: null,
  };
}

function axisOfField(key: string, form: Form): Axis {
  const field = fieldsOf(form).find((each) => each.key === key);
  const named = { key, name: wholeName(form, key) };
  const own = form.groups.includes(key);
  if (field?.kind === 'choice' || field?.kind === 'choices') {
    const levels = optionsOf(form, field.question);
    const place = new Map(levels.map((option, i) => [option.key, i]));
    const given = ({ rest }: SampleRow): unknown => (Object.hasOwn(rest, key) ? rest[key] : undefined);
    const axis = { named, levels, isPlace: own };
    if (field.kind === 'choice') return { ...axis, levelOf: (row) => placeOf(place, given(row)), chosenBy: null };
    return { ...axis, levelOf: () => -1, chosenBy: (row) => placesOf(place, given(row)) };
  }
  if (field?.kind !== 'scale') throw new RangeError(`${key} is no closed question`);
  const { min, max, question } = field;
  const labels = labelsOf(form, question);
  const levels = Array.from({ length: max - min + 1 }, (_, i) => levelOfScale(form, labels, String(min + i)));
  const column = scaleFieldsOf(form).findIndex((each) => each.key === key);
  return { named, levels, isPlace: own, levelOf: ({ scales }) => levelAt(scales[column], min), chosenBy: null };
}

const placeOf = (place: ReadonlyMap<string, number>, chosen: unknown): number =>
  typeof chosen === 'string' ? (place.get(chosen) ?? -1) : -1;

const placesOf = (place: ReadonlyMap<string, number>, chosen: unknown): readonly number[] | null =>
  Array.isArray(chosen) && chosen.length > 0 ? chosen.flatMap((option: unknown) => place.get(String(option)) ?? []) : null;

const levelAt = (value: number | null | undefined, min: number): number => (value === null || value === undefined ? -1 : value - min);

function levelOfScale(form: Form, labels: ReturnType<typeof labelsOf>, level: string): Named {
  return { key: level, name: labels[level] ?? Object.fromEntries(form.languages.map((language) => [language, level])) };
}
